/** What visits contribute to the moves of a case: the form, the income, the guarantees and the authorisation found, never typed again. */
import { dayIn } from '../../store/index.ts'
import type { RecordFinder } from '../case-types.ts'
import { validAuthorisation } from './authorisations.queries.ts'
import { type FormRow, formSince } from './forms.queries.ts'
import type { FormBody } from './visits.schema.ts'
import { conclusionLabel, type Purpose, visitsPolicy } from './visits-policy.ts'

/** Which visits count in which state. */
const purposesIn: Readonly<Record<string, readonly Purpose[]>> = {
  verifying: ['verification'],
  clearing_visit: ['clearing_check'],
}
const anyPurpose: readonly Purpose[] = ['verification', 'follow_up', 'clearing_check', 'campaign_check', 'routine']

const contentOf = (form: FormRow) => form.content as unknown as FormBody
const when = (form: FormRow) => `${form.visited_on} ${form.visitor_name}`

type CaseOf = Parameters<RecordFinder>[1]

const formOf = (ctx: Parameters<RecordFinder>[0], theCase: CaseOf) =>
  formSince(ctx, theCase.household_id, {
    purposes: purposesIn[theCase.state] ?? anyPurpose,
    receivedSince: theCase.entered_at,
    visitedSince: dayIn(theCase.entered_at),
  })

/** A household that was not met is no visit; one that refuses is one only for the case to end with it. */
export const findVisitForm: RecordFinder = async (ctx, theCase, action) => {
  const form = await formOf(ctx, theCase)
  if (form === undefined) return undefined
  const { outcomeReason, risks, note } = contentOf(form)
  const found = { formId: form.id, version: form.version, visitedOn: form.visited_on, visitor: form.visitor_name }
  if (form.outcome === 'not_met') return { ...found, obstacle: `${when(form)}走访没有见到人（${outcomeReason}），请再次走访` }
  if (form.outcome === 'refused' && action !== 'refuse')
    return { ...found, obstacle: `${when(form)}走访时农户${outcomeReason}，没有核实到情况` }
  const purpose = (purposesIn[theCase.state] ?? form.purposes)[0] ?? ''
  const conclusion = (form.conclusions as Record<string, string>)[purpose]
  const said = conclusion === undefined ? outcomeReason : conclusionLabel(ctx.policy, purpose, conclusion)
  return { ...found, conclusion: conclusion ?? null, risks, note, label: `${when(form)}：${said}` }
}

export const findIncomeStatement: RecordFinder = async (ctx, theCase) => {
  const form = await formOf(ctx, theCase)
  const income = form === undefined ? null : contentOf(form).income
  if (form === undefined || form.outcome !== 'met') return undefined
  if (income === null) return { formId: form.id, obstacle: `${when(form)}的入户表没有核算收入，请更正入户表` }
  return {
    formId: form.id,
    period: income.period,
    size: income.size,
    items: income.lines.length,
    label: `${when(form)}核算，${income.size} 人`,
  }
}

/** All guarantees were looked at; that one of them is not met is not hidden. */
export const findGuaranteeCheck: RecordFinder = async (ctx, theCase) => {
  const form = await formOf(ctx, theCase)
  if (form === undefined || form.outcome !== 'met') return undefined
  const { guarantees } = contentOf(form)
  const problems = visitsPolicy(ctx.policy).guarantees.filter(({ field }) => guarantees.some((one) => one.field === field && one.isProblem))
  const said = problems.length === 0 ? '均有保障' : problems.map(({ unsafe }) => unsafe).join('、')
  return { formId: form.id, problems: problems.map(({ field }) => field), label: `${when(form)}核查：${said}` }
}

/** Whenever it was signed: an authorisation holds until its day or until it is taken back. */
export const findAuthorisation: RecordFinder = async (ctx, theCase) => {
  const found = await validAuthorisation(ctx, theCase.household_id)
  if (found === undefined) return undefined
  const names = (found.signers as unknown as { name: string }[]).map(({ name }) => name).join('、')
  return {
    authorisationId: found.id,
    scope: found.scope,
    untilOn: found.until_on,
    label: `${names}签于 ${found.signed_on}，有效至 ${found.until_on}`,
  }
}
