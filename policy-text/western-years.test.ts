import { expect, test } from 'vitest'
import { copyOf, sourceSpan } from './copy.ts'
import { westernYears } from './western-years.ts'

test('years of the Republic become years of the common era', () => {
  expect(westernYears(copyOf('至民国118年，产值较112年增长；114-118年累计辅导；于119年底前完成')).text).toBe(
    '至2029年，产值较2023年增长；2025-2029年累计辅导；于2030年底前完成',
  )
})

test('what counts years stays a number of years', () => {
  const words = '近120年历史，建校115年，满100年，第110年期，约130年来'

  expect(westernYears(copyOf(words)).text).toBe(words)
})

test('a year that was written anew knows where it stands in the text', () => {
  const copy = westernYears(copyOf('至民国118年，达5家'))

  expect(sourceSpan(copy, 1, 5)).toEqual({ start: 1, end: 6 })
  expect(sourceSpan(copy, copy.text.length - 2, copy.text.length)).toEqual({ start: 9, end: 11 })
})
