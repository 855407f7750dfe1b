/** The wall between areas as the database itself has it: read from its catalogue, so that no table can be forgotten. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../database/database.test-support.ts'

let store: TestStore

beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.drop())

const names = async (question: string): Promise<string[]> =>
  store.asOwner(async (client) => (await client.query<{ name: string }>(question)).rows.map(({ name }) => name))

const ours = `c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'auth')`

test('every table that says where its rows belong lets nobody past the area', async () => {
  const open = await names(`SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('division_code', 'county_code') AND NOT a.attisdropped
    WHERE ${ours} AND (NOT c.relrowsecurity OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`)
  expect(open).toEqual([])
})

test('division codes are compared byte by byte, so that an area is one range of the index', async () => {
  const wrong = await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'division_code' JOIN pg_collation l ON l.oid = a.attcollation
    WHERE ${ours} AND l.collname <> 'C'`)
  expect(wrong).toEqual([])
})

test('the application owns nothing, may not empty a table, and may not change what was appended', async () => {
  expect(await names(`SELECT relname AS name FROM pg_class WHERE relowner = 'xianjie_app'::regrole`)).toEqual([])
  expect(
    await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND has_table_privilege('xianjie_app', c.oid, 'TRUNCATE')`),
  ).toEqual([])
  const history = ['audit_entries', 'audit_seals', 'lead_events', 'register_acts']
  expect(
    await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND c.relname IN (${history.map((name) => `'${name}'`).join(', ')}) AND has_table_privilege('xianjie_app', c.oid, 'DELETE')`),
  ).toEqual([])
})

test('tables the application may write have row-level security or hold nothing about people', async () => {
  const open = await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND NOT c.relrowsecurity AND (has_table_privilege('xianjie_app', c.oid, 'INSERT') OR has_table_privilege('xianjie_app', c.oid, 'UPDATE'))
    ORDER BY 1`)
  expect(open).toEqual([])
})
