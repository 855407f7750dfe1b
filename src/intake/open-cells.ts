/** Cells that are not plainly written are read one distinct text at a time, by the one reading there is. */
import type { Engine } from '../engine/index.ts'
import { isMonthText } from '../policy/index.ts'
import { type BatchPlan, contextOf, countSql, openCellsSql, settleSql, splitOpenCell } from './batch.sql.ts'

/** Reads what the engine's fast reading left open and puts it into the batch. */
export async function readOpenCells(engine: Engine, plan: BatchPlan): Promise<void> {
  const [counts] = await engine.rows<{ with_open: number }>(countSql(plan))
  if ((counts?.with_open ?? 0) === 0) return
  const byBit = new Map(plan.fields.map((field) => [field.bit, { field, context: contextOf(field, 0) }]))
  const bits = new Set<number>()
  await engine.run('CREATE OR REPLACE TEMP TABLE slow_cell(cell VARCHAR, bit INTEGER, value VARCHAR, state VARCHAR, is_month BOOLEAN)')
  const cells = await engine.rows<{ cell: string }>(openCellsSql(plan))
  type Settled = [string, number, string | null, string, boolean]
  const settled = cells.flatMap(({ cell }): Settled[] => {
    const { bit, raw } = splitOpenCell(cell)
    const known = byBit.get(bit)
    if (!known) return []
    bits.add(bit)
    const reading = known.field.kind.read(raw, known.context)
    if (typeof reading === 'string') return [[cell, bit, null, reading, false]]
    const isMonth = known.field.name === plan.eventDay && known.field.field.month_is !== 'first' && isMonthText(raw)
    return [[cell, bit, reading.value, 'value', isMonth]]
  })
  await engine.append('slow_cell', settled)
  for (const sql of settleSql(plan, bits)) await engine.run(sql)
}
