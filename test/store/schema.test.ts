import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, inject, test } from 'vitest'
import { databaseUrl } from '../database/server.ts'
import { rowTypes } from '../database/types.ts'

test('src/store/schema.ts is what the migrated database says; else run npm run types', async () => {
  const { url, template } = inject('database')
  const written = await readFile(join(resolve(import.meta.dirname, '../..'), 'src/store/schema.ts'), 'utf8')
  expect(await rowTypes(databaseUrl(url, template))).toBe(written)
})
