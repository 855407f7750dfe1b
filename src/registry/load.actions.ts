/** The national export comes in: what is new is added, what is known is compared and left for decision. */
import { recordDivisions } from '../access/index.ts'
import { divisionCode, Problem } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import { compareStage } from './compare.queries.ts'
import {
  addNewHouseholds,
  addNewPersons,
  countStage,
  createSearchIndexes,
  dropSearchIndexes,
  hasHouseholds,
  insertLoad,
  latestLoad,
  loadByKey,
  lockCounty,
  matchStage,
  nextActId,
  stagedPlaces,
} from './load.queries.ts'
import {
  analyzeStage,
  createStage,
  type SealedKey,
  type StagedHousehold,
  type StagedPerson,
  stageHouseholds,
  stagePersons,
} from './load-stage.queries.ts'
import { type NameSounds, soundsOf } from './name-sounds.rules.ts'
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
  const actId = await nextActId(ctx)
  await stage(ctx, incoming, isFirst, onProgress)
  if (!isFirst) await matchStage(ctx, county)
  const counts = await countStage(ctx)
  if (counts.households === 0 || counts.persons === 0) throw new Problem(registryProblems.emptyLoad, {})
  const summary = `${counts.households} 户 ${counts.persons} 人，新增 ${counts.newHouseholds} 户 ${counts.newPersons} 人`
  await insertLoad(ctx, { id: actId, county, on, key, details: { ...counts, summary, touched: counts.newHouseholds } })
  const isBare = isFirst && (await dropSearchIndexes(ctx))
  await addNewHouseholds(ctx, actId, on)
  await addNewPersons(ctx, actId, on)
  if (isBare) await createSearchIndexes(ctx)
  // One line for the load; which households it touched, and which states it made, stands with the act.
  await recordActs(ctx, [
    { action: 'register.loaded', subjectKind: 'register_act', subjectId: actId, divisionCode: county, details: { ...counts, on } },
  ])
  await namePlaces(ctx, county)
  const differences = isFirst ? 0 : await compareStage(ctx, actId, incoming.fields)
  return { ...counts, actId, differences, wasLoaded: false }
}

/** Brings the export into the database; while one block is written, the next is read and sealed. */
async function stage(
  ctx: Context,
  { county, ...incoming }: IncomingRegister,
  isFirst: boolean,
  onProgress: (persons: number) => void,
): Promise<void> {
  await createStage(ctx, isFirst)
  for await (const block of incoming.households) {
    const rows = block.map((one) => stagedHousehold(county, one))
    await stageHouseholds(ctx, rows)
  }
  const staging = new Staging(ctx)
  let persons = 0
  let writing = Promise.resolve()
  try {
    for await (const block of incoming.persons) {
      const rows = block.map((one) => staging.person(one))
      await writing
      writing = stagePersons(ctx, rows)
      // It is waited for later; until then its failure is nobody's surprise.
      writing.catch(() => undefined)
      persons += block.length
      onProgress(persons)
    }
  } finally {
    await writing
  }
  await analyzeStage(ctx)
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

/** What is dear to compute is kept: names come again, and members of a household share a phone. */
class Staging {
  readonly #ctx: Context
  readonly #phones = new Map<string, SealedKey>()
  readonly #sounds = new Map<string, NameSounds>()

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  person(one: IncomingPerson): StagedPerson {
    const { givenName, sound, givenSound, initials } = kept(this.#sounds, one.name, 50_000, soundsOf)
    return {
      householdNumber: one.householdNumber,
      isHead: one.isHead,
      name: one.name,
      givenName,
      sound,
      givenSound,
      initials,
      values: one.valuesJson,
      id: one.idNumber === null ? null : this.#sealed(one.idNumber, idKey(one.idNumber)),
      phone: this.#phone(one.phone),
      otherPhone: this.#phone(one.otherPhone),
    }
  }

  #sealed(text: string, key: string): SealedKey {
    return { index: this.#ctx.vault.index(key), sealed: this.#ctx.vault.seal(text) }
  }

  #phone(text: string | null): SealedKey | null {
    return text === null ? null : kept(this.#phones, text, 1000, () => this.#sealed(text, phoneKey(text)))
  }
}

/** What was made for the text before, else made now; a map that is full begins anew. */
function kept<T>(known: Map<string, T>, text: string, most: number, make: (text: string) => T): T {
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size >= most) known.clear()
  const made = make(text)
  known.set(text, made)
  return made
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
