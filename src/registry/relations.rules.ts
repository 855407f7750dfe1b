/** Who is who to whom when the head of a household changes. */
import { relationOf, type Values } from './state.ts'

export interface Relative {
  readonly personId: number
  readonly values: Values
}

type Kin = 'head' | 'spouse' | 'child' | 'child_spouse' | 'grandchild' | 'parent' | 'parent_in_law' | 'sibling' | 'other'

const kinOf: Readonly<Record<string, Kin>> = {
  户主: 'head',
  配偶: 'spouse',
  之子: 'child',
  之女: 'child',
  之儿媳: 'child_spouse',
  之女婿: 'child_spouse',
  之孙子: 'grandchild',
  之孙女: 'grandchild',
  之外孙子: 'grandchild',
  之外孙女: 'grandchild',
  之父: 'parent',
  之母: 'parent',
  之岳父: 'parent_in_law',
  之岳母: 'parent_in_law',
  之公公: 'parent_in_law',
  之婆婆: 'parent_in_law',
  之兄弟姐妹: 'sibling',
}

const kin = (person: Relative): Kin => kinOf[relationOf(person)] ?? 'other'
const isWoman = (person: Relative): boolean => person.values.sex === '女'
const bySex = (person: Relative, man: string, woman: string): string => (isWoman(person) ? woman : man)

/** The spouse, else the eldest; undefined only where nobody is left. */
export function nextHead<P extends Relative>(left: readonly P[]): P | undefined {
  const spouse = left.find((person) => kin(person) === 'spouse')
  if (spouse !== undefined) return spouse
  const birth = (person: P) => person.values.born_on ?? '9999'
  return [...left].sort((a, b) => (birth(a) < birth(b) ? -1 : birth(a) > birth(b) ? 1 : a.personId - b.personId))[0]
}

/** The relation of each of the others to a new head, as far as the old relations tell; 其他 where they do not. */
export function relationsTo(newHead: Relative, others: readonly Relative[]): ReadonlyMap<number, string> {
  const of = kin(newHead)
  const sons = others.filter((person) => kin(person) === 'child').length
  return new Map(others.map((person) => [person.personId, relationTo(newHead, of, person, sons)]))
}

function relationTo(newHead: Relative, of: Kin, person: Relative, otherChildren: number): string {
  if (of === 'head') return relationOf(person)
  if (of === 'spouse') return fromSpouse(newHead, person)
  if (of === 'child') return fromChild(newHead, person, otherChildren)
  if (of === 'parent') return fromParent(person)
  if (of === 'sibling') return fromSibling(person)
  return '其他'
}

function fromSpouse(newHead: Relative, person: Relative): string {
  switch (kin(person)) {
    case 'head':
      return '配偶'
    case 'child':
    case 'child_spouse':
    case 'grandchild':
      return relationOf(person)
    case 'parent':
      return isWoman(newHead) ? bySex(person, '之公公', '之婆婆') : bySex(person, '之岳父', '之岳母')
    case 'parent_in_law':
      return bySex(person, '之父', '之母')
    default:
      return '其他'
  }
}

/** With one child in the household its spouse and children are certain; with several they are not. */
function fromChild(newHead: Relative, person: Relative, otherChildren: number): string {
  const isOnly = otherChildren === 0
  switch (kin(person)) {
    case 'head':
    case 'spouse':
      return bySex(person, '之父', '之母')
    case 'child':
      return '之兄弟姐妹'
    case 'child_spouse':
      return isOnly && isWoman(person) !== isWoman(newHead) ? '配偶' : '其他'
    case 'grandchild':
      return isOnly ? bySex(person, '之子', '之女') : '其他'
    case 'parent':
      return bySex(person, '之祖父', '之祖母')
    default:
      return '其他'
  }
}

function fromParent(person: Relative): string {
  switch (kin(person)) {
    case 'head':
    case 'sibling':
      return bySex(person, '之子', '之女')
    case 'spouse':
      return bySex(person, '之女婿', '之儿媳')
    case 'child':
      return bySex(person, '之孙子', '之孙女')
    case 'parent':
      return '配偶'
    default:
      return '其他'
  }
}

function fromSibling(person: Relative): string {
  switch (kin(person)) {
    case 'head':
    case 'sibling':
      return '之兄弟姐妹'
    case 'parent':
      return relationOf(person)
    case 'child':
      return bySex(person, '之侄儿', '之侄女')
    case 'spouse':
      return isWoman(person) ? '之兄弟媳妇' : '其他'
    default:
      return '其他'
  }
}
