/** A visit form as it comes from a phone: kept as it was sent, its tasks settled, what it found taken into the register. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { z } from 'zod'
import type { Upload } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { householdById, masked, registryPolicy } from '../../registry/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { attach, openCase, openCaseOf } from '../core.ts'
import { insertAuthorisation } from './authorisations.queries.ts'
import { changeAnswers, takeFindings } from './changes.actions.ts'
import { formMistakes } from './form.rules.ts'
import { arrived, type FormRow, formByKey, formVersions, insertForm, peopleOf, supersedeChanges } from './forms.queries.ts'
import { visitProblems } from './problems.ts'
import { officerFor, settleTasks, type TaskRow, tasksById } from './tasks.queries.ts'
import type { attachmentAnswer, FormBody, receivedAnswer } from './visits.schema.ts'
import { type Purpose, purposeLabel, visitsPolicy } from './visits-policy.ts'

type Received = z.infer<typeof receivedAnswer>
type Promised = FormBody['attachments'][number]

/** Who carries it in does not make it another form. */
const digestOf = (body: FormBody) =>
  createHash('sha256')
    .update(JSON.stringify({ ...body, visitorId: null }))
    .digest('hex')

/** Takes a form once: sent again it is answered as it stands by now; another content under its key is refused. */
export async function receiveForm(ctx: Context, body: FormBody): Promise<Received> {
  const before = await formByKey(ctx, body.clientKey)
  if (before !== undefined) {
    if (before.content_digest !== digestOf(body)) throw new Problem(visitProblems.keyReused, {})
    return receivedOf(ctx, before, [])
  }
  const household = await householdById(ctx, body.householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户（可能已迁出本辖区，请与乡镇核对）' })
  const tasks = await tasksOf(ctx, body)
  const purposes = [...new Set<Purpose>(tasks.length > 0 ? tasks.map(({ purpose }) => purpose as Purpose) : body.purposes)]
  const people = await peopleOf(ctx, body.householdId)
  const risks = new Set(Object.keys(ctx.policy.codeLists.get('risk')?.codes ?? {}))
  const facts = { policy: visitsPolicy(ctx.policy), today: ctx.today, members: new Set(people.keys()), purposes, risks }
  const mistakes = formMistakes(body, facts)
  if (mistakes.length > 0) throw new Problem(visitProblems.badForm, { mistakes })
  const formId = await writeForm(ctx, body, household.divisionCode, purposes)
  const notes = await settle(ctx, body, tasks, formId)
  await writeAuthorisation(ctx, body, formId, household.divisionCode, people)
  await takeFindings(ctx, { formId, divisionCode: household.divisionCode, visitedOn: body.visitedOn, body })
  const details = { form: formId, purposes, outcome: body.outcome, visitedOn: body.visitedOn }
  await recordActs(ctx, [
    { action: 'visit.received', subjectKind: 'household', subjectId: body.householdId, divisionCode: household.divisionCode, details },
  ])
  notes.push(...(await openFound(ctx, body, purposes, formId)))
  return receivedOf(ctx, (await formByKey(ctx, body.clientKey)) as FormRow, notes)
}

async function tasksOf(ctx: Context, body: FormBody): Promise<TaskRow[]> {
  const tasks = await tasksById(ctx, body.taskIds)
  if (tasks.length < new Set(body.taskIds).size || tasks.some(({ household_id }) => household_id !== body.householdId))
    throw new Problem(visitProblems.taskElsewhere, {})
  return tasks
}

/** Which version it is: the first, or one more than the one it corrects. */
async function writeForm(ctx: Context, body: FormBody, divisionCode: string, purposes: readonly Purpose[]): Promise<number> {
  const [newest] = body.corrects === null ? [] : await formVersions(ctx, body.corrects.formKey)
  if (body.corrects !== null && (newest === undefined || newest.household_id !== body.householdId))
    throw new Problem(storeProblems.notFound, { what: '要更正的入户表' })
  if (body.corrects !== null && newest !== undefined && newest.version !== body.corrects.version)
    throw new Problem(visitProblems.formStale, { version: newest.version, by: newest.sent_by })
  const formKey = body.corrects?.formKey ?? body.clientKey
  const formId = await insertForm(ctx, {
    divisionCode,
    householdId: body.householdId,
    formKey,
    version: (newest?.version ?? 0) + 1,
    clientKey: body.clientKey,
    purposes,
    taskIds: body.taskIds,
    visitedOn: body.visitedOn,
    visitor: await visitorOf(ctx, body, divisionCode),
    outcome: body.outcome,
    conclusions: body.conclusions,
    content: withoutSealed(ctx, body),
    digest: digestOf(body),
    typedValues: body.typedValues,
    correctionReason: body.corrects?.reason ?? '',
  })
  if (body.corrects !== null) await supersedeChanges(ctx, formKey, formId)
  return formId
}

async function visitorOf(ctx: Context, { visitorId }: FormBody, divisionCode: string): Promise<{ id: number; name: string }> {
  if (visitorId === null || visitorId === ctx.officer.id) return { id: ctx.officer.id, name: ctx.officer.name }
  const visitor = await officerFor(ctx, visitorId, divisionCode)
  if (visitor === undefined) throw new Problem(visitProblems.visitorUnknown, {})
  return visitor
}

/** The form as it is kept in the open: phones and the like masked, their full values are sealed with the findings. */
function withoutSealed(ctx: Context, body: FormBody): object {
  const { fields } = registryPolicy(ctx.policy)
  const covered = body.changes.map((change) => {
    const field = fields.get(change.field)
    return field?.isSealed ? { ...change, after: masked(field.kind, change.after) } : change
  })
  return { ...body, changes: covered, conclusions: body.conclusions }
}

/** A household that was not met stays on the list; answers what the officer should know. */
async function settle(ctx: Context, body: FormBody, tasks: readonly TaskRow[], formId: number): Promise<string[]> {
  if (body.outcome === 'not_met') return tasks.length > 0 ? ['没有见到人，这一户仍留在走访名单里'] : []
  await settleTasks(
    ctx,
    tasks.map(({ id }) => id),
    formId,
  )
  const ended = body.corrects === null ? tasks.filter(({ state }) => state !== 'open') : []
  return ended.map(
    (task) => `${purposeLabel(ctx.policy, task.purpose)}在此之前已${task.state === 'done' ? '完成' : '取消'}，这份表照样保存`,
  )
}

async function writeAuthorisation(
  ctx: Context,
  body: FormBody,
  formId: number,
  divisionCode: string,
  people: ReadonlyMap<number, string>,
): Promise<void> {
  if (body.authorisation === null) return
  const { clientKey, signers, scope, untilOn } = body.authorisation
  await insertAuthorisation(ctx, {
    divisionCode,
    householdId: body.householdId,
    formId,
    clientKey,
    signers: signers.map((personId) => ({ personId, name: people.get(personId) ?? '' })),
    scope,
    signedOn: body.visitedOn,
    untilOn,
    wording: visitsPolicy(ctx.policy).authorisation.wording,
    officerName: ctx.officer.name,
  })
}

/** Visits without a case behind them. */
const rounds = ['routine', 'campaign_check'] as const

/** A risk that was met on a round without a case is a case from now on: the officer's visit is its channel. */
async function openFound(ctx: Context, body: FormBody, purposes: readonly Purpose[], formId: number): Promise<string[]> {
  const isFound = rounds.some((purpose) => purposes.includes(purpose) && body.conclusions[purpose] === 'at_risk')
  if (!isFound || (await openCaseOf(ctx, body.householdId)) !== undefined) return []
  const { isNew } = await openCase(ctx, {
    householdId: body.householdId,
    channel: 'cadre_visit',
    source: { kind: 'visit', id: String(formId) },
    risks: body.risks,
    note: body.note,
  })
  return isNew ? ['走访发现风险，已为这一户建立监测帮扶事项，等乡镇派人核实'] : []
}

async function receivedOf(ctx: Context, form: FormRow, notes: string[]): Promise<Received> {
  return {
    formId: form.id,
    version: form.version,
    notes,
    changes: await changeAnswers(ctx, form.id, form.household_id),
    missing: await missingOf(ctx, form),
  }
}

const promisedBy = (form: FormRow): Promised[] => (form.content as unknown as FormBody).attachments

/** Client keys of what the form promised and what has not come. */
export async function missingOf(ctx: Context, form: FormRow): Promise<string[]> {
  const promises = promisedBy(form)
  if (promises.length === 0) return []
  const came = await arrived(ctx, form.id)
  return promises.map(({ clientKey }) => clientKey).filter((key) => !came.has(key))
}

const mostBytes = 8 * 1024 ** 2

/** One promised photo or signature; only the very bytes that were promised are taken, and once. */
export async function receiveAttachment(
  ctx: Context,
  asked: { clientKey: string; formKey: string },
  upload: Upload | undefined,
): Promise<z.infer<typeof attachmentAnswer>> {
  const form = await formByKey(ctx, asked.formKey)
  if (form === undefined) throw new Problem(visitProblems.noForm, {})
  const promise = promisedBy(form).find(({ clientKey }) => clientKey === asked.clientKey)
  if (promise === undefined || upload === undefined || promise.sha256 !== upload.sha256) throw new Problem(visitProblems.notPromised, {})
  const ending = await imageEnding(upload)
  if (ending === undefined) throw new Problem(visitProblems.notAPhoto, {})
  const caseId = (await tasksById(ctx, form.task_ids as unknown as number[])).find(({ case_id }) => case_id !== null)?.case_id
  const { id } = await attach(ctx, {
    householdId: form.household_id,
    ...(caseId === undefined || caseId === null ? {} : { caseId }),
    about: 'visit',
    aboutId: String(form.id),
    kind: promise.kind,
    path: upload.path,
    name: `${promise.kind === 'photo' ? '走访照片' : '农户签名'}.${ending}`,
    caption: promise.caption,
    takenAt: new Date(promise.takenAt),
    latitude: promise.place?.latitude ?? null,
    longitude: promise.place?.longitude ?? null,
    clientKey: promise.clientKey,
  })
  return { id, missing: await missingOf(ctx, form) }
}

/** By its first bytes, never by its name. */
async function imageEnding({ path, size }: Upload): Promise<'jpg' | 'png' | undefined> {
  if (size > mostBytes) return undefined
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    if (buffer.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
    return buffer.equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) ? 'png' : undefined
  } finally {
    await file.close()
  }
}
