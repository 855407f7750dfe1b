/** The head of every page: its name, one line of what it is for, and what can be done. */
import type { ReactNode } from 'react'
import { useEffect } from 'react'

export function Page({ title, hint, actions, children }: { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 衔接`
  }, [title])
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-words">
          <h1>{title}</h1>
          {hint ? <p>{hint}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {children}
    </div>
  )
}

/** A white block with an optional heading. */
export function Block({
  title,
  extra,
  children,
  className,
}: {
  title?: ReactNode
  extra?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={`block ${className ?? ''}`}>
      {title || extra ? (
        <div className="block-head">
          <h2>{title}</h2>
          <div>{extra}</div>
        </div>
      ) : null}
      {children}
    </section>
  )
}
