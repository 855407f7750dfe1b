/** `xianjie db migrate | backup | verify | restore | rotate-keys`: what the system administrator does with the database. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Problem } from '../kernel/index.ts'
import { loadPolicy } from '../policy/index.ts'
import {
  backup,
  finishRotation,
  openStore,
  openVault,
  resealColumns,
  resealFiles,
  restore,
  rotateKeys,
  type Store,
  startEmbedded,
  storeProblems,
  unfinishedRotation,
  type Vault,
  verifyBackup,
} from '../store/index.ts'
import { parse, required, shippedPolicy, Usage } from './command-line.ts'
import { progressLine } from './progress.ts'
import { sealedColumns } from './server/rooms.ts'
import { readSettings, type Settings } from './server/settings.ts'

interface Task {
  settings: Settings
  vault: Vault
  say: (line: string) => void
  to: string | undefined
  from: string | undefined
}

const verbs: Readonly<Record<string, (task: Task) => Promise<string>>> = {
  migrate: async (task) => withStore(task, async () => '数据库已是本程序的版本'),
  backup: backUp,
  verify: async ({ from, vault, say }) => {
    const { tables } = await verifyBackup(resolve(required(from, '--from')), vault, ({ line }) => say(line))
    return `备份完好：${tables.length} 张表`
  },
  restore: bringBack,
  'rotate-keys': rotate,
}

/** Runs one of the verbs; the settings are those of the server. */
export async function dbCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { to: { type: 'string' }, from: { type: 'string' } } as const)
  const verb = verbs[positionals[0] ?? '']
  if (verb === undefined) throw new Usage(`db 之后应为 ${Object.keys(verbs).join('、')} 之一`)
  const settings = readSettings()
  const progress = progressLine(process.stderr)
  try {
    const vault = openVault({ keyFile: settings.keyFile, cipher: settings.cipher })
    const said = await verb({ settings, vault, say: progress.say, to: values.to, from: values.from })
    progress.end()
    process.stdout.write(`${said}\n`)
    return 0
  } finally {
    progress.end()
  }
}

/** The database of the settings: one outside, the embedded one of a server at work, or the embedded one started for this. */
async function withDatabase<T>({ databaseUrl, data }: Settings, work: (url: string) => Promise<T>): Promise<T> {
  if (databaseUrl !== undefined) return work(databaseUrl)
  try {
    const embedded = await startEmbedded(data)
    return await work(embedded.url).finally(() => embedded.stop())
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== storeProblems.folderInUse.code) throw error
    return work(await urlAtWork(data))
  }
}

/** PostgreSQL writes its port into the fourth line of its process file. */
async function urlAtWork(data: string): Promise<string> {
  const [, , , port] = (await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const password = (await readFile(join(data, 'database.password'), 'utf8')).trim()
  return `postgres://xianjie_owner:${password}@127.0.0.1:${port}/xianjie`
}

const filesFolder = ({ data }: Settings): string => join(data, 'files')

async function withStore<T>({ settings, vault }: Task, work: (store: Store) => Promise<T>): Promise<T> {
  return withDatabase(settings, async (url) => {
    const policy = loadPolicy(shippedPolicy)
    const store = await openStore({ url, policy: () => policy, vault, filesFolder: filesFolder(settings) })
    return work(store).finally(() => store.close())
  })
}

async function backUp({ settings, vault, say, to }: Task): Promise<string> {
  const place = resolve(required(to, '--to'))
  const manifest = await withDatabase(settings, (url) =>
    backup({ url, filesFolder: filesFolder(settings), vault, to: place, onProgress: ({ line }) => say(line) }),
  )
  return `已备份到 ${place}：${manifest.tables.length} 张表。密钥不在备份里，请另行保管 ${settings.keyFile}`
}

async function bringBack({ settings, vault, say, from }: Task): Promise<string> {
  const place = resolve(required(from, '--from'))
  const manifest = await withDatabase(settings, (url) =>
    restore({ from: place, url, filesFolder: filesFolder(settings), vault, onProgress: ({ line }) => say(line) }),
  )
  return `已从 ${place} 恢复：${manifest.tables.length} 张表`
}

/** A new key for everything written from now on; what is there is sealed anew with it, in batches. After an interruption it goes on with the same key. */
async function rotate(task: Task): Promise<string> {
  const number = unfinishedRotation(task.settings.keyFile) ?? rotateKeys(task.settings.keyFile)
  const { keyFile, cipher } = task.settings
  return withStore({ ...task, vault: openVault({ keyFile, cipher }) }, async (store) => {
    task.say('重新加密')
    const values = await resealColumns(store, sealedColumns)
    const files = await resealFiles(store)
    finishRotation(keyFile)
    return `已换用第 ${number} 号密钥，重新加密 ${values} 个值、${files} 份文件。请重启服务，并重新保管 ${keyFile}`
  })
}
