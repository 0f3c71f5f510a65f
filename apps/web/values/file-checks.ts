import type { LARGEST_FILE as ContractLargest, PLAN_FILE_TYPES as ContractPlanTypes, FILE_TYPES as ContractTypes } from '#contract/files.ts'

/** The contract's limits, said again because the browser takes only types from there. */
export const LARGEST_FILE = (20 * 1024 * 1024) satisfies typeof ContractLargest
/** Endings of files that can be sent. */
export const FILE_TYPES = ['pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'ofd', 'txt'] as const satisfies typeof ContractTypes
/** Endings of files that plans are read from. */
export const PLAN_FILE_TYPES = ['docx', 'pdf', 'txt', 'html', 'htm'] as const satisfies typeof ContractPlanTypes

/** Endings of sheets that entries are imported from. */
export const SHEET_TYPES = ['xlsx', 'csv'] as const

/** Why a file is not sent. */
export type FileFault = 'empty' | 'too-large' | 'wrong-type'

/** What can be said of a file before it is sent. */
export function faultOfFile({ name, size }: Pick<File, 'name' | 'size'>, types: readonly string[] = FILE_TYPES): FileFault | undefined {
  if (!types.includes(extensionOf(name))) return 'wrong-type'
  if (size === 0) return 'empty'
  return size > LARGEST_FILE ? 'too-large' : undefined
}

/** “pdf”, in small letters. */
export const extensionOf = (name: string) => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '')

const KIB = 1024

/** “1.5 MB”, “20 KB”. */
export function sizeInWords(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`
  if (bytes < KIB * KIB) return `${Math.round(bytes / KIB)} KB`
  return `${(bytes / KIB / KIB).toFixed(1).replace(/\.0$/, '')} MB`
}
