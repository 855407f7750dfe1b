/** The words of notices: their kinds, states and the days they still owe. */
import { Mark } from '../../parts/words.tsx'

export const kindLabels = {
  recognition: '识别公示',
  clearing: '消除公示',
  recognition_result: '认定公告',
  clearing_result: '消除公告',
} as const

export const noticeTone = { prepared: 'yellow', posted: 'blue', ended: 'green', withdrawn: undefined } as const

interface Days {
  state: keyof typeof noticeTone
  daysLeft: number | null
  mayEnd: boolean
  isProvisional: boolean
}

/** How long it must still hang, in words. */
export function DaysLeft({ notice: { state, daysLeft, mayEnd, isProvisional } }: { notice: Days }) {
  if (state !== 'posted') return null
  if (daysLeft === null) return <Mark tone="yellow">暂停</Mark>
  return mayEnd ? <Mark tone="red">已满，应收起</Mark> : <span>{`${daysLeft} 天后可收起${isProvisional ? '（暂按周末推算）' : ''}`}</span>
}
