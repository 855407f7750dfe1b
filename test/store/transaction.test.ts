import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openStore, recordActs, type StoreOptions, systemOfficer } from '../../src/store/index.ts'
import { asker, officer, shippedPolicy, type TestStore, testStore, testVault } from '../database/database.test-support.ts'
import { databaseUrl, onServer } from '../database/server.ts'

const zhao = asker(officer('522399'))
const act = (divisionCode: string) => ({ action: 'person.seen', subjectKind: 'person', subjectId: 1, divisionCode })
let store: TestStore
let folder: string
const databases: string[] = []

beforeAll(async () => {
  store = await testStore({ constraints: { sealing_keys_pkey: '密钥编号' } })
  folder = await mkdtemp(join(tmpdir(), 'xianjie-transaction-'))
})
afterAll(async () => {
  await store.drop()
  for (const name of databases) await onServer(inject('database').url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await rm(folder, { recursive: true, force: true })
})

const newDatabase = async (encoding = 'UTF8') => {
  const name = `xianjie_open_${process.pid}_${databases.length}`
  databases.push(name)
  await onServer(inject('database').url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await onServer(inject('database').url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}'`)
  return databaseUrl(inject('database').url, name)
}
const open = (url: string, more: Partial<StoreOptions> = {}) =>
  openStore({
    url,
    vault: testVault,
    filesFolder: join(folder, 'files'),
    policy: shippedPolicy,
    connections: 2,
    migrations: inject('database').migrations,
    ...more,
  })
const problem = (code: string) => expect.objectContaining({ code })
const trail = (who = asker(systemOfficer)) =>
  store.transaction(who, (ctx) => ctx.db.selectFrom('audit_entries').select('division_code').execute())

describe('a transaction', () => {
  test('is undone as a whole when its work fails, and what waited for its commit never happens', async () => {
    let happened = false
    const failed = store.transaction(zhao, async (ctx) => {
      ctx.afterCommit(async () => {
        happened = true
      })
      await recordActs(ctx, [act('522399')])
      throw new Error('stop')
    })
    await expect(failed).rejects.toThrow('stop')
    expect(await trail()).toEqual([])
    expect(happened).toBe(false)
  })

  test('stands on the day it is in China', async () => {
    expect(await store.transaction(zhao, async (ctx) => ctx.today)).toBe('2026-10-31')
  })

  test('sees only what lies in its area, however the query is written', async () => {
    await store.transaction(zhao, (ctx) => recordActs(ctx, [act('522399'), act('522399101'), act('522398'), act('5224')]))
    const seen = async (area: string) => (await trail(asker(officer(area)))).map((row) => row.division_code).sort()
    expect(await seen('522399')).toEqual(['522399', '522399101'])
    expect(await seen('522399101')).toEqual(['522399101'])
    expect(await seen('5223991')).toEqual(['522399101'])
    expect(await seen('522397')).toEqual([])
    expect(await seen('')).toHaveLength(4)
  })

  test('leaves no area behind on its connection', async () => {
    const one = await open(store.url, { connections: 1 })
    await one.transaction(zhao, async () => undefined)
    const { rows } = await one.asOwner((client) =>
      client
        .query('SET ROLE xianjie_app; SELECT count(*)::integer AS n FROM audit_entries; RESET ROLE')
        .then((all) => (all as unknown as { rows: unknown[] }[])[1] ?? { rows: [] }),
    )
    expect(rows).toEqual([{ n: 0 }])
    await one.close()
  })

  test('says in the officer’s words what a constraint refused', async () => {
    const twice = store.transaction(zhao, async () => {
      await store.asOwner((client) => client.query("INSERT INTO sealing_keys (number, fingerprint) VALUES (1, 'x')"))
    })
    await expect(twice).rejects.toThrow('已经有同样的记录：密钥编号。')
  })

  test('cut off by the database is a busy system, not a bug', async () => {
    const cut = store.transaction(zhao, async (ctx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(ctx.db)
      await store.asOwner((client) => client.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]))
      await recordActs(ctx, [act('522399')])
    })
    await expect(cut).rejects.toThrow(problem('store.busy'))
    expect(await store.transaction(zhao, async () => 'served again')).toBe('served again')
  })
})

describe('opening a database', () => {
  test('migrates it, once, also when two programs start at the same time', async () => {
    const url = await newDatabase()
    const both = await Promise.all([open(url), open(url)])
    for (const one of both) await one.close()
  })

  test('that is not UTF-8 is refused', async () => {
    await expect(open(await newDatabase('SQL_ASCII'))).rejects.toThrow('数据库的编码是 SQL_ASCII，需要 UTF8。')
  })

  test('that cannot be reached says so', async () => {
    await expect(open('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/^连不上数据库：/)
  })

  test('of a newer program is refused', async () => {
    const url = await newDatabase()
    const newer = join(folder, 'newer')
    await cp(inject('database').migrations, newer, { recursive: true })
    await writeFile(join(newer, '9999-later.sql'), 'CREATE TABLE later ()')
    await (await open(url, { migrations: newer })).close()
    await expect(open(url)).rejects.toThrow('数据库已升级到第 9999 步，比本程序新。')
    await writeFile(join(newer, '9999-later.sql'), 'CREATE TABLE later (n integer)')
    await expect(open(url, { migrations: newer })).rejects.toThrow('迁移 9999-later.sql 在执行之后被改动过')
  })

  test('whose migration fails leaves it as it was', async () => {
    const url = await newDatabase()
    const failing = join(folder, 'failing')
    await cp(inject('database').migrations, failing, { recursive: true })
    await writeFile(join(failing, '9999-later.sql'), 'CREATE TABLE later (); SELECT 1 / 0')
    await expect(open(url, { migrations: failing })).rejects.toThrow(/migration 9999-later.sql: division by zero/)
    const opened = await open(url)
    const { rows } = await opened.asOwner((client) => client.query("SELECT to_regclass('later') AS later"))
    expect(rows).toEqual([{ later: null }])
    await opened.close()
  })

  test('works for an owner who is no superuser', async () => {
    const { url } = inject('database')
    const name = `xianjie_owned_${process.pid}`
    databases.push(name)
    await onServer(url, `CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'test'`)
    await onServer(url, `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0 ENCODING 'UTF8'`)
    await onServer(url, `GRANT xianjie_app TO ${name} WITH ADMIN OPTION`)
    const own = new URL(databaseUrl(url, name))
    own.username = name
    own.password = 'test'
    const opened = await open(own.href)
    await opened.transaction(zhao, (ctx) => recordActs(ctx, [act('522399')]))
    expect(await opened.transaction(zhao, (ctx) => ctx.db.selectFrom('audit_entries').select('id').execute())).toHaveLength(1)
    expect(await opened.transaction(asker(officer('522398')), (ctx) => ctx.db.selectFrom('audit_entries').select('id').execute())).toEqual(
      [],
    )
    await opened.close()
    await onServer(url, `DROP DATABASE ${name} WITH (FORCE)`)
    await onServer(url, `DROP OWNED BY ${name}`)
    await onServer(url, `DROP ROLE ${name}`)
  })
})
