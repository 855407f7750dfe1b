/** The file of roles is read strictly: what it may not say. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRoles } from './roles.ts'

function load(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'roles-'))
  try {
    writeFileSync(join(folder, 'roles.yaml'), text)
    return loadRoles(join(folder, 'roles.yaml'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const clerk = 'clerk: { label: 办事员, levels: [county], office: government, permissions: [lead.read] }'

test('a role is its label, its levels and its permissions', () => {
  expect(load(clerk).get('clerk')).toEqual({
    label: '办事员',
    levels: ['county'],
    office: 'government',
    permissions: ['lead.read'],
    appoints: [],
  })
})

test.each([
  ['an unknown permission', clerk.replace('lead.read', 'lead.reed'), /roles\.yaml:1/],
  ['an unknown level', clerk.replace('county', 'country'), /roles\.yaml:1/],
  ['an unknown key', clerk.replace('office:', 'may: 1, office:'), /不认识的键“may”/],
  ['no label', clerk.replace('label: 办事员, ', ''), /roles\.yaml:1/],
  [
    'an appointed role that is not there',
    clerk.replace('permissions: [lead.read]', 'permissions: [officer.manage], appoints: [king]'),
    /没有“king”这个角色/,
  ],
  ['appointing without the permission', clerk.replace(' }', ', appoints: [clerk] }'), /officer\.manage/],
])('%s is told with its line', (_, text, message) => {
  let said = ''
  try {
    load(text)
  } catch (error) {
    said = String(error)
  }
  expect(said).toMatch(message)
})
