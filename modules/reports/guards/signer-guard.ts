import type { Guard } from '#engine/store/guard.ts'

/** Nothing is passed on to a signer who is not there: somebody must hold a signer's post today. */
export const somebodySigns: Guard = {
  register: 'report',
  move: 'endorse',
  async against({ need, look, today }) {
    const posts = await look(need('post'), {
      all: [
        { field: 'role', is: 'signer' },
        { field: 'state', is: 'active' },
      ],
    })
    const held = await look(need('tenure'), {
      all: [
        { field: 'post', oneOf: posts.map(({ id }) => String(id)) },
        { field: 'state', is: 'active' },
        { field: 'fromOn', atMost: today },
        {
          any: [
            { field: 'untilOn', filled: false },
            { field: 'untilOn', atLeast: today },
          ],
        },
      ],
    })
    return held.length > 0 ? [] : [NOBODY]
  },
}

const NOBODY = {
  zh: '目前没有在任的签发人，请系统管理员为主要领导或受权领导设置“签发人”岗位',
  en: 'nobody holds a signer’s post today; ask the administrator to set one up for the principal leader or an authorised deputy',
}
