import { dirname } from 'node:path'
import type { Jurisdiction } from '#modules/directory/index.ts'

export const ROOT = dirname(dirname(import.meta.dirname))

export const TEST_JURISDICTION: Jurisdiction = {
  code: 'test',
  title: '测试省',
  schema: 'j_test',
  demonstration: true,
  timeZone: 'Asia/Shanghai',
}
