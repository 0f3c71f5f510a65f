import { seeded } from '#apps/cli/seed/random.ts'

const CHAPTERS = ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、', '九、', '十、']
const SECTIONS = ['(一)', '(二)', '(三)', '(四)', '(五)']
const TOPICS = [
  '前沿技术攻关',
  '标准体系建设',
  '应用场景开放',
  '创新企业培育',
  '人才队伍引育',
  '创新平台布局',
  '科技金融支撑',
  '开放合作交流',
  '成果转移转化',
  '产业生态营造',
]
const THINGS = [
  '省重点实验室',
  '概念验证中心',
  '中试基地',
  '高新技术企业',
  '科技型中小企业',
  '场景示范项目',
  '国家标准',
  '发明专利',
  '创新联合体',
  '领军人才',
]
const UNITS = ['家', '个', '项', '件', '名']
const DEPARTMENTS = [
  '省科技厅',
  '省发展改革委',
  '省工业和信息化厅',
  '省财政厅',
  '省教育厅',
  '省人力资源社会保障厅',
  '省市场监管局',
  '省数据局',
  '各设区市人民政府',
]
const REASONS = [
  '坚持需求牵引、问题导向,推动创新链产业链资金链人才链深度融合,',
  '聚焦重点方向,强化系统布局,完善协同机制,',
  '发挥高校院所与龙头企业作用,健全多元投入机制,',
  '面向重大场景开展验证,促进技术迭代升级,',
]

/** A plan of our own making in the form such papers have, of so many characters; the same each time. */
export function planText(characters: number): string {
  const random = seeded(characters)
  const head = [
    '省科学技术厅关于印发《未来产业培育行动方案(2024-2026年)》的通知',
    '苏科基发〔2024〕7号',
    '各设区市科技局,各有关单位:',
    '现将《未来产业培育行动方案(2024-2026年)》印发给你们,请认真贯彻执行。',
    '省科学技术厅',
    '2024年1月15日',
    '未来产业培育行动方案(2024-2026年)',
  ]
  const lines = [...head]
  let length = head.join('\n\n').length
  for (let at = 0; length < characters; at++) {
    const line = lineOf(at, random)
    lines.push(line)
    length += line.length + 2
  }
  return lines.join('\n\n').slice(0, characters)
}

type Random = ReturnType<typeof seeded>

const LINES_A_SECTION = 6

function lineOf(at: number, random: Random): string {
  const section = Math.floor(at / LINES_A_SECTION)
  const place = at % LINES_A_SECTION
  if (place === 0)
    return section % SECTIONS.length === 0
      ? `${CHAPTERS[Math.floor(section / SECTIONS.length) % CHAPTERS.length]}${random.pick(TOPICS)}`
      : `${SECTIONS[section % SECTIONS.length]}${random.pick(TOPICS)}`
  return `${place}. ${random.pick(TOPICS)}。${random.pick(REASONS)}${sentence(random)}${random.below(2) === 0 ? sentence(random) : ''}${duty(random)}`
}

function sentence(random: Random): string {
  const count = 5 + random.below(400)
  const forms = [
    `到2026年,新建${random.pick(THINGS)}${count}${random.pick(UNITS)}左右。`,
    `每年组织实施${random.pick(THINGS)}${count}${random.pick(UNITS)}以上,研发投入强度达到${3 + random.below(2)}.${random.below(10)}%。`,
    `建立${random.pick(THINGS)}清单,实行动态管理,累计不少于${count}${random.pick(UNITS)}。`,
    `对符合条件的${random.pick(THINGS)}给予最高${100 + count}万元支持。`,
    `力争技术合同成交额突破${1000 + count}亿元,年均增长${5 + random.below(10)}%以上。`,
  ]
  return random.pick(forms)
}

function duty(random: Random): string {
  return `(${random.pick(DEPARTMENTS)}牵头,${random.pick(DEPARTMENTS)}、${random.pick(DEPARTMENTS)}配合)`
}
