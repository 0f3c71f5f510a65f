import type { PrintedEntry } from './check-code.ts'

/** What the letter and its summary table are made of. */
export interface LetterFacts {
  readonly unit: string
  readonly addressee: string
  readonly registerTitle: string
  readonly call: { readonly title: string; readonly noticeNo: string | null } | undefined
  readonly issuedOn: string
  readonly checkCode: string
  readonly entries: readonly PrintedEntry[]
  readonly areas: ReadonlyMap<string, string>
}

/** 推荐函 and 推荐汇总表 as an official document: the letter, then its annex on a page of its own, the code on every foot. */
export function recommendationLetter({ unit, addressee, registerTitle, call, issuedOn, checkCode, entries, areas }: LetterFacts) {
  const heading = `${unit}关于推荐${registerTitle}的函`
  const annex = `${registerTitle}推荐汇总表`
  const basis = call ? `根据《${call.title}》${call.noticeNo ? `（${call.noticeNo}）` : ''}要求，` : ''
  return {
    title: heading,
    addressee: `${addressee}：`,
    paragraphs: [
      `${basis}经县（市、区）审核、我单位审核并集体研究，现推荐以下${entries.length}项${registerTitle}（名单见附件）。`,
      '我单位已对申报材料进行审查，对推荐条目的真实性、合规性负责，推荐条目不含涉密内容。',
      '特此函达。',
    ],
    annexes: [annex],
    signature: unit,
    date: inChinese(issuedOn),
    foot: `校验码 ${checkCode}`,
    table: {
      mark: '附件',
      title: annex,
      note: `推荐单位（盖章）：${unit}`,
      columns: [
        { title: '序号', width: 7, align: 'center' as const },
        { title: '编号', width: 8, align: 'center' as const },
        { title: '名称', width: 40 },
        { title: '属地', width: 15, align: 'center' as const },
        { title: '牵头单位', width: 30 },
      ],
      rows: entries.map(({ no, title, area, unit: leads }, at) => [
        String(at + 1),
        String(no),
        title,
        areas.get(area ?? '') ?? '',
        leads ?? '',
      ]),
    },
  }
}

/** Full Arabic, no leading zeros: 2026年6月1日 (GB/T 9704-2012, 7.3.5.4). */
function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
