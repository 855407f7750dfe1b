/** Cells that are not plainly written are read one distinct text at a time, by the one reading there is. */
import type { Engine } from '../engine/index.ts'
import { isMonthText } from '../policy/index.ts'
import { type BatchCounts, type BatchPlan, contextOf, countSql } from './batch.sql.ts'
import { openCellsSql, settleSql, splitOpenCell } from './open-cells.sql.ts'

/** Reads what the engine's fast reading left open, puts it into the batch and counts the batch. */
export async function readOpenCells(engine: Engine, plan: BatchPlan): Promise<BatchCounts> {
  const counts = await countBatch(engine, plan)
  if (counts.with_open === 0) return counts
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
  return await countBatch(engine, plan)
}

/** Counts a batch as it stands. */
export async function countBatch(engine: Engine, plan: BatchPlan): Promise<BatchCounts> {
  const [counts] = await engine.rows<BatchCounts>(countSql(plan))
  return counts ?? { rows: 0, rows_in: 0, rejected: 0, with_open: 0, unreadable: 0 }
}
