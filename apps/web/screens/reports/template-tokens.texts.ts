/** What stands in the braces of a template: papers are Chinese, and so are the words by which their figures are named. */
export const TOKENS = {
  said: { period: '统计期', asOf: '截至日' },
  quarter: '本期',
  toldAs: { change: '比上期', share: '完成率', target: '目标', light: '进度' },
  measure: '口径',
  area: '地区',
} as const
