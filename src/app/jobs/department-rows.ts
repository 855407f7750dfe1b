/** Puts down which department rows a run linked to whom, by village, so that a household's page can show them. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine } from '../../engine/index.ts'
import type { FoundRowFile } from '../../screening/server/index.ts'
import type { Run } from '../pipeline.ts'
import { byVillageSql, putDownSql } from './department-rows.sql.ts'
import { shownColumns } from './screening-source-rows.ts'

const [unsorted, sorted] = ['rows-unsorted', 'rows']

/** Dataset by dataset, while the run's engine still has them; answers the columns of each. */
export async function putDownRows(run: Run, folder: string): Promise<Record<string, string[]>> {
  await mkdir(join(folder, unsorted), { mode: 0o700 })
  // In the order of the rows they would all have to wait in memory for their turn.
  await run.engine.run('SET preserve_insertion_order = false')
  const columns: Record<string, string[]> = {}
  for (const dataset of run.datasets) {
    const own = run.options.policy.datasets.get(dataset)?.fields ?? {}
    const names = (await shownColumns(run, dataset)).map(([name]) => name).filter((name) => name === 'id_number' || name in own)
    columns[dataset] = names
    await run.engine.run(putDownSql(run.options.region, dataset, names, join(folder, unsorted, `${dataset}.parquet`)))
  }
  return columns
}

/** In an engine of its own, once that of the run is closed: there is room then. */
export async function sortRows(folder: string, workFolder: string, memory: string): Promise<void> {
  const from = join(folder, unsorted)
  if ((await readdir(from)).length === 0) return
  const engine = await openEngine({ folder: workFolder, memory, threads: 1 })
  try {
    await engine.run(
      'SET preserve_insertion_order = false; SET partitioned_write_max_open_files = 2000; SET partitioned_write_flush_threshold = 20000',
    )
    await engine.run(byVillageSql(join(from, '*.parquet'), join(folder, sorted)))
  } finally {
    engine.close()
  }
  await rm(from, { recursive: true, force: true })
}

/** The files by village, as they lie below the folder. */
export async function sortedRows(folder: string): Promise<FoundRowFile[]> {
  const entries = await readdir(join(folder, sorted), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => ({ divisionCode: /place=(\d+)/.exec(entry.parentPath)?.[1] ?? '', path: join(entry.parentPath, entry.name) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}
