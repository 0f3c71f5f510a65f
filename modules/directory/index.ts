import { handOver } from './commands/hand-over.ts'
import { noteIncident } from './commands/note-incident.ts'
import { resetPassword } from './commands/reset-password.ts'
import { areaGroups } from './queries/area-groups.ts'
import { postsOfUnit } from './queries/posts-of-unit.ts'
import { terms } from './queries/terms.ts'
import { area } from './registers/area.register.ts'
import { areaGroup } from './registers/area-group.register.ts'
import { areaSuccession } from './registers/area-succession.register.ts'
import { classification } from './registers/classification.register.ts'
import { classificationTerm } from './registers/classification-term.register.ts'
import { crosswalk } from './registers/crosswalk.register.ts'
import { orgUnit } from './registers/org-unit.register.ts'
import { person } from './registers/person.register.ts'
import { post } from './registers/post.register.ts'
import { secrecyIncident } from './registers/secrecy-incident.register.ts'
import { tenure } from './registers/tenure.register.ts'

export { createAccount } from './commands/accounts.ts'
export { type ClassificationGiven, INSTALLER, keepClassifications } from './commands/keep-classifications.ts'
export { noteMark } from './commands/note-incident.ts'
export { resetPasswordAtMachine } from './commands/reset-password.ts'
export { languagesOf, peopleOfLogin } from './queries/accounts.ts'
export { type Jurisdiction, jurisdictions, keepJurisdiction, setUpJurisdiction } from './queries/accounts-jurisdictions.ts'
export { groupsOn } from './queries/area-groups.ts'
export { allAreas, areaTitles } from './queries/areas.ts'
export { type DemonstrationAccount, demonstrationAccounts } from './queries/demonstration-accounts.ts'
export { actorsOf, holderOf } from './queries/post-holder.ts'
export { sweepSessions } from './queries/sessions.ts'
export { classesOn } from './queries/terms.ts'
export { type Area, area } from './registers/area.register.ts'
export { areaGroup } from './registers/area-group.register.ts'
export { areaSuccession } from './registers/area-succession.register.ts'
export { classification } from './registers/classification.register.ts'
export { classificationTerm } from './registers/classification-term.register.ts'
export { crosswalk } from './registers/crosswalk.register.ts'
export { type OrgUnit, orgUnit } from './registers/org-unit.register.ts'
export { type Person, person } from './registers/person.register.ts'
export { type Post, post } from './registers/post.register.ts'
export { type Tenure, tenure } from './registers/tenure.register.ts'
export { type Role, roles } from './rules/roles.ts'

export const directory = {
  registers: [
    area,
    orgUnit,
    person,
    post,
    tenure,
    classification,
    classificationTerm,
    crosswalk,
    areaSuccession,
    areaGroup,
    secrecyIncident,
  ],
  commands: [handOver, noteIncident, resetPassword],
  queries: [terms, areaGroups, postsOfUnit],
}
