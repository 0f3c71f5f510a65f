/** A name that an office had for some time, without its place: “科技厅” of “某省科技厅”. */
interface OfficeName {
  readonly alias: string
  readonly standard: string
  /** First and last day on which the alias meant the standard name; open ends are null. */
  readonly from: string | null
  readonly until: string | null
}

const named = (standard: string, aliases: string, from: string | null = null, until: string | null = null): readonly OfficeName[] =>
  aliases.split(' ').map((alias) => ({ alias, standard, from, until }))

/**
 * Short and former names of the offices that plans name most. The days are those on which the national reform plans
 * took effect (机构改革方案 of March 2018 and March 2023); provinces followed within a year, so a name is kept as printed as well.
 */
const OFFICES: readonly OfficeName[] = [
  ...named('发展和改革委员会', '发改委 发展改革委 发展和改革委'),
  ...named('发展和改革局', '发改局 发展改革局'),
  ...named('科学技术厅', '科技厅'),
  ...named('科学技术局', '科技局'),
  ...named('科学技术部', '科技部'),
  ...named('工业和信息化厅', '工信厅 工业信息化厅'),
  ...named('工业和信息化局', '工信局 工业信息化局'),
  ...named('工业和信息化部', '工信部'),
  ...named('工业和信息化厅', '经济和信息化委员会 经信委 工信委', '2018-11-01'),
  ...named('人力资源和社会保障厅', '人社厅 人力资源社会保障厅'),
  ...named('人力资源和社会保障局', '人社局 人力资源社会保障局'),
  ...named('住房和城乡建设厅', '住建厅 住房城乡建设厅'),
  ...named('住房和城乡建设局', '住建局 住房城乡建设局'),
  ...named('卫生健康委员会', '卫健委 卫生健康委'),
  ...named('卫生健康委员会', '卫生计生委 卫生和计划生育委员会', '2018-03-21'),
  ...named('农业农村厅', '农业厅 农委', '2018-03-21'),
  ...named('生态环境厅', '环保厅 环境保护厅', '2018-03-21'),
  ...named('自然资源厅', '国土资源厅', '2018-03-21'),
  ...named('市场监督管理局', '市场监管局'),
  ...named('市场监督管理局', '工商局 质监局 质量技术监督局', '2018-03-21'),
  ...named('国有资产监督管理委员会', '国资委'),
  ...named('委金融办', '地方金融监督管理局 地方金融监管局 地方金融管理局 金融办', '2023-10-01'),
  ...named('地方金融监督管理局', '地方金融监管局', null, '2023-09-30'),
  ...named('数据局', '大数据局 大数据管理局 大数据发展管理局', '2023-10-25'),
  ...named('文化和旅游厅', '文旅厅'),
  ...named('交通运输厅', '交通厅'),
  ...named('政务服务和数据管理局', '政数局'),
]

const PLACE = /^(?:[\u4e00-\u9fff]{0,8}?(?:自治区|特别行政区|[省市县区州盟旗])|国家)?/
const BY_ALIAS: ReadonlyMap<string, readonly OfficeName[]> = groupOf(OFFICES)

function groupOf(offices: readonly OfficeName[]): ReadonlyMap<string, readonly OfficeName[]> {
  const groups = new Map<string, OfficeName[]>()
  for (const office of offices) groups.set(office.alias, [...(groups.get(office.alias) ?? []), office])
  return groups
}

/**
 * The standard name of a unit as of a day (“2024-03-01”; null: today's names), or null when the printed name is standard
 * or unknown: “省发改委” → “省发展和改革委员会”.
 */
export function standardUnitName(printed: string, day: string | null): string | null {
  const bare = printed.replace(/[(（][^()（）]*[)）]$/, '')
  const place = PLACE.exec(bare)?.[0] ?? ''
  const office = bare.slice(place.length)
  const found = BY_ALIAS.get(office)?.find(({ from, until }) =>
    day === null ? until === null : (from === null || from <= day) && (until === null || day <= until),
  )
  return found ? `${place}${found.standard}` : null
}
