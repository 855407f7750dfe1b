/** What an event in life makes of the households it touches: who belongs where, who is head, who is who to whom. */
import { Problem } from '../kernel/index.ts'
import { actLabels, registryProblems } from './problems.ts'
import type { LifeEvent } from './register.schema.ts'
import { nextHead, relationsTo } from './relations.rules.ts'
import { type Family, type Patch, type PersonState, patched, relationOf, type Values } from './state.ts'

/** Somebody who is in the register already, and what becomes of them. `new` is the household that a split founds. */
export interface Move {
  readonly person: PersonState
  readonly householdId: number | 'new' | null
  readonly status: 'member' | 'gone' | 'dead'
  readonly isHead: boolean
  readonly patch: Patch
}

/** Somebody the register did not know. */
export interface Arrival {
  readonly name: string
  readonly values: Values
  readonly sealed: Patch
  readonly householdId: number
  readonly isHead: boolean
}

export interface Draft {
  readonly moves: readonly Move[]
  readonly arrivals: readonly Arrival[]
  /** Values of a household that a split founds. */
  readonly founds?: { values: Values; divisionCode: string }
  /** Where the household lives from then on, all of it. */
  readonly relocates?: Place
  /** Values of households that change beside their size. */
  readonly patches: ReadonlyMap<number, Patch>
  readonly summary: string
}

/** A village of the county. */
export interface Place {
  readonly divisionCode: string
  readonly township: string
  readonly village: string
}

/** Everything an event may need to know, locked. */
export interface Scene {
  readonly family: Family
  /** The household merged from, or the one married or moved into. */
  readonly other?: Family
  /** Somebody known who joins, with where they are now. */
  readonly joining?: PersonState
  /** Somebody new, with values already read. */
  readonly arriving?: { name: string; values: Values; sealed: Patch }
  /** The village moved to. */
  readonly place?: Place
}

type Of<K extends LifeEvent['kind']> = Extract<LifeEvent, { kind: K }>
const statusFields = ['monitored_kind', 'identified_on', 'is_cleared', 'cleared_on', ...[1, 2, 3, 4, 5].map((n) => `risk_factor_${n}`)]
/** What a household that splits off takes along: its place and its status, not the money of those who stay. */
const takenAlong = ['group_name', 'household_kind', 'address', 'is_military_family', 'identification_standard', ...statusFields]

/** Decides an event; throws what speaks against it. */
export function planEvent(event: LifeEvent, scene: Scene): Draft {
  switch (event.kind) {
    case 'birth':
    case 'adoption':
    case 'marriage_in':
    case 'move_in':
      return planJoining(event, scene)
    case 'death':
      return planLeaving(event, scene, [event.personId], 'dead')
    case 'move_out':
      return planLeaving(event, scene, event.personIds, 'gone')
    case 'marriage_out':
      return planLeaving(event, scene, [event.personId], 'gone')
    case 'split':
      return planSplit(event, scene)
    case 'merge':
      return planMerge(event, scene)
    case 'change_head':
      return planChangeOfHead(event, scene)
    case 'relocate':
      return planRelocation(event, scene)
  }
}

const none: ReadonlyMap<number, Patch> = new Map()
const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('、')

/** A member stays where they are and becomes somebody else to the head. */
function staying(person: PersonState, relation: string): Move {
  const isHead = relation === '户主'
  return { person, householdId: person.householdId, status: 'member', isHead, patch: { relation_to_head: relation } }
}

function memberOf(family: Family, personId: number): PersonState {
  const found = family.members.find((person) => person.personId === personId)
  if (found === undefined) throw new Problem(registryProblems.notMember, { what: '所选的人' })
  return found
}

function planJoining(event: Of<'birth' | 'adoption' | 'marriage_in' | 'move_in'>, scene: Scene): Draft {
  const { family, joining, arriving } = scene
  const isFirst = family.members.length === 0
  const name = joining?.name ?? arriving?.name
  if (name === undefined) throw new Problem(registryProblems.whoJoins, {})
  if (joining?.householdId === family.id) throw new Problem(registryProblems.sameHousehold, {})
  const relation = isFirst ? '户主' : event.relation
  if (relation === undefined || relation === '' || (relation === '户主' && !isFirst))
    throw new Problem(registryProblems.noRelation, { name })
  const left = joining === undefined || scene.other === undefined ? [] : afterLeaving(scene.other, [joining.personId], undefined, [])
  const moves: Move[] = joining
    ? [{ person: joining, householdId: family.id, status: 'member', isHead: isFirst, patch: { relation_to_head: relation } }, ...left]
    : []
  const arrivals: Arrival[] = arriving
    ? [{ ...arriving, values: patched(arriving.values, { relation_to_head: relation }), householdId: family.id, isHead: isFirst }]
    : []
  return { moves, arrivals, patches: none, summary: `${actLabels[event.kind]}：${name}（${relation}）` }
}

/** What becomes of those who stay when some go: a new head where the old one goes. */
function afterLeaving(
  family: Family,
  leaving: readonly number[],
  newHeadId: number | undefined,
  told: readonly { personId: number; relation: string }[],
): Move[] {
  const left = family.members.filter(({ personId }) => !leaving.includes(personId))
  const headGoes = family.members.some(({ personId, isHead }) => isHead && leaving.includes(personId))
  if (!headGoes || left.length === 0) return []
  const chosen = newHeadId === undefined ? nextHead(left) : left.find(({ personId }) => personId === newHeadId)
  if (chosen === undefined) throw new Problem(registryProblems.headNotAmong, { name: '' })
  return underHead(chosen, left, told)
}

function underHead(head: PersonState, all: readonly PersonState[], told: readonly { personId: number; relation: string }[]): Move[] {
  const others = all.filter((person) => person !== head)
  const proposed = relationsTo(head, others)
  const said = new Map(told.filter(({ relation }) => relation !== '户主').map(({ personId, relation }) => [personId, relation]))
  const rest = others
    .map((person) => staying(person, said.get(person.personId) ?? proposed.get(person.personId) ?? '其他'))
    .filter(({ person, patch, isHead }) => relationOf(person) !== patch.relation_to_head || person.isHead !== isHead)
  return [...rest, staying(head, '户主')]
}

function planLeaving(
  event: Of<'death' | 'move_out' | 'marriage_out'>,
  scene: Scene,
  ids: readonly number[],
  status: 'gone' | 'dead',
): Draft {
  const { family, other } = scene
  const leaving = [...new Set(ids)].map((id) => memberOf(family, id))
  const said = event.kind === 'death' ? { died_on: event.on } : event.kind === 'move_out' && event.to !== '' ? { gone_to: event.to } : {}
  const into = event.kind === 'marriage_out' ? other : undefined
  if (into?.id === family.id) throw new Problem(registryProblems.sameHousehold, {})
  const relation = event.kind === 'marriage_out' ? event.relation : undefined
  if (into !== undefined && into.members.length > 0 && (relation === undefined || relation === '户主'))
    throw new Problem(registryProblems.noRelation, { name: namesOf(leaving) })
  const goes: Move[] = leaving.map((person) =>
    into === undefined
      ? { person, householdId: null, status, isHead: false, patch: said }
      : {
          person,
          householdId: into.id,
          status: 'member',
          isHead: into.members.length === 0,
          patch: { relation_to_head: into.members.length === 0 ? '户主' : (relation ?? '其他') },
        },
  )
  const left = afterLeaving(family, ids, event.newHeadId, event.relations)
  const head = left.find(({ isHead }) => isHead)
  const summary = `${actLabels[event.kind]}：${namesOf(leaving)}${head ? `；新户主${head.person.name}` : ''}`
  return { moves: [...goes, ...left], arrivals: [], patches: none, summary }
}

function planSplit(event: Of<'split'>, { family }: Scene): Draft {
  const going = [...new Set(event.personIds)].map((id) => memberOf(family, id))
  if (going.length === family.members.length) throw new Problem(registryProblems.lastMember, {})
  const head = going.find(({ personId }) => personId === event.headId)
  if (head === undefined) throw new Problem(registryProblems.notMember, { what: '新户户主' })
  const goes = underHead(head, going, event.relations).map((move) => ({ ...move, householdId: 'new' as const }))
  const told = new Set(goes.map(({ person }) => person))
  const silent = going
    .filter((person) => !told.has(person))
    .map((person): Move => ({ ...staying(person, relationOf(person)), householdId: 'new' }))
  const left = afterLeaving(family, event.personIds, event.newHeadId, event.relations)
  const values = Object.fromEntries(Object.entries(family.state.values).filter(([name]) => takenAlong.includes(name)))
  return {
    moves: [...goes, ...silent, ...left],
    arrivals: [],
    founds: {
      values: event.groupName === undefined ? values : { ...values, group_name: event.groupName },
      divisionCode: family.divisionCode,
    },
    patches: none,
    summary: `分户：${namesOf(going)}另立一户，户主${head.name}`,
  }
}

function planMerge(event: Of<'merge'>, { family, other }: Scene): Draft {
  if (other === undefined || other.id === family.id) throw new Problem(registryProblems.sameHousehold, {})
  if (other.members.length === 0) throw new Problem(registryProblems.notMember, { what: '并入户没有成员，被并的人' })
  const said = new Map(event.relations.map(({ personId, relation }) => [personId, relation]))
  const isEmpty = family.members.length === 0
  const moves = other.members.map((person): Move => {
    const keeps = isEmpty ? relationOf(person) : '其他'
    const relation = isEmpty && person.isHead ? '户主' : (said.get(person.personId) ?? keeps)
    if (relation === '户主' && !(isEmpty && person.isHead)) throw new Problem(registryProblems.noRelation, { name: person.name })
    return { person, householdId: family.id, status: 'member', isHead: relation === '户主', patch: { relation_to_head: relation } }
  })
  return {
    moves,
    arrivals: [],
    patches: statusKept(family, other),
    summary: `并户：${other.householdNumber}（${namesOf(other.members)}）并入`,
  }
}

/** A monitored household does not lose its status by being merged into one that is not. */
function statusKept(family: Family, other: Family): ReadonlyMap<number, Patch> {
  if (isMonitored(family.state.values) || !isMonitored(other.state.values)) return none
  return new Map([[family.id, Object.fromEntries(statusFields.map((name) => [name, other.state.values[name] ?? null]))]])
}

function planChangeOfHead(event: Of<'change_head'>, { family }: Scene): Draft {
  const head = memberOf(family, event.personId)
  const moves = head.isHead ? [] : underHead(head, family.members, event.relations)
  const summary = `变更户主：${family.members.find(({ isHead }) => isHead)?.name ?? '无'} → ${head.name}`
  return { moves, arrivals: [], patches: none, summary }
}

/** Everybody stays who they are to each other; ids, number and status stay too. */
function planRelocation(event: Of<'relocate'>, { family, place }: Scene): Draft {
  if (family.members.length === 0) throw new Problem(registryProblems.notMember, { what: '该户没有成员，搬走的人' })
  if (place === undefined || place.divisionCode === family.divisionCode) throw new Problem(registryProblems.sameVillage, {})
  const moves = family.members.map(
    (person): Move => ({ person, householdId: family.id, status: 'member', isHead: person.isHead, patch: {} }),
  )
  const patch = { group_name: event.groupName === '' ? null : event.groupName }
  const summary = `整户搬迁：${family.township}${family.village} → ${place.township}${place.village}`
  return { moves, arrivals: [], relocates: place, patches: new Map([[family.id, patch]]), summary }
}

/** Monitored and not cleared; an empty 风险是否已消除 is not cleared. */
export function isMonitored(values: Values): boolean {
  return values.monitored_kind !== undefined && values.is_cleared !== '是'
}

/** 家庭人口数 as handed in, moved by those who came and went; counted where it was empty. */
export function sizeAfter(values: Values, before: number, after: number): string {
  const said = values.household_size === undefined ? before : Number(values.household_size)
  return String(Math.max(said + after - before, 0))
}
