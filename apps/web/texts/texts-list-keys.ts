import type { Texts } from './words.ts'

/** What the keys do in a list. */
export const listKeyTexts = {
  open: { zh: '快捷键', en: 'Keys' },
  title: { zh: '列表的键盘操作', en: 'The list by keyboard' },
  move: { zh: '下一条 / 上一条，也可用方向键', en: 'next / previous entry, or the arrow keys' },
  enter: { zh: '打开', en: 'open' },
  peek: { zh: '速览，再按关闭；速览时 j、k 换条目', en: 'peek, again to close; j and k go on while peeking' },
  choose: { zh: '选择，再按取消', en: 'choose, again to take back' },
  search: { zh: '搜索', en: 'search' },
  help: { zh: '显示本说明', en: 'show this help' },
} as const satisfies Texts
