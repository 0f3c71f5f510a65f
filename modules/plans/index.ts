import { addItem } from './commands/add-item.ts'
import { bringBack } from './commands/bring-back.ts'
import { joinItems } from './commands/join-items.ts'
import { readPlan } from './commands/read-plan.ts'
import { splitItem } from './commands/split-item.ts'
import { switchAssistant } from './commands/switch-assistant.ts'
import { assistantSwitchQuery } from './queries/assistant-switch.ts'
import { planDocument } from './queries/plan-document.ts'
import { assistantSwitch } from './registers/assistant-switch.register.ts'
import { plan } from './registers/plan.register.ts'
import { planItem } from './registers/plan-item.register.ts'
import { policyDocument } from './registers/policy-document.register.ts'
import { target } from './registers/target.register.ts'

export { type TextOfFile, textOfFile } from './commands/text-of-file.ts'
export { LONGEST_TEXT, tooLong, unreadable } from './commands/unreadable.ts'
export { mayAskAssistant } from './queries/assistant-switch.ts'
export { documentText } from './queries/document-text.ts'
export { planDocument } from './queries/plan-document.ts'
export { type Plan, plan } from './registers/plan.register.ts'
export { type PlanItem, planItem } from './registers/plan-item.register.ts'
export { type PolicyDocument, policyDocument } from './registers/policy-document.register.ts'
export { type Target, target } from './registers/target.register.ts'
export { type Findings, findingsOf } from './rules/findings.ts'
export { itemsOf } from './rules/items-of.ts'
export { type CountedIndicator, countedIndicators } from './rules/propose-indicator.ts'
export { PLANNER } from './rules/rights.ts'

export const plans = {
  registers: [policyDocument, planItem, plan, target, assistantSwitch],
  commands: [readPlan, addItem, splitItem, joinItems, bringBack, switchAssistant],
  queries: [planDocument, assistantSwitchQuery],
}
