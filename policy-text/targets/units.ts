/** What a unit says of the figure before it. `count`: things; `share`: per cent; `money`, `measure`: amounts; `span`: time. */
export type UnitClass = 'count' | 'share' | 'money' | 'measure' | 'span' | 'rank' | 'none'

const COUNT =
  '轮次|个次|航次|班次|车次|辆次|亩次|家次|人次|项次|场次|件次|架次|台套|台\\(套\\)|人年|标准件|家|个(?!人(?![工才口均民]))|项|名|人(?![才工口民均类社力文体])|份(?!额|子)|案(?!例|件|卷)|间(?!接|隔|距|断)|位|件|台|套|条|种(?!植|业|子|质|养)|款|篇|部(?!门|级|委|署|省|分)|本(?!科|省|市|地|级)|支(?!持|撑|付|出)|所(?![示在述有需得属])|座|处(?!理|置)|场(?!景|所|馆|址)|次|期|只|艘|架|辆|户|张|册|对|批次|站|宗|门|班|队|株|床(?![位上])|科(?![技学研协教室普目])|头|羽|枚|颗|片|间|栋|幢|组|类|(?<=[万亿])单位|强(?![企县镇市校省国劲化大])'
const MONEY = '美元|欧元|港元|元人民币|元(?!宇宙|素|器|件)'
const MEASURE =
  '个学时|学时|课时|学分|克标准煤|毫克|微克|毫升|公吨|平方公里|平方千米|平方米|立方米|公里|千米|公顷|亩|吨标准煤|标准煤|吨|千瓦时|千瓦|兆瓦|度|标箱|千克|公斤|斤|升|EFLOPS|PFLOPS|TFLOPS|EFlops|PFlops|MWh|GWh|kWh|MW|GW|kW|TB|PB|EB|Gbps|Mbps|Tbps|倍|番|岁|分(?!之|别|类|钟|批|期|析|布|级|工|局)'
// “10/10万” is a rate of mortality.
const SHARE = '%|‰|/10万|/百万|/十万|个百分点|百分点|成(?![为立果熟本长效员功交就品型])'
// “个月” must be tried before “个”.
const LONG_SPAN = '个工作日|工作日|个自然日|个月|小时|分钟'
const SPAN = `${LONG_SPAN}|天|年|日|周(?![年边期转围])`

// “35万元/亩”, “130人年/万人”
const EACH =
  '(?:/(?:万?[人亩年吨户家月天日次件辆]|公顷|公斤|千克|平方公里|平方米|立方米|小时|千瓦时|千瓦|公里|毫?升|标准立方米|标箱|万?元))?'

// 兆 is a million million in Taiwan.
const MULTIPLE = '[十百千万亿兆]{0,3}'
// “10余条”, “5万多户”
const AND_MORE = '[余多]?'

/** A unit with its magnitude, as printed: “家”, “万名”, “亿元”, “万亿元”, “%”. */
export const UNIT_PATTERN = `${MULTIPLE}${AND_MORE}(?:${SHARE}|${LONG_SPAN}|${COUNT}|${MONEY}|${MEASURE}|${SPAN})${EACH}|[万亿兆千百十]{1,3}级?|:1(?![\\d.])`

const CLASSES = [
  ['share', new RegExp(`^(${SHARE})$`)],
  ['span', new RegExp(`^${MULTIPLE}(${SPAN})$`)],
  ['money', new RegExp(`^${MULTIPLE}(${MONEY})$`)],
  ['measure', new RegExp(`^${MULTIPLE}(${MEASURE})$`)],
  ['none', /^(?:[万亿兆千百十]*级?|:1)$/],
] as const satisfies readonly (readonly [UnitClass, RegExp])[]

export function unitClass(printed: string): UnitClass {
  const unit = printed.replace(/(?<=.)\/.*$/, '')
  // Look-aheads of the pattern need the following character, which a cut-out unit no longer has.
  const known = CLASSES.find(([, pattern]) => pattern.test(unit))
  return known ? known[0] : 'count'
}
