/** The national export comes in: what is new is added, what is known is compared and left for decision. */
import { recordDivisions } from '../access/index.ts'
import { divisionCode, Problem } from '../kernel/index.ts'
import type { Context } from '../store/index.ts'
import { compareStage } from './compare.queries.ts'
import {
  addNew,
  countStage,
  createStage,
  hasHouseholds,
  insertLoad,
  latestLoad,
  loadByKey,
  lockCounty,
  matchStage,
  type StagedHousehold,
  type StagedPerson,
  stagedPlaces,
  stageHouseholds,
  stagePersons,
} from './load.queries.ts'
import { soundsOf } from './name-sounds.rules.ts'
import { registryProblems } from './problems.ts'
import { registryPolicy } from './registry-policy.ts'
import { idKey, phoneKey } from './values.rules.ts'

export interface IncomingHousehold {
  householdNumber: string
  /** As the export has it, of any level; null where the cell is empty. */
  divisionCode: string | null
  township: string | null
  village: string | null
  /** A JSON object of what is filled, as the engine writes it. */
  valuesJson: string
}

export interface IncomingPerson {
  householdNumber: string
  isHead: boolean
  name: string
  /** As of a household; without name, numbers and phones. */
  valuesJson: string
  idNumber: string | null
  phone: string | null
  otherPhone: string | null
}

/** One export, united; the same `key` is loaded once. */
export interface IncomingRegister {
  county: string
  key: string
  /** From which day it speaks. */
  on: string
  /** Fields that have a column; others say nothing. */
  fields: ReadonlySet<string>
  households: AsyncIterable<IncomingHousehold[]>
  persons: AsyncIterable<IncomingPerson[]>
}

export interface LoadReport {
  actId: number
  /** In the export. */
  households: number
  persons: number
  newHouseholds: number
  newPersons: number
  differences: number
  wasLoaded: boolean
}

/** Loads an export in the transaction of the context, whole or not at all; a load that is done already is answered again. */
export async function loadRegister(
  ctx: Context,
  incoming: IncomingRegister,
  onProgress: (persons: number) => void = () => undefined,
): Promise<LoadReport> {
  const { county, key, on } = incoming
  await lockCounty(ctx, county)
  const done = await loadByKey(ctx, county, key)
  if (done !== undefined) return { ...(done.details as unknown as LoadReport), actId: done.id, differences: 0, wasLoaded: true }
  const latest = await latestLoad(ctx, county)
  if (latest !== undefined && on < latest.on) throw new Problem(registryProblems.sameMonth, { on: latest.on })
  const isFirst = latest === undefined && !(await hasHouseholds(ctx, county))
  await createStage(ctx)
  for await (const block of incoming.households)
    await stageHouseholds(
      ctx,
      block.map((one) => stagedHousehold(county, one)),
      isFirst,
    )
  let persons = 0
  const staging = new Staging(ctx)
  for await (const block of incoming.persons) {
    await stagePersons(
      ctx,
      block.map((one) => staging.person(one)),
      isFirst,
    )
    persons += block.length
    onProgress(persons)
  }
  await matchStage(ctx, county, isFirst)
  const counts = await countStage(ctx)
  if (counts.households === 0 || counts.persons === 0) throw new Problem(registryProblems.emptyLoad, {})
  const summary = `${counts.households} 户 ${counts.persons} 人，新增 ${counts.newHouseholds} 户 ${counts.newPersons} 人`
  const actId = await insertLoad(ctx, { county, on, key, details: { ...counts, summary, touched: counts.newHouseholds } })
  await addNew(ctx, actId, on)
  await namePlaces(ctx, county)
  const differences = isFirst ? 0 : await compareStage(ctx, actId, incoming.fields)
  return { ...counts, actId, differences, wasLoaded: false }
}

/** A code that is empty or stops above the village still lies in the county. */
function stagedHousehold(county: string, one: IncomingHousehold): StagedHousehold {
  const code = one.divisionCode?.startsWith(county) ? one.divisionCode : county
  const { householdNumber, township, village, valuesJson } = one
  return {
    householdNumber,
    divisionCode: code.padEnd(12, '0'),
    township: township ?? '',
    village: village ?? '',
    values: valuesJson,
  }
}

/** What is dear to compute is kept for the neighbour in the file: members of a household share a phone. */
class Staging {
  readonly #ctx: Context
  readonly #phones = new Map<string, { index: Buffer; sealed: Buffer }>()

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  person(one: IncomingPerson): StagedPerson {
    const { vault } = this.#ctx
    const phone = this.#phone(one.phone)
    const other = this.#phone(one.otherPhone)
    return {
      householdNumber: one.householdNumber,
      isHead: one.isHead,
      name: one.name,
      ...soundsOf(one.name),
      values: one.valuesJson,
      idIndex: one.idNumber === null ? null : vault.index(idKey(one.idNumber)),
      idSealed: one.idNumber === null ? null : vault.seal(one.idNumber),
      phoneIndex: phone?.index ?? null,
      phoneSealed: phone?.sealed ?? null,
      otherPhoneIndex: other?.index ?? null,
      otherPhoneSealed: other?.sealed ?? null,
    }
  }

  #phone(text: string | null): { index: Buffer; sealed: Buffer } | undefined {
    if (text === null) return undefined
    const known = this.#phones.get(text)
    if (known !== undefined) return known
    if (this.#phones.size > 1000) this.#phones.clear()
    const made = { index: this.#ctx.vault.index(phoneKey(text)), sealed: this.#ctx.vault.seal(text) }
    this.#phones.set(text, made)
    return made
  }
}

/** Names of townships and villages, where the list of divisions does not have them; it is for the county to mend. */
async function namePlaces(ctx: Context, county: string): Promise<void> {
  const names = new Map<string, string>()
  for (const { code, township, village } of await stagedPlaces(ctx)) {
    const [inTownship, inVillage] = [divisionCode(code.slice(0, 9).padEnd(12, '0')), divisionCode(code)]
    if (township !== '' && inTownship.length === 9 && !names.has(inTownship)) names.set(inTownship, township)
    if (village !== '' && inVillage.length === 12) names.set(inVillage, village)
  }
  const known = await ctx.db.selectFrom('divisions').select('code').where('code', '>=', county).where('code', '<', `${county}:`).execute()
  for (const { code } of known) names.delete(code)
  await recordDivisions(
    ctx,
    [...names].map(([code, name]) => ({ code, name })),
  )
}

/** The export's columns that the register compares: not where and which, but what. */
export function comparedFields(ctx: Context, present: Iterable<string>): ReadonlySet<string> {
  const { fields } = registryPolicy(ctx.policy)
  return new Set([...present].filter((name) => fields.has(name)))
}
