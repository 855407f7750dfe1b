/** `bin/xianjie.mjs` passes arguments, output, exit code and signals through. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from './source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'launcher-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(args: string[]) {
  const child = spawn(process.execPath, [join(root, 'bin/xianjie.mjs'), ...args])
  const output = { out: '', err: '' }
  child.stdout.on('data', (piece: Buffer) => {
    output.out += piece.toString()
  })
  child.stderr.on('data', (piece: Buffer) => {
    output.err += piece.toString()
  })
  return { child, output, ended: ended(child) }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.on('close', (code) => done(code)))
}

it('help is printed and the exit code is 0', async () => {
  const { output, ended } = start(['help'])
  expect(await ended).toBe(0)
  expect(output.out).toContain('xianjie screen')
  expect(output.err).toBe('')
})

it('wrong usage is exit code 2 on standard error', async () => {
  const { output, ended } = start(['no-such-command'])
  expect(await ended).toBe(2)
  expect(output.err).toContain('no-such-command')
})

it('what cannot be done is exit code 1, and an argument with spaces arrives whole', async () => {
  const missing = join(folder, '没有 这个 文件夹')
  const { output, ended } = start(['screen', missing, '--region', '990101', '--as-of', '2026-10-31', '--out', join(folder, 'out')])
  expect(await ended).toBe(1)
  expect(output.err).toContain(missing)
})

it('a signal reaches the program, which leaves nothing behind', async () => {
  const county = join(folder, 'county')
  expect(await start(['demo', 'generate', '--out', county, '--households', '200', '--seed', '1']).ended).toBe(0)
  const out = join(folder, 'results')
  const { child, output, ended } = start(['screen', join(county, 'input'), '--region', '990101', '--as-of', '2026-10-31', '--out', out])
  await new Promise((done) => child.stderr.once('data', done))
  child.kill('SIGINT')
  expect(await ended).toBe(1)
  expect(output.err).toContain('已停止')
  expect(readdirSync(folder).filter((name) => name !== 'county')).toEqual([])
})
