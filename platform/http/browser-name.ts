/** A browser and its system in a few words, such as "Chrome 130 · Windows", from the User-Agent header. */
export function browserName(userAgent: string): string {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(userAgent))
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))
  const version = browser?.[1].exec(userAgent)?.[1]
  const name = browser && (version ? `${browser[0]} ${version}` : browser[0])
  return [name, system?.[0]].filter(Boolean).join(' · ') || userAgent.slice(0, LONGEST_NAME)
}

const LONGEST_NAME = 40

/** Most browsers also name Chrome or Safari, so these two stand last. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['WeChat', /MicroMessenger\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['QQBrowser', /QQBrowser\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
]

const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Windows', /Windows/],
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS X/],
  ['UOS', /UOS|UnionTech/],
  ['Kylin', /Kylin/],
  ['Linux', /Linux/],
]
