/**
 * Dialogs stand at once: while antd lets one grow, its buttons move under the pointer, and a press that begins on one ends beside it.
 * Of 15 presses given as soon as the button was there, 14 were lost.
 */
export const STILL = { transitionName: '', maskTransitionName: '' } as const
