/** Rows of the database as the routes answer them. */
import type { Policy } from '../../policy/index.ts'
import { type FileDetail, fileStateLabels, type HandedInFile, type HandedInSheet } from './file-forms.ts'
import type { FileRow } from './files.queries.ts'
import type { SheetRow } from './sheets.queries.ts'

const moment = (at: Date | null) => at?.toISOString() ?? null

export function fileAnswer(policy: Policy, row: FileRow, sheets: readonly SheetRow[]): HandedInFile {
  const datasets = [...new Set(sheets.flatMap(({ dataset }) => (dataset === null ? [] : [dataset])))]
  return {
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    month: row.month,
    department: row.department,
    note: row.note,
    state: row.state,
    stateLabel: fileStateLabels[row.state],
    problem: row.problem,
    datasets: datasets.map((name) => ({ name, label: policy.datasets.get(name)?.label ?? name })),
    rowsIn: row.rows_in,
    accepted: row.accepted_rows,
    rejected: row.rejected_rows,
    issues: row.issues,
    warnings: row.warnings,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    jobId: row.job_id,
    handedInBy: row.handed_in_by_name,
    handedInAt: row.handed_in_at.toISOString(),
    acceptedBy: row.accepted_by_name,
    acceptedAt: moment(row.accepted_at),
    withdrawnBy: row.withdrawn_by_name,
    withdrawnAt: moment(row.withdrawn_at),
    withdrawnReason: row.withdrawn_reason,
    wasInUse: row.was_in_use,
    destroyedAt: moment(row.destroyed_at),
    version: row.version,
  }
}

export function fileDetailAnswer(policy: Policy, row: FileRow, sheets: readonly SheetRow[]): FileDetail {
  return { ...fileAnswer(policy, row, sheets), sheets: sheets.map((sheet) => sheetAnswer(policy, sheet)) }
}

function sheetAnswer(policy: Policy, row: SheetRow): HandedInSheet {
  return {
    no: row.sheet_no,
    name: row.name,
    dataset: row.dataset,
    datasetLabel: row.dataset === null ? null : (policy.datasets.get(row.dataset)?.label ?? row.dataset),
    reason: row.reason,
    headerRow: row.header_row,
    rowsIn: row.rows_in,
    accepted: row.accepted_rows,
    rejected: row.rejected_rows,
    columns: row.columns,
    missing: row.missing,
    months: row.months,
    townships: row.townships,
    issueCounts: row.issue_counts,
    chosenDataset: row.chosen_dataset,
    chosenColumns: row.chosen_columns,
  }
}
