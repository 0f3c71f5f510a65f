/** Who sets up channels and looks after what leaves the house. */
export const ADMINISTRATOR = { role: 'administrator' }
