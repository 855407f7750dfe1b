import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import {
  finishRotation,
  keepFile,
  openKeptFile,
  openStore,
  openVault,
  resealColumns,
  resealFiles,
  rotateKeys,
  unfinishedRotation,
  type Vault,
} from '../../src/store/index.ts'
import { asker, officer, shippedPolicy, type TestStore, testStore } from '../database/database.test-support.ts'

const zhao = asker(officer('522399'))
let folder: string
let keyFile: string
let vault: Vault
let store: TestStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-reseal-'))
  keyFile = join(folder, 'keys.json')
  vault = openVault({ keyFile })
  store = await testStore({ vault })
  await store.asOwner((client) =>
    client.query('CREATE TABLE cards (card_id bigint PRIMARY KEY, id_sealed bytea NOT NULL, phone_sealed bytea)'),
  )
})
afterEach(async () => {
  await store.drop()
  await rm(folder, { recursive: true, force: true })
})

const fill = (count: number) =>
  store.asOwner((client) =>
    client.query('INSERT INTO cards SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])', [
      Array.from({ length: count }, (_, n) => n),
      Array.from({ length: count }, (_, n) => vault.seal(`id ${n}`)),
      Array.from({ length: count }, (_, n) => (n % 3 === 0 ? null : vault.seal(`phone ${n}`))),
    ]),
  )
const cards = async () =>
  (
    await store.asOwner((client) =>
      client.query<{ card_id: number; id_sealed: Buffer; phone_sealed: Buffer | null }>('SELECT * FROM cards ORDER BY card_id'),
    )
  ).rows
const columns = [{ table: 'cards', key: 'card_id', columns: ['id_sealed', 'phone_sealed'] }]

test('after a rotation every value is sealed by the new key and says what it said', async () => {
  await fill(2500)
  rotateKeys(keyFile)
  const rotated = openVault({ keyFile })
  const opened = { ...store, vault: rotated }
  expect(await resealColumns(opened, columns)).toBe(2500 + 1666)
  expect(await resealColumns(opened, columns)).toBe(0)
  for (const { card_id, id_sealed, phone_sealed } of await cards()) {
    expect(rotated.isCurrent(id_sealed)).toBe(true)
    expect(rotated.open(id_sealed)).toBe(`id ${card_id}`)
    expect(phone_sealed && rotated.open(phone_sealed)).toBe(card_id % 3 === 0 ? null : `phone ${card_id}`)
  }
})

test('broken off in the middle, it goes on where it stopped', async () => {
  await fill(2500)
  await store.asOwner((client) => client.query("UPDATE cards SET id_sealed = '\\x010001' WHERE card_id = 2400"))
  rotateKeys(keyFile)
  const opened = { ...store, vault: openVault({ keyFile }) }
  await expect(resealColumns(opened, columns)).rejects.toThrow(/打不开/)
  await store.asOwner((client) => client.query('UPDATE cards SET id_sealed = $1 WHERE card_id = 2400', [vault.seal('id 2400')]))
  expect(await resealColumns(opened, columns)).toBe(500 + 1666)
})

test('a rotation that was broken off goes on with the same key when it is run again, and the next one adds another', () => {
  expect(unfinishedRotation(keyFile)).toBeUndefined()
  const number = rotateKeys(keyFile)
  expect(unfinishedRotation(keyFile)).toBe(number)
  expect(
    openVault({ keyFile })
      .fingerprints()
      .map((key) => key.number),
  ).toContain(number)
  finishRotation(keyFile)
  expect(unfinishedRotation(keyFile)).toBeUndefined()
  expect(rotateKeys(keyFile)).toBe(number + 1)
})

test('another cipher re-seals too', async () => {
  await fill(3)
  const sm4 = openVault({ keyFile, cipher: 'sm4' })
  expect(await resealColumns({ ...store, vault: sm4 }, columns)).toBe(5)
  expect((await cards()).map(({ id_sealed }) => [id_sealed[0], sm4.open(id_sealed)])).toEqual([
    [2, 'id 0'],
    [2, 'id 1'],
    [2, 'id 2'],
  ])
})

test('kept files are sealed by the new key and open as before', async () => {
  const path = join(folder, 'in')
  await writeFile(path, '表')
  const file = await store.transaction(zhao, (ctx) => keepFile(ctx, { path, name: '表.csv', kind: 'upload', divisionCode: '522399' }))
  rotateKeys(keyFile)
  expect(await resealFiles({ ...store, vault: openVault({ keyFile }) })).toBe(1)
  expect(await resealFiles({ ...store, vault: openVault({ keyFile }) })).toBe(0)
  await store.transaction(zhao, (ctx) => openKeptFile(ctx, file.id, join(folder, 'out')))
  expect(await readFile(join(folder, 'out'), 'utf8')).toBe('表')
})

test('a database is not opened with a key file that is not its own', async () => {
  const stranger = openVault({ keyFile: join(folder, 'other.json') })
  const opened = openStore({
    url: store.url,
    filesFolder: store.filesFolder,
    vault: stranger,
    policy: shippedPolicy,
    migrations: inject('database').migrations,
  })
  await expect(opened).rejects.toThrow(/现在的密钥文件里没有它/)
})
