import { type PlanDraft, WARNING_CODES, type Warning } from './plan-draft.ts'
import type { Reading } from './reading.ts'

const VERY_LONG = 300_000

const TEXTS = {
  'no-number-found': {
    zh: '全文没有可考核的数字，可能是原则性意见',
    en: 'no figure that could be assessed was found; the text may only state principles',
  },
  'probably-not-a-plan': {
    zh: '没有标题层级、指标和责任分工，可能不是规划类文件',
    en: 'no numbered headings, targets or duties: probably not a plan',
  },
  'no-heading-found': { zh: '没有找到“一、（一）1.”一类的标题', en: 'no numbered headings were found' },
  'very-long': { zh: '文本很长，请确认只包含一份文件', en: 'the text is very long; make sure that it holds one document only' },
  'missing-attachment': { zh: '正文提到附件、附表，但文本中没有其内容', en: 'an attachment is named in the text but is not part of it' },
  'document-number-repaired': {
    zh: '文号残缺，已按规范格式补全，请核对',
    en: 'the document number was damaged and has been completed; please check it',
  },
  'traditional-text': {
    zh: '繁体文本，指标名称已转为大陆规范用语',
    en: 'traditional characters: names of metrics are given in simplified mainland terms',
  },
  'statistical-bulletin': {
    zh: '这像是统计公报或运行分析，其中的数字是已有结果，不是目标',
    en: 'this looks like a statistical bulletin: its figures are results, not targets',
  },
  'news-report': {
    zh: '这像是新闻报道，请上传它所报道的文件原文',
    en: 'this looks like a news report; please take the document that it tells of',
  },
  'explanation-of-another': {
    zh: '这像是政策解读，请上传被解读的文件原文',
    en: 'this looks like an explanation; please take the document that it explains',
  },
} as const satisfies Record<Warning['code'], { zh: string; en: string }>

/** What a person should know before trusting the draft. */
export function warningsOf(reading: Reading, draft: Omit<PlanDraft, 'warnings'>): readonly Warning[] {
  const holds = {
    'no-number-found': draft.targets.length === 0,
    'probably-not-a-plan': draft.headings.length < 2 && draft.targets.length === 0 && draft.responsibilities.length === 0,
    'no-heading-found': draft.headings.length === 0,
    'very-long': reading.source.length > VERY_LONG,
    'missing-attachment': lacksAttachment(reading.body.copy.text),
    'document-number-repaired': draft.docNumberRepaired,
    'traditional-text': reading.traditional,
    'statistical-bulletin': draft.documentKind.kind === 'statistics',
    'news-report': draft.documentKind.kind === 'news',
    'explanation-of-another': draft.documentKind.kind === 'explanation',
  } satisfies Record<Warning['code'], boolean>
  return WARNING_CODES.filter((code) => holds[code]).map((code) => ({ code, ...TEXTS[code] }))
}

/** “(任务分工见附表)” or “附件:1.…” with nothing of that name after it. */
function lacksAttachment(text: string): boolean {
  const named = /见附[件表]|^附[件表]\d?:/m.exec(text)
  if (!named) return false
  const after = text.slice(named.index + named[0].length)
  const heading = /^附[件表录]\s*\d*$/m.exec(after)
  return !heading || after.length - heading.index < 200
}
