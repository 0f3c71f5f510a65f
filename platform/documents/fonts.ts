import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The free faces that stand in where an office's commercial ones cannot be shipped (SIL Open Font License): Noto Serif SC for 小标宋, 仿宋 and
 * 楷体, Noto Sans SC for 黑体 and charts.
 */
export function fontFiles(): readonly string[] {
  return FACES.map(([name, file]) => {
    const path = join(folderOf(name), file)
    if (!existsSync(path)) throw new Error(`字体文件缺失：${path}，请运行 npm ci | a font file is missing: ${path}; run npm ci`)
    return path
  })
}

/** Those a chart is drawn with. */
export function chartFonts(): readonly string[] {
  return fontFiles().filter((path) => path.includes('NotoSansSC'))
}

const SERIF = '@expo-google-fonts/noto-serif-sc'
const SANS = '@expo-google-fonts/noto-sans-sc'
const FACES = [
  [SERIF, '400Regular/NotoSerifSC_400Regular.ttf'],
  [SERIF, '600SemiBold/NotoSerifSC_600SemiBold.ttf'],
  [SERIF, '900Black/NotoSerifSC_900Black.ttf'],
  [SANS, '400Regular/NotoSansSC_400Regular.ttf'],
  [SANS, '700Bold/NotoSansSC_700Bold.ttf'],
] as const

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
}
