/** Full Arabic, no leading zeros: 2026年6月1日 (GB/T 9704-2012, 7.3.5.4). */
export function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
