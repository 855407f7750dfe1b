/** The colours of a lead's state. */
export const leadStateTone = { open: 'yellow', handled: 'blue', closed: undefined } as const
