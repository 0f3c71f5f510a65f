import { isApproximate, type StructureItem } from './structure-why.ts'

export interface TargetFacts {
  readonly strength: 'must' | 'reach' | 'strive'
  readonly approximate: boolean
  readonly kind: 'stock' | 'flow' | 'cumulative' | 'rate'
  readonly scope: string | null
}

const MUST = /确保|必须|不得|確保|必須/
const STRIVE = /力争|争取|努力|力爭|爭取/
const NEW_EACH_TIME = /新增|新建|新布局|净增|引进|每年/
const STANDS_AT = /达到|超过|增至|拥有|保有|入库/

/** What the words around a number say of it (domain rules 9.3). */
export function targetFacts(item: StructureItem & { readonly detail: unknown }): TargetFacts {
  const { quote, unit, period } = item
  return {
    strength: MUST.test(quote) ? 'must' : STRIVE.test(quote) || item.qualifier === 'strive' || saysStrive(item.detail) ? 'strive' : 'reach',
    approximate: isApproximate(item) || /左右|约/.test(quote),
    kind: kindOf(quote, unit, period),
    scope: /^全[省市国]/.exec(quote)?.[0] ?? null,
  }
}

function kindOf(quote: string, unit: string | null, period: string | null): TargetFacts['kind'] {
  if (unit === '%') return 'rate'
  if (period === 'per_year' || NEW_EACH_TIME.test(quote)) return 'flow'
  if (period === 'cumulative') return 'cumulative'
  return STANDS_AT.test(quote) ? 'stock' : 'cumulative'
}

/** The reader keeps “力争” that governs a sentence from before the quote. */
function saysStrive(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'strive' in detail && detail.strive === true
}
