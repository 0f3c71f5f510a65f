import { addToBatch, cancelBatch, closeNotice, openNotice, publishBatch, removeFromBatch, startBatch } from './commands/batches.ts'
import { publishWithdrawal } from './commands/publish-withdrawal.ts'
import { batchView } from './queries/batch-view.ts'
import { batch } from './registers/batch.register.ts'

export { type Batch, batch } from './registers/batch.register.ts'

export const selection = {
  registers: [batch],
  commands: [startBatch, addToBatch, removeFromBatch, openNotice, closeNotice, publishBatch, cancelBatch, publishWithdrawal],
  queries: [batchView],
}
