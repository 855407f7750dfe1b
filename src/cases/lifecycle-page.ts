/** The lifecycles as a page for people: a diagram of the states, and tables of limits and moves. */
import { loadRoles, permissions } from '../access/index.ts'
import { type CaseKind, lifecycleOf, lifecycles } from './lifecycles.ts'
import { actionLabels, officeLabels, recordLabels } from './words.rules.ts'

const titles: Readonly<Record<CaseKind, string>> = { monitoring: '监测帮扶', exit_review: '原建档立卡户退出评估' }
const overdue = { remind: '提醒', escalate: '转上一级督办' } as const

/** The whole text of `docs/lifecycle.md`. */
export function lifecyclePage(): string {
  const kinds = Object.keys(lifecycles) as CaseKind[]
  const head =
    '# 帮扶事项的一生\n\n本页由测试 `test/cases/lifecycle.test.ts` 从 `src/cases/lifecycles.ts` 所列的各表生成（更新快照即重新生成），不要手工修改。\n'
  return `${[head, ...kinds.map(partOf)].join('\n')}`
}

function partOf(kind: CaseKind): string {
  return [`## ${titles[kind]}`, '', diagram(kind), '', '### 期限', '', limits(kind), '', '### 步骤', '', steps(kind), ''].join('\n')
}

function diagram(kind: CaseKind): string {
  const { initial, states, moves } = lifecycleOf(kind)
  const names = Object.entries(states).map(([state, { label }]) => `  ${state} : ${label}`)
  const arrows = new Map<string, string[]>()
  for (const { from, to, action } of moves)
    arrows.set(`${from} --> ${to}`, [...(arrows.get(`${from} --> ${to}`) ?? []), actionLabels[action]])
  const lines = [...arrows].map(([arrow, labels]) => `  ${arrow} : ${[...new Set(labels)].join(' / ')}`)
  const ends = Object.entries(states).flatMap(([state, row]) => (row.kind === 'end' ? [`  ${state} --> [*]`] : []))
  return ['```mermaid', 'stateDiagram-v2', ...names, `  [*] --> ${initial}`, ...lines, ...ends, '```'].join('\n')
}

function limits(kind: CaseKind): string {
  const { states, spans } = lifecycleOf(kind)
  const key = (name: string | null) => (name === null ? '—' : `\`${name}\``)
  const rows = Object.entries(states).map(([, row]) => [
    row.label,
    row.heldBy === null ? '—' : officeLabels[row.heldBy],
    key(row.atLeast),
    key(row.atMost),
    row.whenOverdue === null ? '—' : overdue[row.whenOverdue],
  ])
  const whole = spans.map((one) => [
    `${states[one.from].label}至${states[one.until].label}`,
    '—',
    key(one.atLeast),
    key(one.atMost),
    one.whenOverdue === null ? '—' : overdue[one.whenOverdue],
  ])
  return table(['状态', '由谁办理', '至少', '至多', '逾期'], [...rows, ...whole])
}

function steps(kind: CaseKind): string {
  const { states, moves } = lifecycleOf(kind)
  const roles = [...loadRoles().values()]
  const rows = moves.map(({ action, from, to, needs, records, cameFrom }) => [
    actionLabels[action],
    cameFrom === null ? states[from].label : `${states[from].label}（来自${states[cameFrom].label}）`,
    states[to].label,
    roles
      .filter((role) => needs.some((word) => role.permissions.includes(word)))
      .map(({ label }) => label)
      .join('、'),
    needs.map((word) => permissions[word]).join('或'),
    records.map((record) => recordLabels[record]).join('、'),
  ])
  return table(['步骤', '从', '到', '谁可以办', '权限', '须有'], rows)
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}
