import type { FieldDefinition } from '#engine/kinds/index.ts'

/** 领域: the fields of the plan's future industries, a classification that is kept as dated data. */
export const futureField = {
  kind: 'term',
  label: { zh: '所属领域', en: 'Field' },
  needed: true,
  scheme: 'future_fields',
} as const satisfies FieldDefinition
