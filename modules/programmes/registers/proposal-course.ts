import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** The course of what a pack or a confirmed plan proposes and cannot make: made with it, taken on or not by the planner, and decided otherwise later. */
export const PROPOSAL_COURSE = {
  createVia: ['programmes.install-pack', 'programmes.confirm-plan', 'programmes.adopt-version'],
  initial: 'proposed',
  states: {
    proposed: {
      label: { zh: '待决定', en: 'To be decided' },
      moves: { accept: 'accepted', decline: 'declined' },
      editable: true,
      tone: 'waiting',
    },
    accepted: { label: { zh: '已采纳', en: 'Accepted' }, moves: { decline: 'declined' }, tone: 'good' },
    declined: { label: { zh: '不采纳', en: 'Declined' }, moves: { accept: 'accepted' }, tone: 'plain' },
  },
  moves: {
    accept: { label: { zh: '采纳', en: 'Accept' }, tone: 'main' },
    decline: { label: { zh: '不采纳', en: 'Decline' } },
  },
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER, accept: PLANNER, decline: PLANNER },
} as const
