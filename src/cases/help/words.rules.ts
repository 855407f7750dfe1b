/** Labels of measures and plans. */
import { caseLifecycle } from '../lifecycle.ts'
import type { Character } from './help-policy.ts'

export const measureStateLabels = { planned: '待落实', running: '实施中', ended: '已结束', cancelled: '已取消' } as const
export type MeasureState = keyof typeof measureStateLabels

export const characterLabels: Readonly<Record<Character, string>> = {
  development: '开发式',
  training: '技能培训',
  guarantee: '保障性',
  safety_net: '兜底',
  other: '其他',
}
export const timingLabels = { preventive: '预防性', after: '事后' } as const

/** The Chinese name of a case's state. */
export function stateLabelOf(state: string): string {
  const states: Readonly<Record<string, { label: string }>> = caseLifecycle.states
  return states[state]?.label ?? state
}
