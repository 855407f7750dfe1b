import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openVault, rotateKeys } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-vault-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
const newFile = () => {
  made += 1
  return join(folder, `keys-${made}.json`)
}
const broken = expect.objectContaining({ code: 'store.seal_broken' })

describe.each(['aes', 'sm4'] as const)('a vault with %s', (cipher) => {
  const vault = openVault({ keyFile: newFile(), cipher })

  test('opens whatever it sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => vault.open(vault.seal(text)) === text),
      { seed: 3, numRuns: 300 },
    )
  })

  test('seals equal text differently each time', () => {
    expect(vault.seal('522399199001011234').equals(vault.seal('522399199001011234'))).toBe(false)
  })

  test('shows nothing of the text', () => {
    expect(vault.seal('522399199001011234').includes('5223991990')).toBe(false)
  })

  test('tells when any single byte was changed', () => {
    const sealed = vault.seal('522399199001011234')
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(() => vault.open(changed), `byte ${place}`).toThrow(broken)
    }
  })

  test('tells when a sealed value was cut', () => {
    const sealed = vault.seal('李四')
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => vault.open(sealed.subarray(0, length)), `${length} bytes`).toThrow(broken)
  })

  test('finds equal text by an index of 16 bytes that differs for other text', () => {
    expect(vault.index('13800000001')).toEqual(vault.index('13800000001'))
    expect(vault.index('13800000001')).not.toEqual(vault.index('13800000002'))
    expect(vault.index('13800000001')).toHaveLength(16)
  })

  test.each([0, 1, 15, 16, 17, 65_536, 200_001])('seals and opens a file of %i bytes', async (size) => {
    const [plain, sealed, opened] = [join(folder, `p-${cipher}`), join(folder, `s-${cipher}`), join(folder, `o-${cipher}`)]
    writeFileSync(plain, Buffer.alloc(size, '帮扶'))
    await vault.sealFile(plain, sealed)
    await vault.openFile(sealed, opened)
    expect(readFileSync(opened)).toEqual(readFileSync(plain))
    expect(statSync(opened).mode & 0o777).toBe(0o600)
    expect(statSync(sealed).mode & 0o777).toBe(0o600)
  })

  test('leaves nothing behind of a file that was altered or cut', async () => {
    const place = join(folder, `whole-${cipher}`)
    writeFileSync(place, Buffer.alloc(100_000, 'x'))
    const sealedPlace = join(folder, `sealed-${cipher}`)
    await vault.sealFile(place, sealedPlace)
    const sealed = readFileSync(sealedPlace)
    const flipped = Buffer.from(sealed)
    flipped[50_000] = (flipped[50_000] ?? 0) ^ 1
    for (const bad of [flipped, sealed.subarray(0, -1), sealed.subarray(0, 10), Buffer.alloc(0)]) {
      const [from, to] = [join(folder, `bad-${cipher}`), join(folder, `out-${cipher}`)]
      writeFileSync(from, bad)
      await expect(vault.openFile(from, to)).rejects.toThrow(broken)
      expect((await readdir(folder)).filter((name) => name.startsWith(`out-${cipher}`))).toEqual([])
    }
  })
})

describe('keys', () => {
  test('are made on first use, readable by their owner only', () => {
    const keyFile = join(folder, 'new', 'keys.json')
    openVault({ keyFile })
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  })

  test('are the same at the next start', () => {
    const keyFile = newFile()
    const sealed = openVault({ keyFile }).seal('王五')
    expect(openVault({ keyFile }).open(sealed)).toBe('王五')
  })

  test('of another file open nothing', () => {
    const sealed = openVault({ keyFile: newFile() }).seal('王五')
    expect(() => openVault({ keyFile: newFile() }).open(sealed)).toThrow(broken)
  })

  test('rotate: the old opens, the new seals, the index stays', () => {
    const keyFile = newFile()
    const before = openVault({ keyFile })
    const old = before.seal('王五')
    expect(rotateKeys(keyFile)).toBe(2)
    const after = openVault({ keyFile })
    expect(after.open(old)).toBe('王五')
    expect(after.isCurrent(old)).toBe(false)
    expect(after.isCurrent(after.seal('王五'))).toBe(true)
    expect(after.index('王五')).toEqual(before.index('王五'))
  })

  test('added while a program runs are found when it first meets them', () => {
    const keyFile = newFile()
    const running = openVault({ keyFile })
    rotateKeys(keyFile)
    const sealed = openVault({ keyFile }).seal('王五')
    expect(running.open(sealed)).toBe('王五')
    expect(running.isCurrent(sealed)).toBe(true)
  })

  test('change their cipher by setting, and what was sealed before stays readable', () => {
    const keyFile = newFile()
    const first = openVault({ keyFile, cipher: 'aes' })
    const second = openVault({ keyFile, cipher: 'sm4' })
    expect(second.open(first.seal('王五'))).toBe('王五')
    expect(second.isCurrent(first.seal('王五'))).toBe(false)
    expect(second.index('王五')).toEqual(first.index('王五'))
  })

  test('that cannot be read are not replaced by new ones', () => {
    const keyFile = newFile()
    writeFileSync(keyFile, '{"format":"xianjie-keys-1"', { mode: 0o600 })
    expect(() => openVault({ keyFile })).toThrow(/不要新建/)
    expect(readFileSync(keyFile, 'utf8')).toBe('{"format":"xianjie-keys-1"')
  })
})
