import { enterprise } from './enterprises/enterprise.register.ts'
import { park } from './parks/park.register.ts'
import { scenario } from './scenarios/scenario.register.ts'
import { standard } from './standards/standard.register.ts'
import { technology } from './technologies/technology.register.ts'

/** Definitions that ship with the product and have no command of their own. A new register is one file and one line here. */
export const shippedRegisters = [technology, standard, scenario, enterprise, park]
