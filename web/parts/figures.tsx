/** Figures that lead to what they count. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { count } from './words.tsx'

export function Figures({ children }: { children: ReactNode }) {
  return <div className="figures">{children}</div>
}

interface FigureProps {
  label: string
  value: number | undefined
  note?: ReactNode
  tone?: 'red' | 'yellow' | 'green' | undefined
  to?: string
  search?: Record<string, string | undefined>
}

export function Figure({ label, value, note, tone, to, search = {} }: FigureProps) {
  const inside = (
    <>
      <span>{label}</span>
      <strong>{value === undefined ? '…' : count(value)}</strong>
      {note ? <small>{note}</small> : null}
    </>
  )
  const className = tone ? `figure ${tone}` : 'figure'
  return to ? (
    <Link className={className} to={to as '/'} search={search as never}>
      {inside}
    </Link>
  ) : (
    <div className={className}>{inside}</div>
  )
}
