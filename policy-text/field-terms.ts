import type { Text } from './text.ts'

/** A published classification of fields that plans are compared by. */
export interface FieldScheme {
  readonly name: 'future-industries' | 'emerging-industries'
  readonly title: Text
  readonly source: string
  readonly terms: readonly FieldTerm[]
}

interface FieldTerm {
  readonly code: string
  readonly title: Text
  /** Words by which a field of a plan is recognised as belonging here. */
  readonly words: string
}

const term = (code: string, zh: string, en: string, words: string): FieldTerm => ({ code, title: { zh, en }, words })

/** The schemes against which crosswalks are proposed. */
export const FIELD_SCHEMES: readonly FieldScheme[] = [
  {
    name: 'future-industries',
    title: { zh: '未来产业六大方向', en: 'six directions of future industries' },
    source: '工信部联科〔2024〕12号',
    terms: [
      term(
        'manufacturing',
        '未来制造',
        'future manufacturing',
        '未来制造|智能制造|生物制造|纳米制造|激光制造|循环制造|增材制造|柔性制造|共享制造|人形机器人|机器人|工业互联网|工业母机',
      ),
      term(
        'information',
        '未来信息',
        'future information',
        '未来信息|未来网络|6G|卫星互联网|量子信息|量子科技|量子计算|量子通信|量子精密测量|人工智能|通用人工智能|大模型|具身智能|元宇宙|区块链|光计算|类脑智能|类脑计算|集成电路|第三代半导体|半导体|光子|太赫兹|空天信息|算力|网络安全|可见光通信|软件|虚拟现实|智能传感',
      ),
      term(
        'materials',
        '未来材料',
        'future materials',
        '未来材料|前沿新材料|前沿材料|新材料|超导材料|石墨烯|高性能碳纤维|碳纤维|高温合金|先进基础材料|关键战略材料|纳米材料|超材料|生物基材料|非硅基材料',
      ),
      term(
        'energy',
        '未来能源',
        'future energy',
        '未来能源|新能源|氢能|核能|核聚变|可控核聚变|新型储能|储能|先进核能|海洋能|生物质能|固态电池|动力电池|光伏|风电|智能电网|清洁能源',
      ),
      term(
        'space',
        '未来空间',
        'future space',
        '未来空间|低空经济|商业航天|空天|航空航天|深海|深地|深空|深海深地深空|深海空天|无人机|卫星应用|北斗|极地|海洋装备|智能网联汽车|载人航天|大飞机',
      ),
      term(
        'health',
        '未来健康',
        'future health',
        '未来健康|生命科学|细胞和?与?基因|细胞及基因治疗|基因技术|合成生物|脑机接口|脑科学|脑科学与类脑智能|生物育种|生物医药|创新药|高端医疗器械|医疗器械|精准医学|数字医疗|生物技术|生命健康',
      ),
    ],
  },
  {
    name: 'emerging-industries',
    title: { zh: '战略性新兴产业分类（2018）', en: 'classification of strategic emerging industries (2018)' },
    source: '国家统计局令第23号',
    terms: [
      term(
        '1',
        '新一代信息技术产业',
        'new-generation information technology',
        '新一代信息技术|人工智能|大模型|集成电路|半导体|第三代半导体|未来网络|6G|卫星互联网|量子科技|量子信息|区块链|软件|工业互联网|大数据|云计算|物联网|算力|网络安全|类脑智能|光计算|智能传感|太赫兹',
      ),
      term(
        '2',
        '高端装备制造产业',
        'high-end equipment',
        '高端装备|智能制造|机器人|人形机器人|航空航天|商业航天|低空经济|无人机|卫星应用|轨道交通|海洋装备|深海|工业母机|增材制造|北斗|大飞机|空天信息',
      ),
      term(
        '3',
        '新材料产业',
        'new materials',
        '新材料|前沿新材料|前沿材料|先进基础材料|关键战略材料|石墨烯|碳纤维|高温合金|超导材料|纳米材料|生物基材料',
      ),
      term(
        '4',
        '生物产业',
        'biology',
        '生物医药|生命科学|合成生物|生物制造|生物育种|细胞及基因治疗|创新药|医疗器械|脑机接口|生物技术|生命健康|基因技术',
      ),
      term('5', '新能源汽车产业', 'new-energy vehicles', '新能源汽车|智能网联汽车|动力电池'),
      term('6', '新能源产业', 'new energy', '新能源|氢能|核能|核聚变|可控核聚变|光伏|风电|储能|新型储能|智能电网|生物质能|清洁能源'),
      term('7', '节能环保产业', 'energy saving and environment', '节能环保|资源循环利用|碳捕集|绿色低碳|环保装备'),
      term('8', '数字创意产业', 'digital creativity', '数字创意|元宇宙|虚拟现实|数字内容|数字文化'),
      term('9', '相关服务业', 'related services', '研发设计服务|检验检测服务|知识产权服务'),
    ],
  },
]

/** The words of the schemes, longest first. */
export const FIELD_TERMS: readonly string[] = [
  ...new Set(FIELD_SCHEMES.flatMap(({ terms }) => terms.flatMap(({ words }) => words.split('|')))),
].sort((a, b) => b.length - a.length)

/** Every word that names a field in one of the schemes, longest first. */
export const FIELD_WORDS = new RegExp(FIELD_TERMS.join('|'), 'g')

/** One place of a scheme that a field of the plan may belong to. */
export interface SchemeTerm {
  readonly scheme: FieldScheme['name']
  readonly code: string
  readonly title: Text
}

const EXACT = FIELD_SCHEMES.flatMap(({ name: scheme, terms }) =>
  terms.map(({ code, title, words }) => ({ place: { scheme, code, title }, pattern: new RegExp(words) })),
)

/** The places of the schemes to which a name may belong, at most one of each scheme. */
export function schemePlaces(name: string): readonly SchemeTerm[] {
  const found = EXACT.filter(({ pattern }) => pattern.test(name)).map(({ place }) => place)
  return found.filter((one, at) => found.findIndex(({ scheme }) => scheme === one.scheme) === at)
}
