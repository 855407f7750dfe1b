/** Something wider than a narrow screen: it scrolls by itself, and by keyboard. */
import type { ReactNode } from 'react'

export function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="calendar-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
