import type { Texts } from './words.ts'

export const requestTexts = {
  mend: { zh: '填写有误，请改正：', en: 'Please mend:' },
  unreachable: {
    zh: '连不上服务器。请检查网络；已填写的内容还在这里，恢复后可以继续。',
    en: 'The server cannot be reached. Check the network; what you typed is still here, and you can go on afterwards.',
  },
  busy: { zh: '服务器暂时繁忙或正在启动，请稍后重试。', en: 'The server is busy or starting. Please try again shortly.' },
  unreadable: {
    zh: '服务器的回答无法读取，操作可能没有完成。请重试；若仍然如此，请把请求编号告诉管理员。',
    en: 'The answer of the server could not be read; the action may not be complete. Try again; if it stays so, tell the administrator the request number.',
  },
  unexpected: {
    zh: '页面出现意外情况，没有完成这一步。请刷新页面重试；表单里已填写的内容自动保存过，不会丢失。',
    en: 'Something unexpected happened on this page and the step was not completed. Reload and try again; what was typed into a form was kept.',
  },
  requestId: { zh: '请求编号 {id}', en: 'Request {id}' },
  retry: { zh: '重试', en: 'Try again' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  noRight: { zh: '您现在的岗位看不到这里的内容', en: 'Your present post does not see this' },
  noRightNote: {
    zh: '权限归于岗位。如有其他岗位，可在右上角切换；需要开通的，请联系管理员。',
    en: 'Rights belong to posts. Switch to another post at the top right, or ask the administrator.',
  },
  notFound: { zh: '没有这一页', en: 'There is no such page' },
  notFoundNote: { zh: '地址可能有误，或内容已不在此处。', en: 'The address may be wrong, or the content is no longer here.' },
  home: { zh: '回到工作台', en: 'Back to my work' },
} as const satisfies Texts
