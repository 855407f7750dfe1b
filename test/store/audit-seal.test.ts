import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Act, checkAudit, faultLine, recordActs, sealAudit, verifyAudit } from '../../src/store/index.ts'
import { vaultOf } from '../../src/store/vault.ts'
import { asker, officer, type TestStore, testStore } from '../database/database.test-support.ts'

const zhao = asker(officer('522399', [], { name: '赵' }))
let store: TestStore

beforeEach(async () => {
  store = await testStore()
})
afterEach(() => store.drop())

const look = (subjectId: number): Act => ({
  action: 'person.seen',
  subjectKind: 'person',
  subjectId,
  divisionCode: '522399101',
  details: { reason: '入户核实', n: 1.5 },
})
const act = (...ids: number[]) => store.transaction(zhao, (ctx) => recordActs(ctx, ids.map(look)))
const asOwner = (statement: string) => store.asOwner((client) => client.query(statement))
const fault = async (knownHead?: string) => {
  const found = await verifyAudit(store, knownHead)
  return found && faultLine(found)
}

describe('a sealed trail', () => {
  test.each(['sha256', 'sm3'] as const)('holds with %s, batch after batch', async (algorithm) => {
    await act(1, 2)
    expect(await sealAudit(store, algorithm)).toMatchObject({ entries: 2 })
    await act(3)
    expect(await sealAudit(store, algorithm)).toMatchObject({ entries: 1 })
    expect(await sealAudit(store, algorithm)).toMatchObject({ entries: 0 })
    expect(await fault()).toBeUndefined()
  })

  test('is checked from where it was whole before, and what is wrong since is found', async () => {
    await act(1, 2)
    await sealAudit(store)
    const { mark, fault: none } = await checkAudit(store)
    expect([none, mark?.seal]).toEqual([undefined, 1])
    await act(3)
    await sealAudit(store)
    expect((await checkAudit(store, { since: mark })).mark?.seal).toBe(2)
    await asOwner("UPDATE audit_entries SET officer_name = '别人' WHERE subject_id = '1'")
    expect((await checkAudit(store, { since: mark })).fault, 'what lies before the mark is for the whole check').toBeUndefined()
    expect((await checkAudit(store)).fault).toBeDefined()
    await asOwner("UPDATE audit_entries SET officer_name = '别人' WHERE subject_id = '3'")
    expect((await checkAudit(store, { since: mark })).fault).toBeDefined()
    expect((await checkAudit(store, { since: { seal: 1, digest: 'other', sealedTo: '0' } })).fault).toEqual({ kind: 'seal', seal: 1 })
  })

  test('may change its digest on the way', async () => {
    await act(1)
    await sealAudit(store, 'sha256')
    await act(2)
    await sealAudit(store, 'sm3')
    expect(await fault()).toBeUndefined()
  })

  test('of more than one batch holds', async () => {
    await act(...Array.from({ length: 10_001 }, (_, n) => n))
    expect(await sealAudit(store)).toMatchObject({ entries: 10_001 })
    expect((await asOwner('SELECT cardinality(entry_ids) AS n FROM audit_seals ORDER BY id')).rows).toEqual([{ n: 10_000 }, { n: 1 }])
    expect(await fault()).toBeUndefined()
  })

  test('leaves entries of open transactions for the next time, and waits for none', async () => {
    const open = new pg.Client({ connectionString: store.url })
    await open.connect()
    await open.query('BEGIN')
    await open.query(
      "INSERT INTO audit_entries (at, officer_id, officer_name, action, subject_kind, subject_id, division_code, request_id) VALUES (now(), 1, '王', 'person.seen', 'person', '9', '5223', 'r')",
    )
    await act(1)
    expect(await sealAudit(store)).toMatchObject({ entries: 0 })
    await open.query('COMMIT')
    await open.end()
    expect(await sealAudit(store)).toMatchObject({ entries: 2 })
    expect(await fault()).toBeUndefined()
  })

  test('seals everything once while many write at the same time', async () => {
    const writing = Promise.all(Array.from({ length: 60 }, (_, n) => act(n)))
    for (let n = 0; n < 5; n += 1) await sealAudit(store)
    await writing
    await Promise.all([sealAudit(store), sealAudit(store)])
    const { rows } = await asOwner(
      'SELECT count(*) AS sealed, count(DISTINCT id) AS once FROM (SELECT unnest(entry_ids) AS id FROM audit_seals) AS s',
    )
    expect(rows).toEqual([{ sealed: 60, once: 60 }])
    expect(await fault()).toBeUndefined()
  })
})

describe('the owner of the database who goes past the program is found out', () => {
  beforeEach(async () => {
    await act(1, 2, 3)
    await sealAudit(store)
    await act(4, 5)
    await sealAudit(store)
  })

  test.each([
    ['officer_name', "'钱'"],
    ['officer_id', '2'],
    ['action', "'person.listed'"],
    ['subject_kind', "'household'"],
    ['subject_id', "'77'"],
    ['division_code', "'522398101'"],
    ['details', `'{"reason": "别的"}'`],
    ['request_id', "'other'"],
    ['at', "at + interval '1 microsecond'"],
  ])('when %s is altered', async (column, value) => {
    await asOwner(`UPDATE audit_entries SET ${column} = ${value} WHERE id = 2`)
    expect(await fault()).toBe('第 1 号封签之下的记录被改动：2。')
  })

  test('when an entry is deleted', async () => {
    await asOwner('DELETE FROM audit_entries WHERE id = 4')
    expect(await fault()).toBe('第 2 号封签之下的记录被删除：4。')
  })

  test('when entries are emptied out', async () => {
    await asOwner('TRUNCATE audit_entries')
    expect(await fault()).toBe('第 1 号封签之下的记录被删除：1、2、3。')
  })

  const insert = (id: number, more = '', value = '') =>
    asOwner(
      `INSERT INTO audit_entries (id, at, officer_id, officer_name, action, subject_kind, subject_id, division_code, request_id${more})
       OVERRIDING SYSTEM VALUE VALUES (${id}, now(), 1, '赵', 'person.seen', 'person', '9', '5223', 'r'${value})`,
    )

  test('when an entry is inserted among the sealed ones', async () => {
    await insert(900, ', written_by', ", '3'")
    expect(await fault()).toBe('有事后插入、未经程序写入的记录：900。')
  })

  test('when an entry is put into the place of a deleted one, sealed since or not', async () => {
    await asOwner("SELECT setval(pg_get_serial_sequence('audit_entries', 'id'), 20)")
    await act(6)
    await sealAudit(store)
    await insert(15)
    expect(await fault()).toBe('有事后插入、未经程序写入的记录：15。')
    await sealAudit(store)
    expect(await fault()).toBe('有事后插入、未经程序写入的记录：15。')
  })

  test('when a seal is deleted from the middle', async () => {
    await act(6)
    await sealAudit(store)
    await asOwner('DELETE FROM audit_seals WHERE id = 2')
    expect(await fault()).toBe('第 3 号封签被改动、删除或伪造。')
  })

  test('when seals and entries are cut off the end, by a head noted elsewhere', async () => {
    const { head } = await sealAudit(store)
    expect(await fault(head)).toBeUndefined()
    await asOwner('DELETE FROM audit_seals WHERE id = 2; DELETE FROM audit_entries WHERE id > 3')
    expect(await fault()).toBeUndefined()
    expect(await fault(head)).toBe('第 2 号封签被改动、删除或伪造。')
  })

  test('when the whole chain is made anew without the key', async () => {
    await asOwner("UPDATE audit_entries SET officer_name = '钱'; DELETE FROM audit_seals")
    const withoutKey = vaultOf(
      () => ({ index: { digest: 'sha256', secret: Buffer.alloc(32, 9) }, keys: [{ number: 1, secret: Buffer.alloc(32, 1) }] }),
      'aes',
    )
    await asOwner('UPDATE audit_entries SET written_by = pg_current_xact_id()')
    await sealAudit({ ...store, vault: withoutKey })
    expect(await fault()).toMatch(/号封签被改动、删除或伪造/)
  })
})

describe('the application’s role', () => {
  test('may add to the trail and read it, and nothing else', async () => {
    const { rows } = await asOwner(
      `SELECT table_name, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS may FROM information_schema.role_table_grants
       WHERE grantee IN ('xianjie_app', 'PUBLIC') AND table_name IN ('audit_entries', 'audit_seals', 'sealing_keys', 'schema_migrations') GROUP BY 1 ORDER BY 1`,
    )
    expect(rows).toEqual([
      { table_name: 'audit_entries', may: 'INSERT SELECT' },
      { table_name: 'audit_seals', may: 'SELECT' },
    ])
    const columns = await asOwner(
      `SELECT column_name FROM information_schema.column_privileges
       WHERE grantee IN ('xianjie_app', 'PUBLIC') AND table_name = 'audit_entries' AND privilege_type NOT IN ('INSERT', 'SELECT')`,
    )
    expect(columns.rows).toEqual([])
  })

  test('owns nothing, is no superuser, and cannot pass the wall', async () => {
    const { rows } = await asOwner(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, (SELECT count(*) FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = 'xianjie_app'`,
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 }])
  })

  test.each([
    "UPDATE audit_entries SET officer_name = '钱'",
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries',
    'DELETE FROM audit_seals',
    'ALTER TABLE audit_entries DISABLE ROW LEVEL SECURITY',
  ])('is refused %s', async (statement) => {
    const client = new pg.Client({ connectionString: store.url, options: '-c role=xianjie_app' })
    await client.connect()
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/)
    await client.end()
  })
})
