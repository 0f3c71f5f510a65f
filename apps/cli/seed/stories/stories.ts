import { enterprises } from './enterprises.ts'
import { parks } from './parks.ts'
import { scenarios } from './scenarios.ts'
import { standards } from './standards.ts'
import type { Means, Story } from './story.ts'
import { technologies } from './technologies.ts'

/** The demonstration's five registers; numbers near the plan's own, so that every light shows. */
export function stories(means: Means): readonly Story[] {
  return [technologies(), standards(), scenarios(), enterprises(), parks(means)]
}
