/** Visit forms as the office looks at them, and authorisations taken back. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { incomeTotals, registryPolicy, sheetItems } from '../../registry/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { type AuthorisationRow, authorisationOfForm, authorisationRows, lockAuthorisation, markRevoked } from './authorisations.queries.ts'
import { changeAnswers } from './changes.actions.ts'
import { arrived, type FormFilters, type FormRow, formById, formRows, formVersions, peopleOf } from './forms.queries.ts'
import type {
  authorisationAnswer,
  authorisationPage,
  authorisationQuery,
  formAnswer,
  formLine,
  formPage,
  formQuery,
  revokeBody,
} from './office.schema.ts'
import { visitProblems } from './problems.ts'
import type { FormBody } from './visits.schema.ts'
import { conclusionLabel, purposeLabel, visitsPolicy } from './visits-policy.ts'

type Line = z.infer<typeof formLine>
type Whole = z.infer<typeof formAnswer>

const outcomeLabels = { met: '已见面', not_met: '没有见到人', refused: '不配合' } as const
const answerLabels = { yes: '是', no: '否', unknown: '说不清', words: '' } as const

/** Newest first. */
export async function formList(ctx: Context, query: z.infer<typeof formQuery>): Promise<z.infer<typeof formPage> | FileAnswer> {
  const filters: FormFilters = {
    division: query.division ?? ctx.officer.area,
    householdId: query.household,
    purpose: query.purpose,
    open: query.open,
  }
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await formRows(ctx, filters, undefined, most)).map((row) => lineOf(ctx, row))
    return tableWorkbook(ctx, { name: '入户表', divisionCode: filters.division, columns, rows })
  }
  const rows = await formRows(ctx, filters, query.after, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return { items: shown.map((row) => lineOf(ctx, row)), next: rows.length > query.limit ? String(shown.at(-1)?.id ?? '') : null }
}

const columns = [
  ['乡镇', (one: Line) => one.township],
  ['村', (one: Line) => one.village],
  ['户编号', (one: Line) => one.householdNumber],
  ['户主', (one: Line) => one.headName],
  ['走访日期', (one: Line) => one.visitedOn],
  ['走访人', (one: Line) => one.visitorName],
  ['走访', (one: Line) => one.purposes.map(({ label }) => label).join('、')],
  ['结果', (one: Line) => one.outcomeLabel],
  ['结论', (one: Line) => one.purposes.map(({ conclusion }) => conclusion).join('；')],
  ['待处理', (one: Line) => one.openChanges],
] as const

function lineOf(ctx: Context, row: FormRow): Line {
  const outcome = row.outcome as Line['outcome']
  const conclusions = row.conclusions as Record<string, string>
  return {
    id: row.id,
    formKey: row.form_key,
    version: row.version,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    groupName: row.group_name,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: row.head_name,
    purposes: row.purposes.map((purpose) => ({
      purpose,
      label: purposeLabel(ctx.policy, purpose),
      conclusion: conclusions[purpose] === undefined ? '' : conclusionLabel(ctx.policy, purpose, conclusions[purpose]),
    })),
    visitedOn: row.visited_on,
    visitorName: row.visitor_name,
    sentBy: row.sent_by,
    receivedAt: row.received_at.toISOString(),
    outcome,
    outcomeLabel: outcomeLabels[outcome],
    openChanges: Number(row.open_changes),
    missingAttachments: Number(row.missing_attachments),
    isReplaced: row.is_replaced,
  }
}

/** Looking at it is recorded: it names a household and how it lives. */
export async function openForm(ctx: Context, id: number): Promise<Whole> {
  const row = await formById(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这份入户表' })
  const { household_id: householdId, division_code: divisionCode } = row
  await recordActs(ctx, [{ action: 'visit.seen', subjectKind: 'household', subjectId: householdId, divisionCode, details: { form: id } }])
  const body = row.content as unknown as FormBody
  const people = await peopleOf(ctx, householdId)
  const nameOf = (personId: number | null) => (personId === null ? '' : (people.get(personId) ?? ''))
  const signed = await authorisationOfForm(ctx, id)
  return {
    ...lineOf(ctx, row),
    correctionReason: row.correction_reason,
    outcomeReason: body.outcomeReason,
    metWith: nameOf(body.metWith),
    startedAt: body.startedAt,
    finishedAt: body.finishedAt,
    place: body.place,
    typedValues: row.typed_values,
    guarantees: guaranteesOf(ctx, body),
    income: incomeOf(ctx, body),
    answers: body.answers.map(({ question, answer, words }) => ({ question, answer: answerLabels[answer], words })),
    events: body.events.map(({ kind, personId, note }) => ({
      label: visitsPolicy(ctx.policy).member_events[kind]?.label ?? kind,
      personName: nameOf(personId),
      note,
    })),
    risks: body.risks,
    note: body.note,
    unsignedReason: body.unsignedReason,
    changes: await changeAnswers(ctx, id, householdId),
    attachments: await attachmentsWith(ctx, row, body),
    authorisation: signed === undefined ? null : authorisationAnswerOf(ctx, signed),
    versions: (await formVersions(ctx, row.form_key)).map((one) => ({
      id: one.id,
      version: one.version,
      sentBy: one.sent_by,
      receivedAt: one.received_at.toISOString(),
      reason: one.correction_reason,
    })),
  }
}

function guaranteesOf(ctx: Context, body: FormBody): Whole['guarantees'] {
  return visitsPolicy(ctx.policy).guarantees.flatMap(({ field, label, safe, unsafe }) => {
    const found = body.guarantees.find((one) => one.field === field)
    return found === undefined ? [] : [{ label, said: found.isProblem ? unsafe : safe, isProblem: found.isProblem, note: found.note }]
  })
}

function incomeOf(ctx: Context, { income: found }: FormBody): Whole['income'] {
  if (found === null) return null
  const { income } = registryPolicy(ctx.policy)
  const { netIncome, netIncomePerHead } = incomeTotals(income, found.lines, found.size)
  const items = new Map(sheetItems(income).map((one) => [one.item, one]))
  const lines = found.lines.map(({ item, amount, evidence }) => {
    const { label = item, groupLabel = '' } = items.get(item) ?? {}
    return { label, groupLabel, amount, evidence }
  })
  return { period: found.period, size: found.size, lines, netIncome, netIncomePerHead }
}

/** What came, and what was promised and has not come yet. */
async function attachmentsWith(ctx: Context, row: FormRow, body: FormBody): Promise<Whole['attachments']> {
  const came = await arrived(ctx, row.id)
  return body.attachments.map(({ clientKey, kind, caption, takenAt, place }) => ({
    id: came.get(clientKey) ?? null,
    kind,
    caption,
    takenAt,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
  }))
}

/** Newest first. */
export async function authorisationList(
  ctx: Context,
  query: z.infer<typeof authorisationQuery>,
): Promise<z.infer<typeof authorisationPage>> {
  const filters = { division: query.division ?? ctx.officer.area, householdId: query.household, valid: query.valid }
  const rows = await authorisationRows(ctx, filters, query.after, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return {
    items: shown.map((row) => authorisationAnswerOf(ctx, row)),
    next: rows.length > query.limit ? String(shown.at(-1)?.id ?? '') : null,
  }
}

/** The household takes its leave back: nobody looks anything up on it from today. */
export async function revokeAuthorisation(
  ctx: Context,
  id: number,
  body: z.infer<typeof revokeBody>,
): Promise<z.infer<typeof authorisationAnswer>> {
  const row = await lockAuthorisation(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这份承诺授权' })
  if (row.version !== body.version) throw new Problem(storeProblems.stale, { changed: [] })
  if (row.revoked_on !== null) throw new Problem(visitProblems.revoked, { on: row.revoked_on })
  await markRevoked(ctx, row, body.reason)
  const details = { authorisation: id, reason: body.reason }
  await recordActs(ctx, [
    { action: 'authorisation.revoked', subjectKind: 'household', subjectId: row.household_id, divisionCode: row.division_code, details },
  ])
  return authorisationAnswerOf(ctx, (await lockAuthorisation(ctx, id)) as AuthorisationRow)
}

function authorisationAnswerOf(ctx: Context, row: AuthorisationRow): z.infer<typeof authorisationAnswer> {
  const { scope } = visitsPolicy(ctx.policy).authorisation
  return {
    id: row.id,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: row.head_name,
    township: row.township,
    village: row.village,
    formId: row.form_id,
    signers: (row.signers as unknown as { name: string }[]).map(({ name }) => name),
    scope: row.scope.map((code) => scope[code] ?? code),
    signedOn: row.signed_on,
    untilOn: row.until_on,
    wording: row.wording,
    officerName: row.officer_name,
    isValid: row.is_valid,
    revokedOn: row.revoked_on,
    revokedBy: row.revoked_by,
    revokedReason: row.revoked_reason,
    version: row.version,
  }
}
