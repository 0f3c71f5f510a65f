import type { Guard } from '#engine/store/guard.ts'
import { CONFIRMER_NAMES } from '../rules/statistic-settings.ts'

/** A value goes to whom the settings of its indicator name; one that is asked for has it already, one entered by hand is held against them. */
export const confirmedAsSet: Guard = {
  register: 'statistic',
  move: 'submit',
  async against({ rows, need, look }) {
    const indicators = await look(need('statistical_indicator'), { field: 'id', oneOf: rows.map(({ indicator }) => String(indicator)) })
    return rows.flatMap(({ indicator, confirmer }) => {
      const set = indicators.find(({ id }) => id === indicator)
      const wanted = CONFIRMER_NAMES[set?.['confirmedBy'] as keyof typeof CONFIRMER_NAMES] // a code of the field, or none
      if (!set || !wanted || set['confirmedBy'] === (confirmer ?? 'head')) return []
      return [
        {
          zh: `“${String(set['title'])}”由${wanted.zh}确认，请在“确认人”中选择`,
          en: `“${String(set['titleEn'] ?? set['title'])}” is confirmed by: ${wanted.en}; choose it as who confirms`,
        },
      ]
    })
  },
}
