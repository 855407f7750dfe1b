/** The run in a few lines for whoever started it. */
import { join } from 'node:path'
import type { Policy } from '../policy/index.ts'
import type { Summary } from './summary.ts'

/** How wide a text stands on a terminal: a Chinese character takes two columns. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}

const left = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - width(text)))
const right = (text: string, columns: number) => ' '.repeat(Math.max(0, columns - width(text))) + text
const count = (value: number) => value.toLocaleString('en-US')

/** What was compared, hits per rule, warnings, and where the results lie. */
export function summaryText(summary: Summary, out: string, policy: Policy): string {
  const rows = summary.datasets.reduce((sum, { rows_in }) => sum + rows_in, 0)
  const rejected = summary.datasets.reduce((sum, { rejected }) => sum + rejected, 0)
  const departments = summary.datasets.filter(({ dataset }) => dataset !== 'household_register')
  const accepted = departments.reduce((sum, { accepted }) => sum + accepted, 0)
  const linked = departments.reduce((sum, { linked }) => sum + linked, 0)
  const lines = [
    `区划 ${summary.region}，比对日 ${summary.as_of}，政策版本 ${summary.policy_hash.slice(0, 12)}`,
    `读入 ${summary.datasets.length} 张表、${count(rows)} 行(${count(rejected)} 行退回);${count(summary.households)} 户、${count(summary.persons)} 人；部门数据 ${count(accepted)} 行，关联到人 ${count(linked)} 行`,
    `有线索的户 ${count(summary.households_with_leads)} 户，线索 ${count(summary.leads)} 条`,
    '',
    `${left('规则', 40)}${right('命中', 10)}${right('不命中', 12)}${right('不能判定', 12)}`,
    ...summary.rules.map(
      (rule) =>
        `${left(policy.rules.get(rule.rule_id)?.label ?? rule.rule_id, 40)}${right(count(rule.hit), 10)}${right(count(rule.clear), 12)}${right(count(rule.unknown), 12)}`,
    ),
    '',
    ...(summary.warnings.length > 0 ? ['请注意:', ...summary.warnings.map((warning) => `  · ${warning}`), ''] : []),
    ...(summary.files_skipped.length > 0
      ? [
          `跳过 ${summary.files_skipped.length} 个文件或工作表:`,
          ...summary.files_skipped.slice(0, 10).map(({ file, sheet, reason }) => `  · ${file}${sheet ? ` [${sheet}]` : ''}：${reason}`),
          '',
        ]
      : []),
    `用时 ${summary.seconds.total.toFixed(1)} 秒(读取 ${summary.seconds.read.toFixed(1)}、关联 ${summary.seconds.link.toFixed(1)}、事实 ${summary.seconds.facts.toFixed(1)}、规则 ${summary.seconds.rules.toFixed(1)}、质量 ${summary.seconds.quality.toFixed(1)}、写出 ${(summary.seconds.write + summary.seconds.workbooks).toFixed(1)})，内存峰值 ${summary.peak_rss_mb} MB`,
    `结果在 ${join(out, '结果.xlsx')}；各乡镇核实表在 ${join(out, '乡镇核实')}`,
  ]
  return `${lines.join('\n')}\n`
}
