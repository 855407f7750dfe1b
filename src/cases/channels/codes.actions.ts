/** One code per village and per household: issued, issued anew, printed, and how it is used. */
import { randomBytes } from 'node:crypto'
import { toString as drawn } from 'qrcode'
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { channelPolicy } from './channel-policy.ts'
import {
  type CodeToPrint,
  codesToPrint,
  householdsForCodes,
  insertCodes,
  leafletReads,
  type NewCode,
  revokeCodes,
  type VillageUse,
  villagesOf,
  villageUses,
} from './codes.queries.ts'
import type {
  householdCodesBody,
  issued,
  leafletUse,
  printed,
  printQuery,
  usePage,
  useQuery,
  villageCodesBody,
  villageUse,
} from './codes.shapes.ts'
import { channelProblems } from './problems.ts'
import { bytesForToken, tokenFrom, tokenKey } from './tokens.rules.ts'

/** Where the page of a code lies below the public address. */
export const portalPath = '/m/'

type Use = z.infer<typeof villageUse>

const useOf = (one: VillageUse): Use => ({
  divisionCode: one.code,
  township: one.township,
  village: one.village,
  households: one.households,
  issuedOn: one.issued_on,
  householdCodes: one.household_codes,
  scans: one.scans,
  reads: one.reads,
  progress: one.progress,
  pageApplications: one.page_applications,
  applications: one.applications,
  accepted: one.accepted,
})

const columns = [
  ['乡镇', (one: Use) => one.township],
  ['村', (one: Use) => one.village],
  ['农户数', (one: Use) => one.households],
  ['村码发放日期', (one: Use) => one.issuedOn],
  ['户码', (one: Use) => one.householdCodes],
  ['扫码次数', (one: Use) => one.scans],
  ['明白纸阅读次数', (one: Use) => one.reads],
  ['进度查询次数', (one: Use) => one.progress],
  ['扫码申请件数', (one: Use) => one.pageApplications],
  ['各渠道申请件数', (one: Use) => one.applications],
  ['已受理件数', (one: Use) => one.accepted],
] as const

function spanOf(ctx: Context, { from, until }: z.infer<typeof useQuery>) {
  return { from: from ?? `${ctx.today.slice(0, 4)}-01-01`, until: until ?? ctx.today }
}

/** How the codes of each village are used, this year unless days are named. */
export async function villageUseList(ctx: Context, query: z.infer<typeof useQuery>): Promise<z.infer<typeof usePage> | FileAnswer> {
  const division = withinArea(ctx, query.division)
  const asked = { division, ...spanOf(ctx, query), after: query.after ?? '' }
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await villageUses(ctx, { ...asked, after: '' }, most)).map(useOf)
    return tableWorkbook(ctx, { name: '一码通使用情况', divisionCode: division, columns, rows })
  }
  const rows = await villageUses(ctx, asked, query.limit)
  return { items: rows.map(useOf), next: rows.length < query.limit ? null : (rows.at(-1)?.code ?? null) }
}

export async function leafletUseList(ctx: Context, query: z.infer<typeof useQuery>): Promise<z.infer<typeof leafletUse>> {
  const { from, until } = spanOf(ctx, query)
  const { leaflets } = channelPolicy(ctx.policy)
  const counts = new Map((await leafletReads(ctx, withinArea(ctx, query.division), from, until)).map(({ about, count }) => [about, count]))
  return { items: [...leaflets].map(([id, { title }]) => ({ id, title, reads: counts.get(id) ?? 0 })) }
}

/** A wider place than one's own area means one's own area. */
function withinArea({ officer: { area } }: Context, asked: string | undefined): string {
  return asked === undefined || !asked.startsWith(area) ? area : asked
}

function newCode(ctx: Context, kind: NewCode['kind'], division_code: string, household_id: number | null): NewCode {
  const token = tokenFrom(randomBytes(bytesForToken))
  return { kind, division_code, household_id, token_index: ctx.vault.index(tokenKey(token)), token_sealed: ctx.vault.seal(token) }
}

/** Codes for all villages of a place that have none; anew, the old ones stop working. */
export async function issueVillageCodes(
  ctx: Context,
  { divisionCode, isAnew, reason }: z.infer<typeof villageCodesBody>,
): Promise<z.infer<typeof issued>> {
  const villages = await villagesOf(ctx, divisionCode)
  if (villages.length === 0) throw new Problem(channelProblems.noVillages, { division: divisionCode })
  const revoked = isAnew ? await revokeCodes(ctx, 'village', villages) : 0
  const made = await insertCodes(
    ctx,
    villages.map((village) => newCode(ctx, 'village', village, null)),
  )
  const details = { made, revoked, ...(reason === '' ? {} : { reason }) }
  await recordActs(ctx, [{ action: 'code.issued', subjectKind: 'division', subjectId: divisionCode, divisionCode, details }])
  return { made, revoked }
}

/** Codes for the households of a village that have none; anew for the households named, whose old ones stop working. */
export async function issueHouseholdCodes(
  ctx: Context,
  { divisionCode, householdIds, isAnew, reason }: z.infer<typeof householdCodesBody>,
): Promise<z.infer<typeof issued>> {
  const households = await householdsForCodes(ctx, divisionCode, householdIds)
  if (households.length === 0 || (householdIds !== undefined && households.length < householdIds.length))
    throw new Problem(storeProblems.notFound, { what: '这些农户' })
  const revoked = isAnew ? await revokeCodes(ctx, 'household', households) : 0
  const made = await insertCodes(
    ctx,
    households.map((household) => newCode(ctx, 'household', divisionCode, household)),
  )
  const details = { made, revoked, ...(reason === '' ? {} : { reason }) }
  await recordActs(ctx, [{ action: 'code.issued', subjectKind: 'division', subjectId: divisionCode, divisionCode, details }])
  return { made, revoked }
}

/** Codes with their pictures, to be printed; `base` is where phones reach the public page. */
export async function codesForPrint(ctx: Context, query: z.infer<typeof printQuery>): Promise<z.infer<typeof printed>> {
  const division = withinArea(ctx, query.division)
  const rows = await codesToPrint(ctx, { kind: query.kind, division, after: query.after, only: query.household }, query.limit)
  const details = { kind: query.kind, count: rows.length }
  await recordActs(ctx, [{ action: 'code.printed', subjectKind: 'division', subjectId: division, divisionCode: division, details }])
  const items = await Promise.all(rows.map((row) => printable(ctx, row, query.base)))
  return { items, next: rows.length < query.limit ? null : String(rows.at(-1)?.id ?? '') }
}

async function printable(ctx: Context, row: CodeToPrint, base: string): Promise<z.infer<typeof printed>['items'][number]> {
  const url = `${base.replace(/\/+$/, '')}${portalPath}${ctx.vault.open(row.token_sealed)}`
  return {
    id: row.id,
    url,
    svg: await drawn(url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    issuedOn: row.issued_on,
    township: row.township,
    village: row.village,
    householdNumber: row.household_number,
    headName: row.head_name,
    groupName: row.group_name,
  }
}
