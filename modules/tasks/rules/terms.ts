/** Working days in which a lead unit acknowledges what it was assigned; no national term is known, a province's own is its definition. */
export const ACKNOWLEDGE_DAYS = 3
/** Working days in which the office looks through a report. */
export const CHECK_DAYS = 3
/** Working days in which the division head closes or returns what is reported done. */
export const CLOSE_DAYS = 5
