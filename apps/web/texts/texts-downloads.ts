import type { Texts } from './words.ts'

export const downloadTexts = {
  running: { zh: '正在导出“{name}”', en: 'Exporting “{name}”' },
  soFar: { zh: '已取得 {size}，用时 {seconds} 秒；可以离开本页', en: '{size} so far, {seconds} s; you may leave this page' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  broken: { zh: '“{name}”没有导完就中断了，未保存文件，请重新导出', en: '“{name}” broke off on the way and was not kept; export it again' },
} as const satisfies Texts
