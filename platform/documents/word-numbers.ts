const DIGITS = '零一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'

/** A number as Word shows it in one of its formats (ECMA-376 17.18.59); undefined for a bullet. */
export function wordNumber(format: string, value: number): string | undefined {
  if (format === 'bullet') return undefined
  return (FORMATS[format] ?? String)(value)
}

type Shown = (value: number) => string

const FORMATS: Readonly<Record<string, Shown>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  decimalEnclosedCircle: fromBlock(0x2460, 20),
  decimalEnclosedCircleChinese: fromBlock(0x2460, 20),
  decimalEnclosedParen: fromBlock(0x2474, 20),
  decimalEnclosedFullstop: fromBlock(0x2488, 20),
  ideographEnclosedCircle: fromBlock(0x3280, 10),
  chineseCounting: counted,
  chineseCountingThousand: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  japaneseCounting: counted,
  chineseLegalSimplified: (value) => inChinese(value, LEGAL, ['', '拾', '佰', '仟']),
  ideographDigital: inDigits,
  taiwaneseDigital: inDigits,
  japaneseDigitalTenThousand: inDigits,
  ideographTraditional: fromRow('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: fromRow('子丑寅卯辰巳午未申酉戌亥'),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
}

/** 一, 十二, 二十, 一百零五. */
function counted(value: number): string {
  return inChinese(value, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十')
}

function inChinese(value: number, digits: string, places: readonly string[]): string {
  if (value <= 0 || value > 9999) return value === 0 ? (digits[0] ?? '') : String(value)
  const signs = [...String(value)].map(Number)
  const shown = signs.map((digit, at) => (digit === 0 ? '0' : `${digits[digit]}${places[signs.length - 1 - at]}`)).join('')
  return shown.replace(/0+$/, '').replaceAll(/0+/g, digits[0] ?? '')
}

function inDigits(value: number): string {
  return [...String(value)].map((digit) => (digit === '0' ? '〇' : DIGITS[Number(digit)])).join('')
}

function fromBlock(first: number, most: number): Shown {
  return (value) => (value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : String(value))
}

function fromRow(row: string): Shown {
  return (value) => (value >= 1 && value <= row.length ? (row[value - 1] ?? '') : String(value))
}

/** A … Z, AA, BB: Word repeats the letter. */
function letters(value: number): string {
  return value < 1 || value > 780 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const ROMAN = Object.entries({ M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 })

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let left = value
  return ROMAN.map(([sign, worth]) => {
    const times = Math.floor(left / worth)
    left -= times * worth
    return sign.repeat(times)
  }).join('')
}
