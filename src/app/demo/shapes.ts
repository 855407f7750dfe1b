/** Household shapes of the countryside, 3.7 persons on average: who lives under one roof, how old, and what they are to the head. */
import type { Chance } from './random.ts'

export type Sex = '男' | '女'
export interface Seat {
  relation: string
  sex: Sex
  age: number
  /** Carries the head's surname; those who married in do not. */
  isOwnLine: boolean
}

const seat = (relation: string, sex: Sex, age: number, isOwnLine = true): Seat => ({ relation, sex, age, isOwnLine })
const headSex = (chance: Chance): Sex => (chance.hit(0.82) ? '男' : '女')
const spouseOf = (chance: Chance, head: Seat): Seat =>
  seat('配偶', head.sex === '男' ? '女' : '男', Math.max(20, head.age + chance.int(-5, 4)), false)

const children = (chance: Chance, parentAge: number, kind: '之子' | '之孙子', least: number): Seat[] => {
  const oldest = Math.min(23, parentAge - 21)
  const seats: Seat[] = []
  const wanted = Math.max(
    least,
    chance.weighted([
      [1, 34],
      [2, 46],
      [3, 16],
      [4, 4],
    ]),
  )
  for (let i = 0; i < wanted && oldest >= 0; i++) {
    const sex: Sex = chance.hit(0.53) ? '男' : '女'
    const relation = sex === '男' ? kind : kind === '之子' ? '之女' : '之孙女'
    seats.push(seat(relation, sex, chance.int(Math.max(0, oldest - 16), oldest)))
  }
  return seats
}

const couple = (chance: Chance, from: number, until: number): Seat[] => {
  const head = seat('户主', headSex(chance), chance.int(from, until))
  return [head, spouseOf(chance, head)]
}

const elders = (chance: Chance, headAge: number): Seat[] => {
  const both = chance.hit(0.55)
  const father = seat('之父', '男', Math.min(97, headAge + chance.int(21, 32)))
  const mother = seat('之母', '女', Math.min(97, headAge + chance.int(20, 30)), false)
  return both ? [father, mother] : [chance.hit(0.35) ? father : mother]
}

/** Three generations with the grandfather still the head. */
const stemOfElder = (chance: Chance): Seat[] => {
  const seats = couple(chance, 55, 74)
  const son = seat('之子', '男', (seats[0] as Seat).age - chance.int(22, 28))
  return [
    ...(chance.hit(0.8) ? seats : seats.slice(0, 1)),
    son,
    seat('之儿媳', '女', Math.max(20, son.age - chance.int(-2, 5)), false),
    ...children(chance, son.age, '之孙子', 1),
  ]
}

const skipped = (chance: Chance): Seat[] => {
  const seats = couple(chance, 56, 72)
  const grand = children(chance, (seats[0] as Seat).age - 24, '之孙子', 1)
  return [...seats, ...grand]
}

const grownChild = (chance: Chance): Seat[] => {
  const seats = couple(chance, 47, 60)
  const sex: Sex = chance.hit(0.7) ? '男' : '女'
  return [...seats, seat(sex === '男' ? '之子' : '之女', sex, chance.int(19, 30))]
}

const nuclear = (chance: Chance): Seat[] => {
  const seats = couple(chance, 27, 49)
  return [...seats, ...children(chance, Math.min(...seats.map(({ age }) => age)), '之子', 1)]
}

const stem = (chance: Chance): Seat[] => {
  const seats = nuclear(chance)
  return [...seats, ...elders(chance, (seats[0] as Seat).age)]
}

const shapes: readonly (readonly [(chance: Chance) => Seat[], number])[] = [
  [(chance) => [seat('户主', chance.hit(0.5) ? '男' : '女', chance.int(61, 88))], 6],
  [(chance) => [seat('户主', '男', chance.int(24, 60))], 4],
  [(chance) => couple(chance, 61, 82), 8],
  [(chance) => couple(chance, 24, 59), 6],
  [nuclear, 32],
  [stem, 24],
  [stemOfElder, 9],
  [(chance) => nuclear(chance).filter((one) => one.relation !== '配偶'), 4],
  [skipped, 4],
  [grownChild, 5],
]

export const householdShape = (chance: Chance): Seat[] => chance.weighted(shapes)(chance)
