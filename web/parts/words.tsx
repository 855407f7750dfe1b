/** How values are written everywhere: days, moments, money, urgency, yes and no. */
import dayjs from 'dayjs'
import type { ReactNode } from 'react'

export function Moment({ at }: { at: string | null | undefined }) {
  if (!at) return <span className="faint">—</span>
  const moment = dayjs(at)
  return (
    <time className="number" dateTime={at} title={moment.format('YYYY-MM-DD HH:mm:ss')}>
      {moment.format('YYYY-MM-DD HH:mm')}
    </time>
  )
}

export const dash = <span className="faint">—</span>

/** `空` as a dash, so that an empty cell is seen to be empty. */
export function orDash(value: ReactNode): ReactNode {
  return value === null || value === undefined || value === '' ? dash : value
}

export function money(yuan: string | number | null | undefined): ReactNode {
  if (yuan === null || yuan === undefined || yuan === '') return dash
  const number = Number(yuan)
  return <span className="number">{number.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
}

export const count = (number: number) => number.toLocaleString('zh-CN')

export const urgencyLabels = { red: '红', yellow: '黄', green: '绿' } as const
export const severityLabels = { high: '高', medium: '中', low: '低' } as const
const severityTone = { high: 'red', medium: 'yellow', low: 'green' } as const

/** The colour is also a word, for those who cannot tell colours apart. */
export function Urgency({ level }: { level: keyof typeof urgencyLabels }) {
  return <span className={`mark ${level}`}>{urgencyLabels[level]}色</span>
}

export function Severity({ level }: { level: keyof typeof severityLabels }) {
  return <span className={`mark ${severityTone[level]}`}>{severityLabels[level]}</span>
}

export function Mark({ tone, children }: { tone?: 'red' | 'yellow' | 'green' | 'blue' | undefined; children: ReactNode }) {
  return <span className={tone ? `mark ${tone}` : 'mark'}>{children}</span>
}

/** Pairs of label and value as on a form; `undefined` leaves a line out. */
export function Facts({ lines }: { lines: readonly (readonly [string, ReactNode] | undefined)[] }) {
  return (
    <dl className="facts">
      {lines
        .filter((line) => line !== undefined)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{orDash(value)}</dd>
          </div>
        ))}
    </dl>
  )
}
