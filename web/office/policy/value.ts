/** A parameter as the API answers it, and its values in words. */
import type { Answer } from '../../api/client.ts'

export type Parameter = Answer<'/api/v1/policy/parameters'>['items'][number]

const units: Record<string, string> = { 月: '个月' }

export function valueInWords(value: Parameter['value'], unit: string): string {
  if (value === null) return '未录入'
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return `${typeof value === 'number' ? value.toLocaleString('zh-CN') : value} ${units[unit] ?? unit}`.trim()
}
