import { type Settings, type StandingSetting, settingsInput } from '#contract/programmes.ts'
import { query } from '#engine/store/query.ts'
import { type CountedIndicator, countedIndicators } from '#modules/plans/index.ts'
import { standingSettings } from '../rules/settings.ts'
import { type Decided, decidedSettings } from './standing.ts'

/** Every question that plans leave open, with the answer that held on a day, who gave it and why. */
export const settings = query({
  name: 'programmes.settings',
  label: { zh: '计数口径', en: 'Settings of figures' },
  input: settingsInput,
  right: { always: true },
  async run({ store }, { asOf }) {
    const decided = await decidedSettings(store, asOf)
    const indicators = countedIndicators(store.catalogue)
      .filter(({ rule }) => rule.settings !== undefined)
      .map((each) => ({ code: each.code, title: each.rule.title, settings: shownSettings(each, decided) }))
    return { indicators } satisfies Settings
  },
})

/** The settings of one indicator as pages show them. */
export function shownSettings({ code, rule }: CountedIndicator, decided: readonly Decided[]): StandingSetting[] {
  return standingSettings(code, rule, decided).map((each) => {
    const own = each.standard ? undefined : decided.find(({ indicator, setting }) => indicator === code && setting === each.setting)
    return { ...each, choices: [...each.choices], decided: own ? { by: own.by, at: own.at, reason: own.reason } : null }
  })
}
