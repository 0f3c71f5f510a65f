import type { Text } from './text.ts'

/** A figure that statistics publish, so that no register needs to count it. */
export interface KnownStatistic {
  readonly code: string
  readonly title: Text
  readonly unit: string
  /** What a plan calls it. */
  readonly words: RegExp
}

const known = (code: string, unit: string, zh: string, en: string, words: RegExp): KnownStatistic => ({
  code,
  unit,
  title: { zh, en },
  words,
})

/**
 * Figures of science and technology statistics that plans set again and again; several plans name each in words of their own. R&D
 * spending, intensity and growth as in the statistical bulletin of national R&D spending; contract value by the rules on recognising
 * and registering technology contracts; numbers of enterprises by recognition or entry into the database.
 */
const KNOWN: readonly KnownStatistic[] = [
  known(
    'rd_intensity',
    '%',
    '研发经费投入强度',
    'R&D intensity',
    /(?:研发|研究与(?:试验发展|开发)|R&D).*(?:比重|占比|强度|GDP|地区生产总值)/,
  ),
  known('rd_growth', '%', '研发经费投入增长率', 'Growth of R&D expenditure', /(?:研发|研究与(?:试验发展|开发)|R&D).*(?:增长|增速|增幅)/),
  known('basic_research_share', '%', '基础研究经费占研发经费比重', 'Share of basic research in R&D', /基础研究.*(?:比重|占比)/),
  known('st_contribution', '%', '科技进步贡献率', 'Contribution of S&T progress to growth', /科技进步.*贡献率/),
  known(
    'emerging_industry_share',
    '%',
    '战略性新兴产业增加值占地区生产总值比重',
    'Value added of strategic emerging industries in GDP',
    /战略性新兴产业.*(?:比重|占比|占)/,
  ),
  known(
    'high_tech_value_growth',
    '%',
    '高新技术产品增加值增速',
    'Growth of value added of high-tech products',
    /高新技术产(?:品|业)增加值.*(?:增速|增长)/,
  ),
  known(
    'high_tech_output_share',
    '%',
    '高新技术产业产值占规上工业总产值比重',
    'Share of high-tech industries in industrial output',
    /高新技术产业.*(?:比重|占比)/,
  ),
  known('technology_contract_value', '亿元', '技术合同成交额', 'Value of technology contracts', /技术(?:合同|契约)?(?:成交|交易)(?:总)?额/),
  known('high_tech_enterprises', '家', '高新技术企业数', 'High-tech enterprises', /^(?!.*(?:新增|培育入库)).*高新技术企业/),
  known('st_smes', '家', '科技型中小企业数', 'S&T SMEs', /科技型中小企业/),
  known('specialised_smes', '家', '“专精特新”中小企业数', 'Specialised SMEs', /专精特新.*企业/),
  known('patents_per_10000', '件', '每万人高价值发明专利拥有量', 'High-value patents per 10,000 people', /每万人.*发明专利/),
  known('resident_population', '万人', '常住人口', 'Resident population', /^(?:年末)?常住人口(?:数量?|规模|总数|总量)?$/),
  known('gdp', '亿元', '地区生产总值', 'Gross regional product', /^(?:全省|全市)?(?:地区生产总值|GDP)(?:总量|规模)?$/),
  known('rd_person_years', '人年', '每万名就业人员研发人力投入', 'R&D person-years per 10,000 employed', /每万.*(?:研发|R&D)人/),
]

/** The published statistic that a metric is, when words and unit both agree; a benchmark has no unit of its own. */
export function knownStatistic(metric: string, unit: string | null): KnownStatistic | undefined {
  return KNOWN.find((each) => each.words.test(metric) && (unit === null || unit === each.unit))
}
