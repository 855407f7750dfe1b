/** kill -9 of the server while a village works on its cases; `npm run drill -- --only server-cases` does it a hundred times. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { caseDay, caseDayHeld, caseDaySql, casesAstray } from '../../bench/case-day.ts'
import { databaseUrl, onServer } from '../database/server.ts'
import { freePort, settingsOf } from './moving-county.test-support.ts'

const households = 6
const name = `xianjie_killed_${process.pid}`
let data = ''
let url = ''
let port = 0
let program: ChildProcess | undefined
let password = ''

/** Answers when it takes requests and the county is in. */
async function start(): Promise<void> {
  program = fork(join(import.meta.dirname, 'case-program.test-support.ts'), [JSON.stringify(settingsOf(data, port, url))], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  ;[password] = (await once(program, 'message')) as [string]
}

async function kill(): Promise<void> {
  const gone = once(program as ChildProcess, 'exit')
  program?.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  const database = inject('database')
  await onServer(database.url, `CREATE DATABASE ${name} TEMPLATE ${database.template}`)
  url = databaseUrl(database.url, name)
  data = await mkdtemp(join(tmpdir(), 'xianjie-killed-'))
  port = await freePort()
  await start()
}, 300_000)
afterAll(async () => {
  if (program?.exitCode === null) await kill()
  await onServer(inject('database').url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await rm(data, { recursive: true, force: true })
})

test('nothing acknowledged is lost, nothing is doubled, and the events tell the same rows', { timeout: 240_000 }, async () => {
  const state = { isOver: false }
  const day = caseDay({ address: `http://127.0.0.1:${port}`, password, households }).finally(() => {
    state.isOver = true
  })
  for (const after of [700, 300]) {
    await pause(after)
    expect(state.isOver).toBe(false)
    await kill()
    await start()
  }
  const worked = await day
  expect(worked).toHaveLength(households)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(caseDaySql(worked))
  await client.end()
  const held = Object.fromEntries(Object.entries(rows[0] as object).map(([key, value]) => [key, Number(value)]))
  expect(held).toEqual(caseDayHeld(households, 1))
  expect(await casesAstray(data, url)).toEqual([])
})
