const DIGIT: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const PLACE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** “1,500” → 1500, “1万2千” → 12000, “57.5” → 57.5, “二十三” → 23, “一百” → 100, “百” → 100; null for anything else. */
export function numberOf(printed: string): number | null {
  const plain = printed.replaceAll(',', '')
  // “1万2,000”
  const mixed = /^(\d+)万(\d{1,4})$/.exec(plain)
  if (mixed) return Number(mixed[1]) * 10_000 + Number(mixed[2])
  const spoken = /^(\d+)万(\d)千$/.exec(plain)
  if (spoken) return Number(spoken[1]) * 10_000 + Number(spoken[2]) * 1000
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  return chineseNumber(printed)
}

function chineseNumber(printed: string): number | null {
  const [whole = '', part] = printed.split('点')
  const value = chineseWhole(whole)
  if (value === null || part === undefined) return value
  const digits = [...part].map((digit) => DIGIT[digit])
  return digits.includes(undefined) ? null : Number(`${value}.${digits.join('')}`)
}

function chineseWhole(printed: string): number | null {
  if (printed === '') return null
  if ([...printed].every((character) => DIGIT[character] !== undefined)) return Number([...printed].map((c) => DIGIT[c]).join(''))
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const character of printed) {
    const place = PLACE[character]
    const value = DIGIT[character]
    if (value !== undefined) digit = value
    else if (place === undefined) return null
    else if (place >= 10_000) {
      total += (section + (digit ?? (section === 0 ? 1 : 0))) * place
      section = 0
      digit = null
    } else {
      section += (digit ?? 1) * place
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}

/** “二〇二四年二月二十九日” and “2024年2月29日” → “2024-02-29”; null when it is no day of the calendar. */
export function isoDate(year: string, month: string, day: string): string | null {
  const [y, m, d] = [year, month, day].map(numberOf)
  if (!y || !m || !d || y < 1949 || y > 2100) return null
  const date = new Date(Date.UTC(y, m - 1, d))
  const real = date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return real ? date.toISOString().slice(0, 10) : null
}
