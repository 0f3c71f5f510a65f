import { theme as antdTheme, type ThemeConfig } from 'antd'

/** Light or dark. */
export type Scheme = 'light' | 'dark'
/** How close the lines stand. */
export type Density = 'comfortable' | 'compact'

/** Every colour of the product. The names say what a colour is for; `applyLook` hands them to the style sheets as --lt-…. */
const SCHEMES = {
  light: {
    primary: '#1F5FBF',
    onPrimary: '#FFFFFF',
    action: '#1F5FBF',
    actionSoft: '#E8F0FB',
    ink: '#1B2330',
    note: '#566070',
    paper: '#FFFFFF',
    raised: '#FFFFFF',
    ground: '#F6F7F9',
    line: '#E3E7ED',
    lineStrong: '#8A94A3',
    official: '#C8102E',
    good: '#2E7D32',
    goodSoft: '#EBF5EC',
    warning: '#8F5500',
    warningSoft: '#FDF2DF',
    bad: '#C62828',
    badSoft: '#FCEBEB',
    idle: '#5F6B7A',
    idleSoft: '#EEF0F3',
    target: '#1F5FBF',
    duty: '#6A3FA0',
    list: '#00695C',
    heading: '#6B7686',
    past: '#5B3A00',
    pastSoft: '#FFF4D6',
    shadow: 'rgba(27, 35, 48, 0.14)',
  },
  dark: {
    primary: '#1F5FBF',
    onPrimary: '#FFFFFF',
    action: '#7FB0F5',
    actionSoft: '#1C2B44',
    ink: '#E8ECF2',
    note: '#A9B3C1',
    paper: '#171C24',
    raised: '#1E2530',
    ground: '#0F1319',
    line: '#2C3440',
    lineStrong: '#7C8797',
    official: '#FF8A96',
    good: '#7BC97F',
    goodSoft: '#16301A',
    warning: '#F0B95C',
    warningSoft: '#35280F',
    bad: '#FF8F8B',
    badSoft: '#3B1A1A',
    idle: '#A9B3C1',
    idleSoft: '#262D38',
    target: '#7FB0F5',
    duty: '#C4A3F0',
    list: '#6FCBBD',
    heading: '#9AA5B5',
    past: '#F5D58A',
    pastSoft: '#3A2E10',
    shadow: 'rgba(0, 0, 0, 0.5)',
  },
} as const

const CHINESE = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif'
/** In English letters come first from a Latin font: in a Chinese one its quotation marks are as wide as a character. */
const FONTS = { zh: CHINESE, en: `"Segoe UI","Helvetica Neue","Noto Sans","Liberation Sans",Arial,${CHINESE}` } as const
const RADIUS = 6
const CONTROL_HEIGHT = { comfortable: 36, compact: 30 } as const satisfies Record<Density, number>

/** How one person sees the product. */
interface Look {
  readonly scheme: Scheme
  readonly density: Density
  readonly language: keyof typeof FONTS
}

/** The theme of Ant Design, from the same colours. */
export function antdThemeOf({ scheme, density, language }: Look): ThemeConfig {
  const colour = SCHEMES[scheme]
  return {
    algorithm: scheme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: 'lantu' },
    hashed: false,
    token: {
      colorPrimary: colour.primary,
      colorInfo: colour.primary,
      colorLink: colour.action,
      colorText: colour.ink,
      colorTextSecondary: colour.note,
      colorTextTertiary: colour.note,
      colorTextPlaceholder: colour.note,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.paper,
      colorBgElevated: colour.raised,
      colorBorder: colour.lineStrong,
      colorBorderSecondary: colour.line,
      colorSuccess: colour.good,
      colorWarning: colour.warning,
      colorError: colour.bad,
      colorInfoBg: colour.actionSoft,
      colorInfoBorder: colour.line,
      colorSuccessBg: colour.goodSoft,
      colorSuccessBorder: colour.line,
      colorWarningBg: colour.warningSoft,
      colorWarningBorder: colour.line,
      colorErrorBg: colour.badSoft,
      colorErrorBorder: colour.line,
      fontFamily: FONTS[language],
      fontSize: 14,
      fontSizeSM: 12,
      borderRadius: RADIUS,
      controlHeight: CONTROL_HEIGHT[density],
      // Who asks for less motion gets none: dialogs and drop-downs stand at once.
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
    },
    components: { Button: { dangerColor: colour.paper } },
  }
}

/** Hands the colours to the style sheets and tells the browser which scheme its own parts should have. */
export function applyLook({ scheme, density, language }: Look) {
  const root = document.documentElement
  for (const [name, value] of Object.entries(SCHEMES[scheme])) root.style.setProperty(`--lt-${dashed(name)}`, value)
  root.style.setProperty('--lt-font', FONTS[language])
  root.style.setProperty('--lt-radius', `${RADIUS}px`)
  root.style.setProperty('--lt-row', density === 'compact' ? '6px' : '10px')
  root.style.colorScheme = scheme
}

/** Colours and letters of charts, the same as around them. */
export function chartColours(scheme: Scheme) {
  const { action, actionSoft, ink, note, line, official, idle, paper, ground, warning } = SCHEMES[scheme]
  return { action, actionSoft, ink, note, line, official, idle, paper, ground, warning, font: CHINESE }
}

/** Six colours for lines beside each other, told apart by people who see red and green alike (after Okabe and Ito, darkened to AA on paper). */
export function seriesColours(scheme: Scheme): string[] {
  return scheme === 'light'
    ? ['#1F5FBF', '#B26A00', '#00735C', '#A8336F', '#5B4AA8', '#566070']
    : ['#7FB0F5', '#F0B95C', '#6FCBBD', '#F09AC4', '#C4A3F0', '#A9B3C1']
}

const dashed = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
