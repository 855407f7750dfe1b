/** Who is who to a new head, as literal families. */
import { describe, expect, test } from 'vitest'
import { nextHead, relationsTo } from './relations.rules.ts'

const person = (personId: number, relation: string, sex: string, born_on = '1980-01-01') => ({
  personId,
  values: { relation_to_head: relation, sex, born_on },
})

describe('relations to a new head', () => {
  test.each<[string, [string, string], [string, string], string]>([
    ['the wife takes over: the old head', ['配偶', '女'], ['户主', '男'], '配偶'],
    ['the wife takes over: a child stays', ['配偶', '女'], ['之女', '女'], '之女'],
    ['the wife takes over: his father', ['配偶', '女'], ['之父', '男'], '之公公'],
    ['the husband takes over: her mother', ['配偶', '男'], ['之母', '女'], '之岳母'],
    ['the wife takes over: her own mother', ['配偶', '女'], ['之岳母', '女'], '之母'],
    ['the son takes over: his father', ['之子', '男'], ['户主', '男'], '之父'],
    ['the son takes over: his mother', ['之子', '男'], ['配偶', '女'], '之母'],
    ['the only son takes over: his wife', ['之子', '男'], ['之儿媳', '女'], '配偶'],
    ['the only son takes over: his daughter', ['之子', '男'], ['之孙女', '女'], '之女'],
    ['the son takes over: his grandmother', ['之子', '男'], ['之母', '女'], '之祖母'],
    ['the mother takes over: her son', ['之母', '女'], ['户主', '男'], '之子'],
    ['the mother takes over: his wife', ['之母', '女'], ['配偶', '女'], '之儿媳'],
    ['the brother takes over: a child', ['之兄弟姐妹', '男'], ['之女', '女'], '之侄女'],
    ['what the relations do not tell', ['其他', '男'], ['之子', '男'], '其他'],
  ])('%s', (_, head, other, expected) => {
    const relations = relationsTo(person(1, ...head), [person(2, ...other)])
    expect(relations.get(2)).toBe(expected)
  })
  test('with two sons nobody guesses whose wife she is', () => {
    const relations = relationsTo(person(1, '之子', '男'), [person(2, '之子', '男'), person(3, '之儿媳', '女')])
    expect([...relations.values()]).toEqual(['之兄弟姐妹', '其他'])
  })
})

test('the next head is the spouse, else the eldest, else nobody', () => {
  const [son, wife, mother] = [person(1, '之子', '男', '2000-01-01'), person(2, '配偶', '女'), person(3, '之母', '女', '1950-01-01')]
  expect([nextHead([son, wife, mother]), nextHead([son, mother]), nextHead([])]).toEqual([wife, mother, undefined])
})
