import { z } from 'zod'
import type { Register } from '#engine/define/register.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'

/** What a person may write into a new entry. Fields of the system are unknown here. */
export function createSchema(register: Register) {
  return z.strictObject(mapFields(register, writable, (field) => (field.required ? valueSchema(field) : valueSchema(field).nullish())))
}

/** What a person may change: any of the writable fields. */
export function editSchema(register: Register) {
  return z.strictObject(
    mapFields(register, writable, (field) => (field.required ? valueSchema(field).optional() : valueSchema(field).nullish())),
  )
}

/** What is given with a move, all of it; empty for a move that asks for nothing. */
export function asksSchema(register: Register, move: string) {
  const asked = register.moves[move]?.asks ?? []
  return z.strictObject(Object.fromEntries(asked.map((field) => [field, valueSchema(register.fields[field]!)])))
}

function writable(field: FieldDefinition): boolean {
  return !field.system
}

function valueSchema(field: FieldDefinition) {
  return kindOf(field)
    .schema(field)
    .meta({ title: field.label.zh, ...(field.note && { description: field.note.zh }) })
}

function mapFields<Result>(
  register: Register,
  wanted: (field: FieldDefinition) => boolean,
  each: (field: FieldDefinition) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(register.fields)
      .filter(([, field]) => wanted(field))
      .map(([name, field]) => [name, each(field)]),
  )
}
