import { expect, test } from 'vitest'
import { shippedPolicy } from '../../../test/database/fixtures.ts'
import { qualityPackOf, qualityTexts } from './packs.ts'

test('no two rules of the quality list read alike', () => {
  const texts = qualityTexts(shippedPolicy())
  const labels = [...texts.values()].map(({ label }) => label)
  expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  expect(texts.get('3_02_012')?.label).toMatch(/^没有户主（.+）$/)
  const alone = qualityPackOf(shippedPolicy()).rules.find(({ family }) => family.rules.length === 1)
  expect(texts.get(alone?.id ?? '')?.label).toBe(alone?.family.label)
})
