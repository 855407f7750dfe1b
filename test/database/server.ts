/** Vitest's global set-up: one PostgreSQL for all tests (`DATABASE_URL` names another than the embedded one) and a migrated template to copy from. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's connection string of the maintenance database, the template's name, and the migrations it was made with: a copy, so that a file saved while the tests run does not break them. */
    database: { url: string; template: string; migrations: string }
  }
}

export default async function setup(project: TestProject) {
  const outside = process.env.DATABASE_URL
  const folder = outside === undefined ? await mkdtemp(join(tmpdir(), 'xianjie-test-')) : undefined
  const embedded = folder === undefined ? undefined : await startEmbedded(folder)
  const url = outside ?? embedded?.url ?? ''
  const template = `xianjie_template_${process.pid}`
  await onServer(url, `CREATE DATABASE ${template}`)
  const client = new pg.Client({ connectionString: databaseUrl(url, template) })
  await client.connect()
  const migrations = await mkdtemp(join(tmpdir(), 'xianjie-migrations-'))
  await cp(resolve(import.meta.dirname, '../../migrations'), migrations, { recursive: true })
  await migrate(client, migrations)
  await client.end()
  project.provide('database', { url, template, migrations })
  return async () => {
    await onServer(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await embedded?.stop()
    await rm(migrations, { recursive: true, force: true })
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}

export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
