/** The policy files of every part of the room. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { casesPolicyFaults } from '../../src/cases/index.ts'
import { loadPolicy } from '../../src/policy/index.ts'
import { shippedPolicy } from '../database/database.test-support.ts'

test('the shipped files do', () => {
  expect(casesPolicyFaults(shippedPolicy())).toEqual([])
})

test.each([
  'help/measures',
  'help/needs',
  'help/clearing',
  'exit_review/criteria',
  'visits/form',
  'papers/forms',
  'channels/application',
  'calendar/working_days',
])('a word in %s that nobody knows is told with its place', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-policy-'))
  cpSync(shippedPolicy().folder, folder, { recursive: true })
  writeFileSync(join(folder, `${name}.yaml`), '\nno_such_word: 1\n', { flag: 'a' })
  expect(casesPolicyFaults(loadPolicy(folder)).join('\n')).toContain('no_such_word')
  rmSync(folder, { recursive: true })
})
