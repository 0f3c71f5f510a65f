import { chooseSettingInput } from '#contract/programmes.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { countedIndicators, PLANNER } from '#modules/plans/index.ts'
import { figureSetting } from '../registers/figure-setting.register.ts'
import type { ChosenSetting } from '../rules/settings.ts'

/** Answers a question that a plan's text leaves open: from now on the figure is counted this way, earlier days keep what held then. */
export const chooseSetting = command({
  name: 'programmes.choose-setting',
  label: { zh: '确定计数口径', en: 'Choose a setting' },
  input: chooseSettingInput,
  right: PLANNER,
  async run(call, chosen) {
    const fault = await keepSetting(call, chosen)
    if (fault) return fault
    const { indicator, setting, choice } = chosen
    return { indicator, setting, choice }
  },
})

/** Keeps one choice with its reason; a refusal when the indicator has no such question or no such answer. */
export async function keepSetting(
  call: Call,
  { indicator, setting, choice, reason }: ChosenSetting & { readonly reason: string },
  packKey: string | null = null,
): Promise<Refusal | undefined> {
  const rule = countedIndicators(call.facts.store.catalogue).find(({ code }) => code === indicator)?.rule
  const asked = rule?.settings && Object.hasOwn(rule.settings, setting) ? rule.settings[setting] : undefined
  if (!asked)
    return refuse(
      'invalid',
      'setting.unknown',
      `指标 ${indicator} 没有名为 ${setting} 的口径设置`,
      `the indicator ${indicator} has no setting ${setting}`,
    )
  if (!Object.hasOwn(asked.choices, choice))
    return refuse(
      'invalid',
      'setting.unknown-choice',
      `“${asked.question.zh}”没有选项 ${choice}；可选：${Object.values(asked.choices)
        .map(({ label }) => label.zh)
        .join('、')}`,
      `“${asked.question.en}” has no choice ${choice}; there are: ${Object.values(asked.choices)
        .map(({ label }) => label.en)
        .join(', ')}`,
    )
  call.because(reason)
  const [own] = await call.find(figureSetting, {
    all: [
      { field: 'indicator', is: indicator },
      { field: 'setting', is: setting },
    ],
  })
  if (own) call.change(figureSetting, own, { choice, reason })
  else call.create(figureSetting, [{ indicator, setting, choice, reason, basis: asked.basis.zh.slice(0, 300), packKey }])
  return undefined
}
