/** Concentrated checks: a roster that misses nobody, results in one touch, findings that become cases, and the gap that must be nought. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { addMonths, Problem, parsePlainDay } from '../../kernel/index.ts'
import { assigneeById } from '../../screening/server/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { openCase } from '../core.ts'
import {
  assignRows,
  type CampaignRow,
  campaignById,
  channelsOfCases,
  closeCampaignRow,
  coverageBy,
  dropAbsent,
  fillRoster,
  gapOf,
  householdsBy,
  insertCampaign,
  listCampaigns,
  markRow,
  type RosterRow,
  rosterRow,
  rosterRows,
  takeVisits,
} from './campaigns.queries.ts'
import { type Estimate, estimateUnseen } from './estimate.rules.ts'
import { campaignProblems } from './problems.ts'
import {
  type assignBody,
  type campaignShape,
  type coverageAnswer,
  type coverageQuery,
  type estimateAnswer,
  type markAnswer,
  type markBody,
  type newCampaign,
  type refreshAnswer,
  rosterLabels,
  type rosterPage,
  type rosterQuery,
  type rosterShape,
  scopeLabels,
} from './shapes.ts'

type Campaign = z.infer<typeof campaignShape>
type Roster = z.infer<typeof rosterShape>
export type Mark = Omit<z.infer<typeof markBody>, 'rows'>

const shown = 100

/** Of the own area and of the areas it lies in, newest first. */
export const campaignsInArea = async (ctx: Context): Promise<{ items: Campaign[] }> => ({
  items: (await listCampaigns(ctx, shown)).map(shapeOf),
})

const shapeOf = (row: CampaignRow): Campaign => ({
  id: row.id,
  divisionCode: row.division_code,
  name: row.name,
  scope: row.scope as Campaign['scope'],
  scopeLabel: scopeLabels[row.scope as Campaign['scope']],
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  createdBy: row.created_by,
  closedOn: row.closed_on,
  closedBy: row.closed_by,
  version: row.version,
})

/** Begins with the roster of everybody present; refused where there is nobody. */
export async function beginCampaign(ctx: Context, body: z.infer<typeof newCampaign>): Promise<Campaign> {
  if (body.endsOn < body.startsOn) throw new Problem(campaignProblems.days, body)
  if (!body.divisionCode.startsWith(ctx.officer.area)) throw new Problem(campaignProblems.outside, { division: body.divisionCode })
  const row = await insertCampaign(ctx, body)
  const added = await fillRoster(ctx, row)
  if (added === 0) throw new Problem(campaignProblems.nobody, {})
  await recordActs(ctx, [
    {
      action: 'campaign.begun',
      subjectKind: 'campaign',
      subjectId: row.id,
      divisionCode: row.division_code,
      details: { households: added },
    },
  ])
  return shapeOf(row)
}

/** New households join the roster, visits made for other purposes count, households that are gone leave the gap. */
export async function refreshCampaign(ctx: Context, id: number): Promise<z.infer<typeof refreshAnswer>> {
  const row = await seenOpen(ctx, id)
  const answer = { added: await fillRoster(ctx, row), byVisits: await takeVisits(ctx, row), gone: await dropAbsent(ctx, row) }
  await recordActs(ctx, [
    { action: 'campaign.refreshed', subjectKind: 'campaign', subjectId: id, divisionCode: ctx.officer.area, details: answer },
  ])
  return answer
}

/** Refused while one household is missing. */
export async function closeCampaign(ctx: Context, id: number, version: number): Promise<Campaign> {
  const row = await seenOpen(ctx, id)
  if (row.version !== version) throw new Problem(storeProblems.stale, { changed: [] })
  const gap = await gapOf(ctx, id)
  if (gap > 0) throw new Problem(campaignProblems.gap, { gap })
  if (!(await closeCampaignRow(ctx, id, version))) throw new Problem(storeProblems.stale, { changed: [] })
  await recordActs(ctx, [
    { action: 'campaign.closed', subjectKind: 'campaign', subjectId: id, divisionCode: row.division_code, details: {} },
  ])
  return shapeOf((await campaignById(ctx, id)) as CampaignRow)
}

export async function seenCampaign(ctx: Context, id: number): Promise<CampaignRow> {
  const row = await campaignById(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这次排查' })
  return row
}

export async function seenOpen(ctx: Context, id: number): Promise<CampaignRow> {
  const row = await seenCampaign(ctx, id)
  if (row.closed_on !== null) throw new Problem(campaignProblems.closed, { day: row.closed_on })
  return row
}

/** The part of the campaign that lies in the officer's area, or in a division asked for. */
export const partOf = (ctx: Context, row: CampaignRow, asked: string | undefined): string =>
  asked ?? (ctx.officer.area.length > row.division_code.length ? ctx.officer.area : row.division_code)

export async function coverageOf(
  ctx: Context,
  id: number,
  query: z.infer<typeof coverageQuery>,
): Promise<z.infer<typeof coverageAnswer> | FileAnswer> {
  const row = await seenCampaign(ctx, id)
  const division = partOf(ctx, row, query.division)
  const length = division.length >= 9 ? 12 : 9
  const found = await coverageBy(ctx, id, division, length)
  const places = found.map((one) => ({ division: one.division, name: length === 12 ? one.village : one.township, ...countsOf(one) }))
  if (query.format === 'xlsx') {
    const columns = coverageColumns
    return tableWorkbook(ctx, { name: `${row.name}覆盖情况`, divisionCode: division, columns, rows: async (most) => places.slice(0, most) })
  }
  const sum = (key: 'roster' | 'checked' | 'risk_found' | 'unreachable' | 'gap') => found.reduce((n, one) => n + one[key], 0)
  const total = countsOf({
    roster: sum('roster'),
    checked: sum('checked'),
    risk_found: sum('risk_found'),
    unreachable: sum('unreachable'),
    gap: sum('gap'),
  })
  return { campaign: shapeOf(row), total, places }
}

function countsOf(one: { roster: number; checked: number; risk_found: number; unreachable: number; gap: number }) {
  // Never rounded up to a hundred while somebody is missing.
  const percent = one.roster === 0 ? 100 : Math.floor((one.checked * 1000) / one.roster) / 10
  return { roster: one.roster, checked: one.checked, riskFound: one.risk_found, unreachable: one.unreachable, gap: one.gap, percent }
}

type Place = z.infer<typeof coverageAnswer>['places'][number]
const coverageColumns = [
  ['区划代码', (one: Place) => one.division],
  ['名称', (one: Place) => one.name],
  ['应排查户', (one: Place) => one.roster],
  ['已排查户', (one: Place) => one.checked],
  ['发现风险户', (one: Place) => one.riskFound],
  ['未见到人', (one: Place) => one.unreachable],
  ['缺口', (one: Place) => one.gap],
  ['覆盖率（%）', (one: Place) => one.percent],
] as const

export async function rosterOf(
  ctx: Context,
  id: number,
  query: z.infer<typeof rosterQuery>,
): Promise<z.infer<typeof rosterPage> | FileAnswer> {
  const row = await seenCampaign(ctx, id)
  const division = partOf(ctx, row, query.division)
  const filters = {
    campaignId: id,
    division,
    states: query.state?.split(','),
    officerId: query.mine === 'true' ? ctx.officer.id : undefined,
  }
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await rosterRows(ctx, filters, undefined, most)).map(rosterLine)
    const name = '排查花名册'
    return tableWorkbook(ctx, {
      name,
      divisionCode: division,
      alsoFor: 'case.visit',
      columns: rosterColumns,
      rows,
      toFill: [...fillHeaders],
    })
  }
  if (query.after !== undefined && !/^\d{1,15}$/.test(query.after)) throw new Problem(campaignProblems.badCursor, {})
  const rows = await rosterRows(ctx, filters, query.after === undefined ? undefined : Number(query.after), query.limit + 1)
  const items = rows.slice(0, query.limit).map(rosterLine)
  const last = items.at(-1)
  return { items, next: rows.length > query.limit && last !== undefined ? String(last.id) : null }
}

const rosterLine = (row: RosterRow): Roster => ({
  id: row.id,
  householdId: row.household_id,
  divisionCode: row.division_code,
  township: row.township,
  village: row.village,
  group: row.group_name,
  householdNumber: row.household_number,
  headName: row.head_name,
  members: row.member_count,
  isMonitored: row.is_monitored,
  officerName: row.officer_name,
  state: row.state as Roster['state'],
  stateLabel: rosterLabels[row.state as Roster['state']],
  checkedOn: row.checked_on,
  checkedBy: row.checked_by,
  caseId: row.case_id,
  risks: row.risks,
  note: row.note,
  version: row.version,
})

/** What an officer fills in on paper or in a spreadsheet, and how it comes back. */
export const fillHeaders = ['走访日期', '排查结果', '风险类型', '情况说明'] as const
export const keyHeaders = ['序号', '版本', '户编号'] as const
const rosterColumns = [
  [keyHeaders[0], (one: Roster) => one.id],
  [keyHeaders[1], (one: Roster) => one.version],
  ['乡镇', (one: Roster) => one.township],
  ['村', (one: Roster) => one.village],
  ['组', (one: Roster) => one.group],
  [keyHeaders[2], (one: Roster) => one.householdNumber],
  ['户主', (one: Roster) => one.headName],
  ['人口', (one: Roster) => one.members],
  ['负责人', (one: Roster) => one.officerName],
  [fillHeaders[0], (one: Roster) => one.checkedOn ?? ''],
  [fillHeaders[1], (one: Roster) => (one.state === 'todo' ? '' : one.stateLabel)],
  [fillHeaders[2], (one: Roster) => one.risks.join('、')],
  [fillHeaders[3], (one: Roster) => one.note],
] as const

/** One result for one or many households; each by itself, what cannot be taken is told with its reason. */
export async function markHouseholds(ctx: Context, id: number, body: z.infer<typeof markBody>): Promise<z.infer<typeof markAnswer>> {
  const campaign = await seenOpen(ctx, id)
  checkMark(ctx, campaign, body)
  const answer: z.infer<typeof markAnswer> = { marked: 0, cases: 0, refused: [] }
  for (const { id: rowId, version } of body.rows) {
    const row = await rosterRow(ctx, id, rowId)
    if (row === undefined) answer.refused.push({ id: rowId, message: '不在花名册里或不在您的辖区' })
    else if (row.version !== version)
      answer.refused.push({ id: rowId, message: `${row.head_name}户已由${row.checked_by ?? '他人'}登记，请刷新后再看` })
    else {
      answer.marked += 1
      if (await markOne(ctx, row, body)) answer.cases += 1
    }
  }
  await recordActs(ctx, [
    {
      action: 'campaign.marked',
      subjectKind: 'campaign',
      subjectId: id,
      divisionCode: ctx.officer.area,
      details: { state: body.state, rows: answer.marked },
    },
  ])
  return answer
}

/** Refuses a day outside the campaign, a finding without a risk, a household not met without words. */
export function checkMark(ctx: Context, { starts_on, ends_on }: CampaignRow, mark: Mark): void {
  const day = mark.onDay ?? ctx.today
  if (mark.onDay !== undefined && parsePlainDay(day) === undefined) throw new Problem(campaignProblems.notYet, { day })
  if (mark.state !== 'todo' && (day > ctx.today || day < starts_on || (mark.onDay !== undefined && day > ends_on)))
    throw new Problem(campaignProblems.notYet, { day })
  if (mark.state === 'risk_found' && mark.risks.length === 0) throw new Problem(campaignProblems.riskMissing, {})
  if ((mark.state === 'unreachable' || mark.state === 'gone') && mark.note === '') throw new Problem(campaignProblems.reasonMissing, {})
  const strange = mark.risks.find((risk) => ctx.policy.codeLists.get('risk')?.codes[risk] === undefined)
  if (strange !== undefined) throw new Problem(campaignProblems.unknownRisk, { found: strange })
}

/** Writes the result; a risk that was found becomes a case, found by a cadre. Answers whether it did. */
export async function markOne(ctx: Context, row: RosterRow, mark: Mark): Promise<boolean> {
  const opened =
    mark.state === 'risk_found'
      ? await openCase(ctx, {
          householdId: row.household_id,
          channel: 'cadre_visit',
          source: { kind: 'campaign', id: String(row.id) },
          risks: mark.risks,
          note: mark.note,
        })
      : undefined
  const isChecked = mark.state !== 'todo'
  const done = await markRow(ctx, row, {
    state: mark.state,
    checked_on: isChecked ? (mark.onDay ?? ctx.today) : null,
    checked_by: isChecked ? ctx.officer.name : null,
    case_id: opened?.caseId ?? row.case_id,
    risks: [...mark.risks],
    note: mark.note,
  })
  if (!done) throw new Problem(storeProblems.stale, { changed: [] })
  return opened !== undefined
}

/** A village's or township's share goes to one officer. */
export async function assignShare(ctx: Context, id: number, body: z.infer<typeof assignBody>): Promise<{ assigned: number }> {
  await seenOpen(ctx, id)
  const officer = await assigneeById(ctx, body.officerId)
  if (officer === undefined || !body.division.startsWith(officer.division_code))
    throw new Problem(campaignProblems.officer, { id: body.officerId })
  const assigned = await assignRows(ctx, id, body.division, officer)
  await recordActs(ctx, [
    {
      action: 'campaign.assigned',
      subjectKind: 'campaign',
      subjectId: id,
      divisionCode: body.division,
      details: { officer: officer.name, assigned },
    },
  ])
  return { assigned }
}

const method =
  '按每户被几条渠道发现的次数估算（Chao 1987，偏差校正），95% 区间；各渠道都难发现的户不在内，实际可能更多。只供县级研判，不作考核依据。'

/** Households at risk that no channel has found, in the area and by township, and where to look first. */
export async function estimateFor(ctx: Context, asked: string | undefined, months: number): Promise<z.infer<typeof estimateAnswer>> {
  const division = asked ?? ctx.officer.area
  const since = addMonths(ctx.today, -months)
  const cases = await channelsOfCases(ctx, division, since)
  const homes = await householdsBy(ctx, division)
  const channels = new Set(cases.flatMap((one) => one.channels)).size
  const counts = (code: string | undefined) =>
    cases.filter((one) => code === undefined || one.division === code).map(({ channels }) => channels.length)
  const townships = [...homes].map(([code, { township, households }]) => {
    const estimate = estimateUnseen(counts(code), channels)
    const perThousand = households === 0 ? 0 : Math.round((estimate.found * 10_000) / households) / 10
    return { division: code, township, households, ...estimate, perThousand, lookFirst: false }
  })
  return { since, whole: estimateUnseen(counts(undefined), channels), townships: withFirst(townships), method }
}

/** First where most are thought unseen; where too little was found to say, where least was found for its size. */
function withFirst<T extends Estimate & { households: number; perThousand: number; lookFirst: boolean }>(townships: T[]): T[] {
  const ordered = [...townships].sort(
    (a, b) => (b.unseen ?? -1) - (a.unseen ?? -1) || a.perThousand - b.perThousand || b.households - a.households,
  )
  const first = new Set(ordered.slice(0, Math.max(1, Math.ceil(ordered.length / 5))))
  return ordered.map((one) => ({ ...one, lookFirst: first.has(one) }))
}
