import { z } from 'zod'
import { fault, isStorable, kind, UNSTORABLE } from './kind.ts'

/** A file that hangs on an entry, by the SHA-256 of its bytes. */
export interface FileValue {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly type: string
}

/** Reads a file value as a form or a command gives it. */
export const fileValueSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200).refine(isStorable, UNSTORABLE),
  size: z.int().nonnegative(),
  type: z.string().refine(isStorable, UNSTORABLE),
})

/** Files by content hash; the bytes lie in the file store, a download asks the entry's right. */
export const files = kind({
  options: { most: z.int().exactOptional() },
  control: 'files',
  column: () => 'jsonb',
  schema: ({ most = 20 }) => z.array(fileValueSchema).max(most, fault(`最多 ${most} 个文件`, `at most ${most} files`)),
  print: (value) => ((value ?? []) as readonly FileValue[]).map((file) => file.name).join('、'),
  sheet: () => ({
    format: 'text',
    width: 24,
    closed: { zh: '附件在系统中上传，不随表格导入', en: 'files are uploaded in the system, not with the sheet' },
  }),
  toCell: (value) => ((value ?? []) as readonly FileValue[]).map((file) => file.name).join('、') || null,
  fromCell: () => ({ kept: true }),
  filesOf: (value) => ((value ?? []) as readonly FileValue[]).map((file) => file.sha256),
})
