import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** The last day on which an entry was published or its work finished: nothing is revoked before it stood. */
export function publishedOn({ decisions = {} }: Register, row: Row): string | null {
  const fields = ['completedOn', ...Object.values(decisions).map(({ writes }) => writes.documentDate)]
  const days = fields.map((field) => row[field]).filter((day) => typeof day === 'string')
  return days.sort().at(-1) ?? null
}

export interface Withdrawn {
  readonly title: string
  readonly publishedOn: string | null
}

/** What stands against a withdrawal by a document of this day. */
export function againstWithdrawal(documentDate: string, today: string, entries: readonly Withdrawn[]): readonly Words[] {
  const early = entries.filter(({ publishedOn: day }) => day !== null && documentDate < day)
  const named = early.slice(0, 5).map(({ title, publishedOn: day }) => `${title}(${day ?? ''})`)
  return [
    ...(documentDate > today
      ? [
          {
            zh: `撤销文件的成文日期 ${documentDate} 在今天（${today}）之后，请核对`,
            en: `the date ${documentDate} of the withdrawal lies after today (${today})`,
          },
        ]
      : []),
    ...(early.length > 0
      ? [
          {
            zh: `撤销文件的成文日期 ${documentDate} 早于公布日期：${named.join('、')}${early.length > 5 ? '等' : ''}`,
            en: `the withdrawal of ${documentDate} is older than the publication of: ${named.join(', ')}`,
          },
        ]
      : []),
  ]
}
