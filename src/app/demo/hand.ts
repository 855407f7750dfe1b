/** The hand in which a sheet is filled in: one clean cell to the text, number, serial day, error or formula that stands on paper. */
import type { Cell, Place } from './clean-county.ts'
import type { FieldColumn } from './columns.ts'
import type { MessLevel } from './placing.ts'
import type { Chance } from './random.ts'
import type { DayStyle, OpenSheet, PlannedColumn } from './sheets.ts'
import { emptyText, inWan, spellCode, spellDay, spellMoney, unreadableText } from './spelling.ts'
import type { OutCell } from './text-file.ts'
import type { TruthWriter } from './truth-file.ts'

/** Values of a row by field; anything that is no clean cell is written as it is. */
export type Values = Readonly<Record<string, Cell | OutCell>>

export interface Hand {
  /** Fills in a row about a resident or stranger and notes the cells nobody can read. */
  department(sheet: OpenSheet, who: Values, cells: Values): Place
  register(sheet: OpenSheet, cells: Values): Place
}

const fillers: Record<string, (row: number, draw: Chance) => string> = {
  序号: (row) => String(row),
  险种: (_, draw) => draw.pick(['城乡居民', '职工']),
  缴费档次: () => '400',
  班级: (_, draw) => `${draw.int(1, 12)}班`,
  水源类型: (_, draw) => draw.pick(['集中供水', '山泉水', '水窖']),
  车型: (_, draw) => draw.pick(['小型轿车', '两轮摩托车', '轻型货车']),
  行业: (_, draw) => draw.pick(['批发和零售业', '农业', '住宿和餐饮业']),
  火化场: () => '九九县殡仪馆',
}

const dayNames: Record<DayStyle, string> = {
  dash: 'day_dash',
  slash: 'day_slash',
  dot: 'day_dot',
  compact: 'day_compact',
  chinese: 'day_chinese',
  serial: 'day_serial',
  time: 'day_time',
}

/** Takes up the pen for a county. */
export const openHand = (truth: TruthWriter, level: MessLevel, draw: Chance): Hand => {
  const isFull = level === 'full'
  const oneOf = <T>(styles: readonly T[]): T => (isFull && styles.length > 1 && draw.hit(0.12) ? draw.pick(styles) : (styles[0] as T))
  const amount = (cell: number, { isWan, column }: PlannedColumn, sheet: OpenSheet): OutCell => {
    const style = oneOf(sheet.plan.money)
    if (isWan) return style === 'number' ? inWan(cell) : String(inWan(cell))
    if (!isFull || column?.field !== 'total' || sheet.plan.form !== 'xlsx' || !draw.hit(0.03)) return spellMoney(cell, style)
    truth.planted('formula_cached')
    return { formula: `${cell}+0`, value: cell }
  }
  const day = (cell: string, sheet: OpenSheet): OutCell => {
    const style = oneOf(sheet.plan.days)
    if (isFull) truth.planted(cell.length <= 7 ? 'day_month_only' : dayNames[style])
    return spellDay(cell, style, sheet.plan.counts1904)
  }
  const garbage = (column: FieldColumn, sheet: OpenSheet): OutCell => {
    const text = unreadableText(draw, column.kind, column.field)
    return text === '#N/A' && sheet.plan.form === 'xlsx' ? { error: text } : text
  }
  const spell = (planned: PlannedColumn, column: FieldColumn, cell: Cell | OutCell, sheet: OpenSheet, isRegister: boolean): OutCell => {
    if (cell === null || cell === '') return ''
    if (cell === 'empty') return isFull && !isRegister ? emptyText(draw, column.kind) : ''
    if (cell === 'uncached') return { formula: 'SUM(1,2)', value: null }
    if (cell === 'unreadable') return garbage(column, sheet)
    if (column.kind === 'money' && typeof cell === 'number') return amount(cell, planned, sheet)
    if (column.kind === 'month') return String(cell).replace('-', '')
    if (column.kind === 'day' || column.kind === 'start' || column.kind === 'end') return day(String(cell), sheet)
    if (column.kind === 'code') return spellCode(draw, column.field, cell as Cell, isFull && !isRegister && draw.hit(0.02))
    return typeof cell === 'number' && column.kind !== 'id' ? String(cell) : (cell as OutCell)
  }
  const put = (sheet: OpenSheet, cells: Values, who: Values, isRegister: boolean): Place => {
    const spoiled: PlannedColumn[] = []
    const written = sheet.plan.columns.map((planned): OutCell => {
      const { column } = planned
      if (column === null) return fillers[planned.header]?.(sheet.rows + 1, draw) ?? ''
      const cell = cells[column.field] ?? who[column.field] ?? ''
      if (cell === 'unreadable' || cell === 'uncached') spoiled.push(planned)
      return spell(planned, column, cell, sheet, isRegister)
    })
    const place = sheet.write(written)
    for (const { column, header } of spoiled) {
      const isFormula = column !== null && cells[column.field] === 'uncached'
      truth.cellError({ ...place, column: header, kind: isFormula ? 'formula_without_value' : (column?.kind ?? '') })
    }
    return place
  }
  return {
    department: (sheet, who, cells) => put(sheet, cells, who, false),
    register: (sheet, cells) => put(sheet, cells, {}, true),
  }
}
