import { type RowOf, register } from '#engine/define/register.ts'
import { WINDOW_KEEPER } from '../rules/rights.ts'

/** For how long what somebody has just done can be taken back (取回); one entry, whose versions say what held when. */
export const takeBackWindow = register({
  name: 'take_back_window',
  title: { zh: '取回时限', en: 'Take-back window' },
  basis: '办理后的短时取回是各级办文系统的通行做法，时限由各单位自定',
  titleField: 'reason',
  fields: {
    minutes: {
      kind: 'integer',
      label: { zh: '分钟数', en: 'Minutes' },
      required: true,
      least: 0,
      most: 1440,
      system: true,
    },
    reason: { kind: 'text', label: { zh: '依据或原因', en: 'Reason' }, required: true, longest: 200, system: true },
  },
  createVia: ['collaboration.set-take-back-window'],
  initial: 'inForce',
  states: { inForce: { label: { zh: '执行中', en: 'In force' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: WINDOW_KEEPER, create: WINDOW_KEEPER, edit: WINDOW_KEEPER },
  columns: ['minutes', 'reason'],
})

export type TakeBackWindow = RowOf<typeof takeBackWindow>
