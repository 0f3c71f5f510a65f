import { type Doubt, type Pack, packDoubts } from '#modules/programmes/index.ts'

/** What each file of a pack holds and what a person does with it; the order is that of working through them. */
const FILES: readonly (readonly [file: string, zh: string, en: string])[] = [
  ['pack.json', '文件名称、发文机关、文号、日期、原文 SHA-256、起止年', 'title, issuers, number, date, SHA-256 of the text, years'],
  [
    'plan.json',
    '原文条目：短引文、起止位置（UTF-16）、条款号；confidence 与 why 是读取器的把握和依据，核对后可删',
    'what was found: short quotes, offsets (UTF-16), clauses; confidence and why are the reader’s and may go once checked',
  ],
  [
    'targets.json',
    '目标：数值、单位、比较词、强度、性质、截止年、与总目标的关系；indicator 指向 indicators.json',
    'targets: value, unit, comparator, strength, nature, deadline, relation to the headline; indicator points to indicators.json',
  ],
  [
    'indicators.json',
    '指标：register 由现有台账计数，statistic 录入统计数据；rule 是计数规则建议',
    'indicators: counted by a register of the product, or entered as statistics; rule proposes how to count',
  ],
  [
    'tasks.json',
    '任务：牵头、配合单位；actions 是举措及建议的成果，核对后把 proposed 改为 decided',
    'tasks with units; actions with a proposed deliverable: make it decided once checked',
  ],
  [
    'registers.json',
    '要建的清单：register 为现有台账，否则 definition 是台账定义建议（不会自动建立）',
    'lists to set up: the register that keeps it, or a proposed definition, which is not set up by installing',
  ],
  [
    'classifications.json',
    '领域分类初稿及公布的分类；英文名称、层级待定',
    'a draft of the plan’s own fields and the published schemes; English names and levels are to be given',
  ],
  [
    'crosswalks.json',
    '分类对照建议，均为 related，核对后改为 same、broader 或 narrower',
    'proposed crosswalks, all “related” until checked',
  ],
  ['instruments.json', '政策工具初稿：对象、条件、标准；安装时不产生任何支付', 'draft rules of benefits; installing pays nobody'],
  ['settings.json', '原文没有写明的计数口径', 'how to count where the text leaves it open'],
  ['areas.json', '行政区划', 'areas'],
  ['area-groups.json', '区域组合', 'groups of areas'],
  ['reports.json', '报告模板', 'report templates'],
  ['sheets.json', '表格模板：列的顺序、名称和不出现的列', 'layouts of sheets: order and titles of columns, and those left out'],
  ['pack.schema.json', '以上文件的 JSON Schema，每个文件对应一个属性', 'JSON schema of the files, one property each'],
]

/** The README of a drafted pack: what each file is, what was found, what is left to decide. */
export function packReadme(pack: Pack): string {
  const { title, source } = pack
  return `# ${title.zh}

由 \`lantu pack\` 起草，未经人工核对。Drafted by \`lantu pack\`; nobody has checked it yet.

- 原文 SHA-256 of the text: \`${source.sha256}\`（${source.length} 字 characters）
- 安装 Install: \`lantu install-pack DIR --jurisdiction CODE\`；之后上传同一文件，各条目即可对照原文 then upload that very file to see each item in its words
- 修改后再安装前把 version 调高；raise the version for a later change.

| 文件 File | 内容 | Holds |
|---|---|---|
${FILES.map(([file, zh, en]) => `| ${file} | ${zh} | ${en} |`).join('\n')}

## 待定 Left to decide

${doubtLines(packDoubts(pack))}
`
}

function doubtLines(doubts: readonly Doubt[]): string {
  if (doubts.length === 0) return '没有 Nothing'
  return doubts.map(({ kind, key, words: { zh, en } }) => `- [ ] ${kind}/${key}：${zh} / ${en}`).join('\n')
}
