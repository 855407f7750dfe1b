import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { tablesOf } from '../../src/store/backup.queries.ts'
import {
  backup,
  keepFile,
  openKeptFile,
  openStore,
  recordActs,
  restore,
  type Store,
  sealAudit,
  startJob,
  verifyAudit,
  verifyBackup,
} from '../../src/store/index.ts'
import { vaultOf } from '../../src/store/vault.ts'
import { asker, officer, shippedPolicy, testVault } from '../database/database.test-support.ts'
import { databaseUrl, onServer } from '../database/server.ts'

/** A table as another room could have it: every kind of column, a foreign key that must come later, one to itself, a trigger. */
const hardTables = `
  CREATE TABLE hard (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "Odd name" text, money numeric(18, 2), day date, moment timestamptz, sealed bytea, details jsonb, words text[], share double precision, spell interval,
    doubled numeric GENERATED ALWAYS AS (money * 2) STORED, parent bigint REFERENCES hard, later bigint);
  CREATE TABLE later (id bigint PRIMARY KEY, hard bigint NOT NULL REFERENCES hard, changes integer NOT NULL DEFAULT 0);
  ALTER TABLE hard ADD CONSTRAINT hard_later FOREIGN KEY (later) REFERENCES later DEFERRABLE INITIALLY DEFERRED;
  CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changes := NEW.changes + 1; RETURN NEW; END $$;
  CREATE TRIGGER later_change BEFORE INSERT OR UPDATE ON later FOR EACH ROW EXECUTE FUNCTION count_change();
  CREATE TABLE days (day date NOT NULL, n integer) PARTITION BY RANGE (day);
  CREATE TABLE days_2026 PARTITION OF days FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  INSERT INTO days VALUES ('2026-05-01', 1);`
const hardRows = `
  INSERT INTO hard ("Odd name", money, day, moment, sealed, details, words, share, spell, parent, later) VALUES
    (E'制表\\t换行\\n反斜杠\\\\ 引号"', 123456789012.34, '2026-10-31', '2026-10-31 02:00:00.123456+00', '\\xdeadbeef00', '{"甲": [1, null]}', '{"a,b",NULL,"\\"c\\""}', 0.1, '1 mon 2 days', NULL, NULL),
    ('\\N', NULL, 'infinity', NULL, '', 'null', '{}', 'NaN', NULL, 1, NULL),
    ('', -0.01, NULL, '-infinity', NULL, NULL, NULL, -1e-300, NULL, 2, NULL);
  INSERT INTO later VALUES (7, 1);
  UPDATE hard SET later = 7 WHERE id = 1;`

const zhao = asker(officer('522399'))
let work: string
let migrations: string
let made = 0
const databases: string[] = []

const newDatabase = async () => {
  made += 1
  const name = `xianjie_backup_${process.pid}_${made}`
  databases.push(name)
  await onServer(inject('database').url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await onServer(inject('database').url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  return databaseUrl(inject('database').url, name)
}
const folder = (name: string) => join(work, name)
const on = async <T>(url: string, use: (client: pg.Client) => Promise<T>) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
/** Every table's rows as text, as COPY writes them, and the next number of every sequence. */
const contents = (url: string) =>
  on(url, async (client) => {
    const all: Record<string, string[]> = {}
    for (const { table, columns } of await tablesOf(client)) {
      const { rows } = await client.query<{ line: string }>(`SELECT ROW(${columns.join(', ')})::text AS line FROM ${table} ORDER BY 1`)
      all[table] = rows.map((row) => row.line)
    }
    const { rows } = await client.query(
      "SELECT schemaname, sequencename, last_value FROM pg_sequences WHERE schemaname <> 'pgboss' ORDER BY 2",
    )
    return { all, rows }
  })
const open = (url: string, files: string) =>
  openStore({ url, filesFolder: files, vault: testVault, policy: shippedPolicy, connections: 4, migrations })

let url: string
let before: Awaited<ReturnType<typeof contents>>
let fileId: number

async function fill(store: Store): Promise<void> {
  await writeFile(folder('in'), '身份证号,姓名\n522399199001011234,李四')
  const keep = { path: folder('in'), name: '医保.csv', kind: 'upload', divisionCode: '522399' }
  fileId = (await store.transaction(zhao, (ctx) => keepFile(ctx, keep))).id
  await store.transaction(zhao, (ctx) => startJob(ctx, { kind: 'screen', divisionCode: '522399', input: { n: 1 } }))
  const acts = [1, 2, 3].map((subjectId) => ({ action: 'person.seen', subjectKind: 'person', subjectId, divisionCode: '522399' }))
  await store.transaction(zhao, (ctx) => recordActs(ctx, acts))
  await sealAudit(store)
  await store.transaction(zhao, (ctx) => recordActs(ctx, acts))
  await store.asOwner((client) => client.query(hardRows))
}

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'xianjie-backup-'))
  migrations = folder('migrations')
  await cp(inject('database').migrations, migrations, { recursive: true })
  await writeFile(join(migrations, '9000-hard.sql'), hardTables)
  url = await newDatabase()
  const store = await open(url, folder('files'))
  await fill(store)
  await store.close()
  before = await contents(url)
  await backup({ url, filesFolder: folder('files'), vault: testVault, to: folder('backup') })
})
afterAll(async () => {
  for (const name of databases) await onServer(inject('database').url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await rm(work, { recursive: true, force: true })
})

const target = async () => ({ url: await newDatabase(), filesFolder: folder(`restored-${made}`), vault: testVault, migrations })
let copies = 0
/** The backup with something done to it. */
const spoilt = async (spoil: (folder: string) => Promise<unknown>) => {
  copies += 1
  const copy = folder(`spoilt-${copies}`)
  await cp(folder('backup'), copy, { recursive: true })
  await spoil(copy)
  return copy
}
const flip = async (place: string, at: number) => {
  const bytes = await readFile(place)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(place, bytes)
}
const auditTable = 'tables/public.audit_entries.sealed'

describe('a restored backup', () => {
  test('is the database of that moment, table by table, and not what came after', async () => {
    await on(url, (client) =>
      client.query('UPDATE hard SET money = 1; DELETE FROM audit_entries WHERE id = 1; INSERT INTO hard DEFAULT VALUES'),
    )
    expect(await contents(url)).not.toEqual(before)
    const to = await target()
    await restore({ from: folder('backup'), ...to })
    expect(await contents(to.url)).toEqual(before)
  })

  test('works on: files open, the trail holds and is sealed on, numbers continue, keys and triggers are back', async () => {
    const to = await target()
    const { auditHead } = await restore({ from: folder('backup'), ...to })
    const store = await open(to.url, to.filesFolder)
    await store.transaction(zhao, (ctx) => openKeptFile(ctx, fileId, folder('opened')))
    expect(await readFile(folder('opened'), 'utf8')).toBe('身份证号,姓名\n522399199001011234,李四')
    expect(await verifyAudit(store, auditHead)).toBeUndefined()
    await store.transaction(zhao, (ctx) =>
      recordActs(ctx, [{ action: 'person.seen', subjectKind: 'person', subjectId: 9, divisionCode: '522399' }]),
    )
    expect((await sealAudit(store)).entries).toBe(4)
    expect(await verifyAudit(store, auditHead)).toBeUndefined()
    const { rows } = await store.asOwner((client) => client.query('INSERT INTO hard (later) VALUES (7) RETURNING id, doubled'))
    expect(rows).toEqual([{ id: 4, doubled: null }])
    await expect(store.asOwner((client) => client.query('INSERT INTO hard (parent) VALUES (99)'))).rejects.toThrow(/foreign key/)
    expect((await store.asOwner((client) => client.query('UPDATE later SET hard = 2 RETURNING changes'))).rows).toEqual([{ changes: 2 }])
    await store.close()
  })

  test('of an older program is brought up to date', async () => {
    await writeFile(join(migrations, '9001-newer.sql'), 'ALTER TABLE hard ADD COLUMN newer text; UPDATE hard SET newer = "Odd name"')
    const to = await target()
    await restore({ from: folder('backup'), ...to })
    await rm(join(migrations, '9001-newer.sql'))
    expect((await on(to.url, (client) => client.query('SELECT newer FROM hard WHERE id = 2'))).rows).toEqual([{ newer: '\\N' }])
  })
})

describe('a backup', () => {
  test('shows nothing of what is in it, and holds no key', async () => {
    const { tables } = await verifyBackup(folder('backup'), testVault)
    expect(tables.find(({ table }) => table === 'public.hard')?.rows).toBe(3)
    const manifest = await readFile(join(folder('backup'), 'manifest.json'))
    for (const secret of [Buffer.alloc(32, 1).toString('hex'), Buffer.alloc(32, 7).toString('hex')])
      expect(manifest.includes(secret)).toBe(false)
    const bytes = await readFile(join(folder('backup'), 'tables/public.hard.sealed'))
    expect(bytes.includes('反斜杠')).toBe(false)
    expect((await stat(folder('backup'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder('backup'), auditTable))).mode & 0o777).toBe(0o600)
  })

  test('is never written over another', async () => {
    const again = backup({ url, filesFolder: folder('files'), vault: testVault, to: folder('backup') })
    await expect(again).rejects.toThrow(/备份只写进新的文件夹/)
  })

  test('that fails leaves nothing that looks like one', async () => {
    const full = () => new Transform({ transform: (_piece, _encoding, done) => done(new Error('disk full')) })
    const failed = backup({ url, filesFolder: folder('files'), vault: { ...testVault, sealing: full }, to: folder('half') })
    await expect(failed).rejects.toThrow('disk full')
    await expect(stat(folder('half'))).rejects.toThrow(/ENOENT/)
    await expect(stat(folder('half.partial'))).rejects.toThrow(/ENOENT/)
  })

  test('is of one moment while officers write', async () => {
    const store = await open(url, folder('files'))
    let stop = false
    const acts = [1, 2].map((subjectId) => ({ action: 'pair.written', subjectKind: 'person', subjectId, divisionCode: '522399' }))
    const writing = (async () => {
      while (!stop) await store.transaction(zhao, (ctx) => recordActs(ctx, acts))
    })()
    await backup({ url, filesFolder: folder('files'), vault: testVault, to: folder('busy') })
    stop = true
    await writing
    await store.close()
    const to = await target()
    await restore({ from: folder('busy'), ...to })
    const { rows } = await on(to.url, (client) =>
      client.query("SELECT count(*) % 2 AS odd FROM audit_entries WHERE action = 'pair.written'"),
    )
    expect(rows).toEqual([{ odd: 0 }])
  })

  test('goes on when a kept file is missing on disk, and says which', async () => {
    const files = folder('files-missing')
    await cp(folder('files'), files, { recursive: true })
    const {
      files: [part],
    } = await verifyBackup(folder('backup'), testVault)
    await rm(join(files, part?.place.replace('files/', '') ?? ''))
    const { missingFiles } = await backup({ url, filesFolder: files, vault: testVault, to: folder('with-missing') })
    expect(missingFiles).toHaveLength(1)
  })
})

describe('a spoilt backup is told, and nothing of it is restored', () => {
  let to: Awaited<ReturnType<typeof target>>
  beforeAll(async () => {
    to = await target()
  })

  test.each([
    ['a byte of a table flipped', (at: string) => flip(join(at, auditTable), 40), /audit_entries.sealed 的内容被改动过/],
    ['a table cut short', (at: string) => truncate(join(at, auditTable), 20), /audit_entries.sealed 应有 \d+ 字节，实有 20 字节/],
    ['a table missing', (at: string) => rm(join(at, auditTable)), /备份不完整，不能恢复：缺少 tables\/public.audit_entries.sealed/],
    ['the kept files missing', (at: string) => rm(join(at, 'files'), { recursive: true }), /缺少 files\//],
    [
      'two tables exchanged',
      async (at: string) => {
        await cp(join(at, 'tables/public.later.sealed'), join(at, auditTable))
      },
      /audit_entries.sealed 应有/,
    ],
    ['no manifest', (at: string) => rm(join(at, 'manifest.json')), /里面没有 manifest.json/],
    ['a manifest that is not one', (at: string) => writeFile(join(at, 'manifest.json'), '{}'), /manifest.json 被改动过或不是本程序写的/],
    ['a manifest cut short', (at: string) => truncate(join(at, 'manifest.json'), 500), /manifest.json 被改动过/],
    [
      'a manifest with another number of rows',
      async (at: string) => {
        const text = await readFile(join(at, 'manifest.json'), 'utf8')
        await writeFile(join(at, 'manifest.json'), text.replace('"rows": 3', '"rows": 2'))
      },
      /manifest.json 被改动过/,
    ],
  ])('%s', async (_, spoil, words) => {
    const from = await spoilt(spoil)
    await expect(restore({ from, ...to })).rejects.toThrow(words)
    await expect(verifyBackup(from, testVault)).rejects.toThrow(words)
    expect(await on(to.url, tablesOf)).toEqual([])
    await expect(stat(to.filesFolder)).rejects.toThrow(/ENOENT/)
  })

  test('made with other keys', async () => {
    const other = vaultOf(
      () => ({ index: { digest: 'sha256', secret: Buffer.alloc(32, 7) }, keys: [{ number: 1, secret: Buffer.alloc(32, 2) }] }),
      'aes',
    )
    await expect(restore({ from: folder('backup'), ...to, vault: other })).rejects.toThrow(/另一把第 1 号密钥/)
  })

  test('made by a newer program', async () => {
    const older = folder('older-migrations')
    await cp(migrations, older, { recursive: true })
    await rm(join(older, '9000-hard.sql'))
    await expect(restore({ from: folder('backup'), ...to, migrations: older })).rejects.toThrow(/第 9000 步，比本程序新/)
    expect(await on(to.url, tablesOf)).toEqual([])
  })
})

describe('a restore goes only into an empty place', () => {
  test('not into a database with tables', async () => {
    const to = await target()
    await expect(restore({ from: folder('backup'), ...to, url })).rejects.toThrow(/只能恢复到空的地方/)
  })

  test('not into a folder with files', async () => {
    const to = await target()
    await expect(restore({ from: folder('backup'), ...to, filesFolder: folder('files') })).rejects.toThrow(/只能恢复到空的地方，而文件夹/)
    expect((await stat(folder('files'))).isDirectory()).toBe(true)
  })
})
