import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropKeptFile, keepFile, keptFileById, openKeptFile, sweepFiles } from '../../src/store/index.ts'
import { filesIn } from '../../src/store/kept-files.queries.ts'
import { asker, officer, type TestStore, testStore } from '../database/database.test-support.ts'

const zhao = asker(officer('522399'))
const qian = asker(officer('522398'))
let store: TestStore
let folder: string

beforeAll(async () => {
  store = await testStore()
  folder = await mkdtemp(join(tmpdir(), 'xianjie-kept-'))
})
afterAll(async () => {
  await store.drop()
  await rm(folder, { recursive: true, force: true })
})

const written = async (text: string) => {
  const path = join(folder, 'in')
  await writeFile(path, text)
  return { path, name: '医保.csv', kind: 'upload', divisionCode: '522399' }
}
const keep = async (text: string) => {
  const file = await written(text)
  return store.transaction(zhao, (ctx) => keepFile(ctx, file))
}
const open = async (id: number, who = zhao) => {
  const to = join(folder, 'out')
  await store.transaction(who, (ctx) => openKeptFile(ctx, id, to))
  const text = await readFile(to, 'utf8')
  await rm(to)
  return text
}
const bytesOnDisk = () => filesIn(store.filesFolder)
const problem = (code: string) => expect.objectContaining({ code })

describe('a kept file', () => {
  test('comes back as it was, and lies on disk sealed', async () => {
    const file = await keep('身份证号,姓名\n522399199001011234,李四')
    expect(await open(file.id)).toBe('身份证号,姓名\n522399199001011234,李四')
    const bytes = await readFile(join(store.filesFolder, file.sha256.slice(0, 2), file.sha256))
    expect(bytes.includes('李四')).toBe(false)
  })

  test('is not found from the next county', async () => {
    const file = await keep('甲')
    await expect(open(file.id, qian)).rejects.toThrow(problem('store.not_found'))
  })

  test('cannot be put into the next county', async () => {
    const file = await written('乙')
    await expect(store.transaction(qian, (ctx) => keepFile(ctx, file))).rejects.toThrow(problem('store.outside_area'))
  })

  test('of equal contents is kept once, with a line each', async () => {
    const [one, two] = [await keep('丙'), await keep('丙')]
    expect(one.id).not.toBe(two.id)
    expect((await bytesOnDisk()).filter((name) => name === one.sha256)).toHaveLength(1)
  })

  test('that was altered on disk is not opened', async () => {
    const file = await keep('丁丁丁')
    const place = join(store.filesFolder, file.sha256.slice(0, 2), file.sha256)
    const bytes = await readFile(place)
    bytes[20] = (bytes[20] ?? 0) ^ 1
    await writeFile(place, bytes)
    await expect(open(file.id)).rejects.toThrow(problem('store.seal_broken'))
  })

  test('that was exchanged for another on disk is not opened', async () => {
    const [one, other] = [await keep('一'), await keep('二')]
    const place = ({ sha256 }: { sha256: string }) => join(store.filesFolder, sha256.slice(0, 2), sha256)
    await writeFile(place(one), await readFile(place(other)))
    await expect(open(one.id)).rejects.toThrow(problem('store.seal_broken'))
  })

  test('whose bytes are gone is told as such', async () => {
    const file = await keep('戊')
    await rm(join(store.filesFolder, file.sha256.slice(0, 2), file.sha256))
    await expect(open(file.id)).rejects.toThrow(problem('store.file_missing'))
  })
})

describe('destroying a file', () => {
  test('takes the bytes and leaves a line that says who, when and why', async () => {
    const file = await keep('保存期满')
    await store.transaction(zhao, (ctx) => dropKeptFile(ctx, file.id, '保存期限 3 年已满'))
    expect(await bytesOnDisk()).not.toContain(file.sha256)
    await expect(open(file.id)).rejects.toThrow(/医保.csv”已于 2026-10-31 按保存期限销毁/)
    const { rows } = await store.asOwner((client) =>
      client.query("SELECT officer_id, details ->> 'why' AS why FROM audit_entries WHERE action = 'file.dropped' AND subject_id = $1", [
        String(file.id),
      ]),
    )
    expect(rows).toEqual([{ officer_id: 1, why: '保存期限 3 年已满' }])
  })

  test('leaves the bytes while another line needs them', async () => {
    const [one, two] = [await keep('两处引用'), await keep('两处引用')]
    await store.transaction(zhao, (ctx) => dropKeptFile(ctx, one.id, '重复'))
    expect(await open(two.id)).toBe('两处引用')
  })

  test('is undone with its transaction', async () => {
    const file = await keep('回滚')
    const undone = store.transaction(zhao, async (ctx) => {
      await dropKeptFile(ctx, file.id, '误操作')
      throw new Error('stop')
    })
    await expect(undone).rejects.toThrow('stop')
    expect(await open(file.id)).toBe('回滚')
  })

  test('is not found from the next county', async () => {
    const file = await keep('邻县')
    await expect(store.transaction(qian, (ctx) => dropKeptFile(ctx, file.id, '无'))).rejects.toThrow(problem('store.not_found'))
    expect((await store.transaction(zhao, (ctx) => keptFileById(ctx, file.id))).droppedAt).toBeNull()
  })
})

describe('after a crash between bytes and line', () => {
  test('bytes without a line are swept, all others stay', async () => {
    const kept = await keep('有记录')
    const file = await written('没有记录')
    const crashed = store.transaction(zhao, async (ctx) => {
      await keepFile(ctx, file)
      throw new Error('crash')
    })
    await expect(crashed).rejects.toThrow('crash')
    await writeFile(join(store.filesFolder, kept.sha256.slice(0, 2), `${kept.sha256}.partial-1-ab`), '半个')
    expect(await sweepFiles(store)).toBeGreaterThanOrEqual(2)
    expect(await sweepFiles(store)).toBe(0)
    expect(await open(kept.id)).toBe('有记录')
  })

  test('bytes whose line is about to be committed are not swept', async () => {
    const file = await written('正在保存')
    let swept: Promise<number> | undefined
    const kept = await store.transaction(zhao, async (ctx) => {
      const line = await keepFile(ctx, file)
      swept = sweepFiles(store)
      await new Promise((done) => setTimeout(done, 200))
      return line
    })
    await swept
    expect(await open(kept.id)).toBe('正在保存')
  })
})
