import { technology } from './technologies/technology.register.ts'

/** Definitions that ship with the product and have no command of their own. A new register is one file and one line here. */
export const shippedRegisters = [technology]
