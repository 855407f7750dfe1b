/** How a referral stands, as a coloured word. */
import { Mark } from '../../parts/words.tsx'

const tones = { waiting: 'blue', accepted: 'blue', granted: 'green', refused: undefined, withdrawn: undefined } as const

export function StateMark({ line }: { line: { state: keyof typeof tones; stateLabel: string; isOverdue: boolean } }) {
  return (
    <span className="marks">
      <Mark tone={tones[line.state]}>{line.stateLabel}</Mark>
      {line.isOverdue ? <Mark tone="red">逾期</Mark> : null}
    </span>
  )
}
