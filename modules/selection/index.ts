import { addToBatch, cancelBatch, closeNotice, openNotice, publishBatch, removeFromBatch, startBatch } from './commands/batches.ts'
import { importCalendar } from './commands/calendar.ts'
import { applyToCall, closeCall, extendCall, openCall, startCall } from './commands/calls.ts'
import { raiseObjection, settleObjection } from './commands/objections.ts'
import { publishWithdrawal } from './commands/publish-withdrawal.ts'
import { issueRecommendation, returnScan } from './commands/recommendations.ts'
import { withinTheCall, withinTheQuota } from './guards/call-guards.ts'
import { inALetter } from './guards/letter-guard.ts'
import { objectionGuards } from './guards/objection-guards.ts'
import { batchView } from './queries/batch-view.ts'
import { calendarView, noticeDaysQuery } from './queries/calendar.ts'
import { callView } from './queries/call-view.ts'
import { objectionsView } from './queries/objections-view.ts'
import { recommendationLetterDocument } from './queries/recommendation-letter.ts'
import { recommendationView } from './queries/recommendation-view.ts'
import { batch } from './registers/batch.register.ts'
import { call } from './registers/call.register.ts'
import { holiday } from './registers/holiday.register.ts'
import { objection } from './registers/objection.register.ts'
import { recommendation } from './registers/recommendation.register.ts'

export { calendarFor } from './commands/calendar.ts'
export { openObjections } from './queries/open-objections.ts'
export { type Batch, batch } from './registers/batch.register.ts'
export { type CallEntry, call } from './registers/call.register.ts'
export { type Holiday, holiday } from './registers/holiday.register.ts'
export { type Objection, objection } from './registers/objection.register.ts'
export { type Recommendation, recommendation } from './registers/recommendation.register.ts'
export { type KnownCalendar, remarksOn } from './rules/calendar-table.ts'
export { againstOpenObjections } from './rules/decide-objection.ts'

export const selection = {
  registers: [batch, holiday, call, recommendation, objection],
  commands: [
    startBatch,
    addToBatch,
    removeFromBatch,
    openNotice,
    closeNotice,
    publishBatch,
    cancelBatch,
    publishWithdrawal,
    importCalendar,
    startCall,
    openCall,
    extendCall,
    closeCall,
    applyToCall,
    issueRecommendation,
    returnScan,
    raiseObjection,
    settleObjection,
  ],
  queries: [batchView, calendarView, noticeDaysQuery, callView, recommendationView, objectionsView],
  documents: [recommendationLetterDocument],
  guards: [withinTheCall, withinTheQuota, inALetter, ...objectionGuards],
}
