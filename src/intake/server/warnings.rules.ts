/** What an officer is told about a file before it is accepted: found, never guessed, with what may be done about it. */
import type { FileWarning } from './file-forms.ts'

/** Another file, as it is named in a sentence. */
export interface OtherFile {
  id: number
  name: string
  month: string
  /** Day of handing in. */
  day: string
  by: string
  stateLabel: string
}

export interface SheetFacts {
  dataset: string
  label: string
  /** What the event day is called: 死亡日期. */
  eventLabel: string
  addsUp: boolean
  rows: number
  months: readonly { month: string; rows: number }[]
  townships: readonly { name: string; rows: number }[]
}

/** The file of the month before, of the same dataset and department. */
export interface Previous {
  fileId: number
  month: string
  rows: number
  townships: readonly { name: string; rows: number }[]
}

export interface Limits {
  halfFilePercent: number
  halfFileRows: number
  wrongMonthPercent: number
}

const acceptBeside = { choice: 'accept_beside', label: '分几份报送，一并计入' } as const
const acceptAnyway = { choice: 'accept_anyway', label: '核对无误，仍然接收' } as const
const withdraw = { choice: 'withdraw', label: '撤回这一份' } as const

const named = (file: OtherFile) => `${file.day} ${file.by}报送的“${file.name}”（第 ${file.id} 号，${file.stateLabel}）`

export function duplicateFile(twins: readonly OtherFile[]): FileWarning[] {
  if (twins.length === 0) return []
  const message = `这份文件与${twins.map(named).join('、')}内容完全相同。`
  return [{ code: 'duplicate_file', message, mustDecide: true, choices: [withdraw, acceptAnyway] }]
}

export function duplicateRows(twins: readonly { label: string; rows: number; file: OtherFile }[]): FileWarning[] {
  return twins.map(({ label, rows, file }) => ({
    code: 'duplicate_rows',
    message: `“${label}”的 ${rows} 行与${named(file)}逐行相同，只是文件不同。`,
    mustDecide: true,
    choices: [withdraw, acceptAnyway],
  }))
}

/** Events of the month said must be there where files add up, and hardly any after it in any file. */
export function wrongMonth(month: string, sheet: SheetFacts, { wrongMonthPercent }: Limits): FileWarning[] {
  const dated = sheet.months.reduce((sum, { rows }) => sum + rows, 0)
  if (dated === 0) return []
  const later = sheet.months.filter((one) => one.month > month).reduce((sum, { rows }) => sum + rows, 0)
  const within = sheet.months.find((one) => one.month === month)?.rows ?? 0
  const isLater = later * 100 > dated * wrongMonthPercent
  if (!isLater && !(sheet.addsUp && within === 0)) return []
  const fullest = [...sheet.months].sort((a, b) => b.rows - a.rows || (a.month < b.month ? 1 : -1))[0]
  const found = isLater ? `有 ${later} 行的${sheet.eventLabel}在 ${month} 以后` : `没有一行的${sheet.eventLabel}在 ${month}`
  const most = fullest === undefined ? '' : `，最多的是 ${fullest.month}（${fullest.rows} 行）`
  return [
    {
      code: 'wrong_month',
      message: `所报月份是 ${month}，但“${sheet.label}”的 ${dated} 行中${found}${most}，请核对月份。`,
      mustDecide: true,
      choices: [
        ...(fullest === undefined || fullest.month === month
          ? []
          : [{ choice: 'change_month' as const, label: `改为 ${fullest.month}`, month: fullest.month }]),
        acceptAnyway,
        withdraw,
      ],
    },
  ]
}

/** Far fewer rows than last time, or townships that are gone; where files add up, small numbers come and go. */
export function halfFile(sheet: SheetFacts, previous: Previous | undefined, { halfFilePercent, halfFileRows }: Limits): FileWarning[] {
  if (previous === undefined) return []
  const here = new Set(sheet.townships.map(({ name }) => name))
  const least = sheet.addsUp ? halfFileRows : 1
  const gone = here.size === 0 && sheet.rows > 0 ? [] : previous.townships.filter(({ name, rows }) => !here.has(name) && rows >= least)
  const isFew = previous.rows >= halfFileRows && sheet.rows * 100 < previous.rows * halfFilePercent
  if (!isFew && gone.length === 0) return []
  const share = Math.round((sheet.rows * 100) / Math.max(1, previous.rows))
  const parts = [
    ...(isFew ? [`只有 ${sheet.rows} 行，上次（${previous.month}，第 ${previous.fileId} 号）有 ${previous.rows} 行，仅为 ${share}%`] : []),
    ...(gone.length > 0 ? [`缺少上次（${previous.month}）有的乡镇：${gone.map(({ name }) => name).join('、')}`] : []),
  ]
  const message = `“${sheet.label}”可能不完整：${parts.join('；')}。`
  return [{ code: 'half_file', message, mustDecide: true, choices: [withdraw, acceptAnyway] }]
}

export function looksLikeCorrection(candidates: readonly OtherFile[]): FileWarning {
  return {
    code: 'looks_like_correction',
    message: '这份文件像是填好的改正表（有“原文件行号”“问题”两列），但没有指明改正的是哪一份文件；照此接收，就只有表中这些行。',
    mustDecide: true,
    choices: [
      ...candidates.map((file) => ({ choice: 'point_to' as const, label: `改正的是第 ${file.id} 号“${file.name}”`, fileId: file.id })),
      acceptAnyway,
      withdraw,
    ],
  }
}

export function alreadyAccepted(label: string, month: string, files: readonly OtherFile[]): FileWarning[] {
  if (files.length === 0) return []
  const message = `${month} 的“${label}”已接收过${files.map(named).join('、')}。请说明：以本份为准，还是分几份报送、一并计入。`
  return [
    { code: 'already_accepted', message, mustDecide: true, choices: [{ ...acceptAnyway, label: '以本份为准' }, acceptBeside, withdraw] },
  ]
}

export function notYourDataset(labels: readonly string[]): FileWarning[] {
  if (labels.length === 0) return []
  const message = `“${labels.join('”“')}”不是本部门报送的数据表，接收时不计入。`
  return [{ code: 'not_your_dataset', message, mustDecide: false, choices: [acceptAnyway, withdraw] }]
}

export function whichDepartment(candidates: readonly string[]): FileWarning {
  const choices = candidates.map((department) => ({ choice: 'choose_department' as const, label: department, department }))
  return {
    code: 'which_department',
    message: '还不知道这份文件是哪个部门的，请选择报送部门。',
    mustDecide: true,
    choices: [...choices, withdraw],
  }
}

export function readerSays(messages: readonly string[]): FileWarning[] {
  return messages.map((message) => ({ code: 'reader', message, mustDecide: false, choices: [] }))
}

/** The two columns a correction workbook ends with. */
export const correctionColumns = { row: '原文件行号', issues: '问题' } as const

export function isCorrection(headers: readonly string[]): boolean {
  return headers.includes(correctionColumns.row) && headers.includes(correctionColumns.issues)
}
