/** How long a user name must wait after wrong log-ins: nothing at first, then longer each time. */

/** Minutes to wait after the first, second, … wrong try in a row; the last holds for all that follow. */
export const waitMinutes: readonly number[] = [0, 0, 0, 0, 1, 2, 5, 10, 20, 40, 60]

/** After this many hours without a try the count begins anew. */
export const forgetHours = 24

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The wait in the words of the lock-out line: the clock in China and whole minutes, rounded up. */
export function waitWords(until: Date, now: Date): { until: string; minutes: number } {
  const minute = 60_000
  const rounded = new Date(Math.ceil(until.getTime() / minute) * minute)
  return { until: clock.format(rounded), minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / minute)) }
}
