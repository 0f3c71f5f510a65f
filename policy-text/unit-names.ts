const OPENING = '([《'
const CLOSING = ')]》'
const GLUED = /^[厅局](?:[省市县州区](?!域)[\u4e00-\u9fff]{2}|各[市县区州])/

/** Cuts a list of units at 、 and , but not inside brackets: “省发改委、各市(地)政府(行署)” → two names. */
export function splitNames(list: string): readonly { readonly name: string; readonly start: number }[] {
  const names: { name: string; start: number }[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= list.length; at += 1) {
    // “市科技局市财政局”: the blank between two names is gone.
    if (depth === 0 && at - start >= 4 && at - start <= 40 && GLUED.test(list.slice(at - 1, at + 3)) && isUnitName(list.slice(start, at))) {
      names.push(...joined(list.slice(start, at), start))
      start = at
    }
    const character = list[at] ?? '、'
    if (OPENING.includes(character)) depth += 1
    if (CLOSING.includes(character)) depth -= 1
    if (at < list.length && (depth > 0 || !/[、,;:/\s]/.test(character))) continue
    names.push(...joined(list.slice(start, at), start))
    start = at + 1
  }
  return names
}

// “省财政厅和省税务局”: 和 parts two units only when the words on both sides are units.
function joined(name: string, start: number): readonly { name: string; start: number }[] {
  const both =
    /^(.*?(?:部|委|厅|局|办|院|会|署|行|政府|公司)(?:等[^和及与]{0,4}(?:部门|单位))?)(?:和|以及|及|与|会同)(?=[\u4e00-\u9fff]{3,})(.*)$/.exec(
      name,
    )
  if (!both?.[1] || !both[2] || !isUnitName(both[2].replace(AFTER, ''))) return cleaned(name, start)
  return [...cleaned(both[1], start), ...joined(both[2], start + name.length - both[2].length)]
}

const BEFORE =
  /^(?:(?:此|该|本|上述|以上)(?:[两各]?项)?(?:工作|任务|事项)?均?由|由|各有关|请|并由|具体由|和|及|以及|会同|与|其中|等)(?=[\u4e00-\u9fff]{2,})/
const AFTER =
  /(?:等[\u4e00-\u9fff]{0,8}?(?:部门|单位|部门和单位)|等|按(?:照)?(?:各自)?职(?:责|能)(?:分工)?(?:共同|分别|协同)?(?:负责|落实|推进)?|分工负责|共同负责|分别负责|具体负责|共同|分别|负责|牵头负责|牵头|配合|参与|参加|协助|协办|办理|落实|实施|推进|结合实际|抓好|组织|按分工)+$/

// “2032年底前完成”, “持续推进”, “列第一位者为牵头单位” stand beside units and name none.
const REMARK =
  /^(?:20\d\d年|\d{1,2}月)|(?:底前|月前|年内)(?:完成)?$|^(?:持续|长期|常态化|全年|分年度|分阶段)(?:推进|坚持|实施|落实|开展)?$|(?:列|排)(?:名|在)?(?:第一|首)位?/

function cleaned(name: string, start: number): readonly { name: string; start: number }[] {
  const before = name.startsWith('各有关') ? '' : (BEFORE.exec(name)?.[0] ?? '')
  const bare = name
    .slice(before.length)
    .replace(AFTER, '')
    .replace(/[。.;]+$/, '')
  return bare.length >= 2 && !REMARK.test(bare) ? [{ name: bare, start: start + before.length }] : []
}

const UNIT_END =
  /(部|委|厅|局|办|办公室|院|会|署|行|政府|公司|集团|中心|银行|分行|监管局|总局|总队|管委会|协会|科协|学会|大学|学院|研究所|所|单位|部门|地区|组|行署|高新区|开发区|园区|法院|检察院|社|台|馆|企业|机构|乡镇|街道|平台|各市|各县|各区|区县|市县|县区|县市|组织部|宣传部|军区|站|处|科|省|市|区|县|旗|州|盟|联)(\([^()]*\))*(等)?$/

/** True for words that end like the name of an office, a body or a level of government. */
export function isUnitName(name: string): boolean {
  return name.length >= 2 && name.length <= 40 && UNIT_END.test(name) && !/[。;]/.test(name)
}
