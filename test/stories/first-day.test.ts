/** One working day of the county, through HTTP alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountyServer, countyServer, type Persona } from './county.test-support.ts'

let county: CountyServer
let li: Persona
let wang: Persona
let zhao: Persona
let sun: Persona
let qian: Persona

beforeAll(async () => {
  county = await countyServer(200)
  ;[li, wang, zhao, sun, qian] = await Promise.all([
    county.persona('li'),
    county.persona('wang'),
    county.persona('zhao'),
    county.persona('sun'),
    county.persona('qian'),
  ])
}, 300_000)

afterAll(() => county.close())

interface List<T> {
  items: T[]
  next: string | null
}

test('the register is loaded and each office sees its own part', async () => {
  const count = async (seat: Persona) => (await seat.ask<{ households: number }>('GET', '/register/summary')).json.households
  const [village, township, all, outside] = [await count(li), await count(wang), await count(zhao), await count(qian)]
  expect(all).toBe(200)
  expect(village).toBeGreaterThan(0)
  expect(village).toBeLessThan(township)
  expect(township).toBeLessThan(all)
  expect(outside).toBe(0)
})

test('leads of the screening stand in the township’s queue, and the neighbour finds none of them', async () => {
  const { json } = await zhao.ask<List<{ id: number }>>('GET', '/leads?limit=200')
  expect(json.items.length).toBeGreaterThan(10)
  const own = (await wang.ask<List<{ id: number }>>('GET', '/leads?limit=200')).json.items
  expect(own.length).toBeGreaterThan(0)
  expect(own.length).toBeLessThan(json.items.length)
  for (const { id } of json.items.slice(0, 5)) expect((await qian.ask('GET', `/leads/${id}`)).status).toBe(404)
})

test('identity numbers are masked until someone says why, and the auditor sees who looked', async () => {
  const { json } = await li.ask<List<{ id: number }>>('GET', '/register/households?limit=1')
  const household = await li.ask<{ members: { id: number; values: Record<string, string | null> }[] }>(
    'GET',
    `/register/households/${json.items[0]?.id}`,
  )
  const member = household.json.members.find(({ values }) => values.id_number != null)
  expect(member?.values.id_number).toMatch(/\*{6,}/)
  expect(household.raw.toString()).not.toMatch(/\d{17}[\dX]/)
  const refused = await li.ask('POST', `/register/persons/${member?.id}/unmask`, { fields: ['id_number'], reason: '' })
  expect(refused.status).toBe(422)
  const shown = await li.ask('POST', `/register/persons/${member?.id}/unmask`, { fields: ['id_number'], reason: '入户核对身份证件' })
  expect(shown.raw.toString()).toMatch(/\d{17}[\dX]/)
  const trail = await sun.ask<List<{ action: string; details: { reason?: string } }>>('GET', '/audit?action=person.unmasked')
  expect(JSON.stringify(trail.json.items)).toContain('入户核对身份证件')
  expect(trail.raw.toString()).not.toMatch(/\d{17}[\dX]/)
})

test('the API answers exactly what its document says', async () => {
  const document = (await zhao.ask<{ paths: Record<string, unknown> }>('GET', '/api/openapi.json')).json
  expect(Object.keys(document.paths).length).toBeGreaterThan(50)
})
