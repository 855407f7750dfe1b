/** The colours of a job's state. */
export const runTones = { queued: 'blue', running: 'blue', done: 'green', failed: 'red', cancelled: undefined } as const
