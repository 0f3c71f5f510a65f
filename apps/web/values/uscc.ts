const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

/** GB 32100-2015: weight 3^i mod 31 over the first seventeen characters. Another verdict only warns: old codes exist. */
export function usccFits(code: string): boolean {
  const numbers = Array.from(code, (letter) => LETTERS.indexOf(letter))
  if (code.length !== LENGTH || numbers.includes(-1)) return false
  let weight = 1
  let sum = 0
  for (const number of numbers.slice(0, -1)) {
    sum += number * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === numbers.at(-1)
}
