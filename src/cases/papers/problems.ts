/** What cannot be done about papers, in words an officer can act on. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const paperProblems = {
  notReady:   kind<{ title: string; missing: string }>('papers.not_ready',   409, (d) => `还不能打印“${d.title}”：${d.missing}。`),
  noUnmask:   kind<object>(                            'papers.no_unmask',   403, () => '您没有查看完整证件号码的权限，只能打印遮盖的表单。'),
  noReason:   kind<object>(                            'papers.no_reason',   422, () => '打印完整证件号码须填写原因（至少 2 个字），并留下记录。'),
  nobody:     kind<{ from: string; until: string }>(   'papers.nobody',      404, (d) => `${d.from} 至 ${d.until} 之间没有新识别或消除风险的户。`),
} as const
