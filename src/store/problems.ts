/** What can go wrong between the program and its database, in words an administrator can act on. */
import { kind } from '../kernel/index.ts'

// biome-ignore format: a table
export const storeProblems = {
  folderInUse:     kind<{ folder: string; pid: number }>(   'store.folder_in_use',     423, (d) => `数据文件夹 ${d.folder} 正被另一个衔接程序使用（进程 ${d.pid}）。请先停止它，或用 XIANJIE_DATA 指定别的文件夹。`),
  noBinaries:      kind<{ platform: string }>(              'store.no_binaries',       503, (d) => `没有适用于 ${d.platform} 的内置数据库。请重新执行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL。`),
  notStarted:      kind<{ reason: string }>(                'store.not_started',       503, (d) => `数据库没有启动成功：${d.reason}`),
  unreachable:     kind<{ reason: string }>(                'store.unreachable',       503, (d) => `连不上数据库：${d.reason}`),
  versionTooOld:   kind<{ found: string }>(                 'store.version_too_old',   503, (d) => `数据库是 PostgreSQL ${d.found}，需要 15 至 18。`),
  newerSchema:     kind<{ number: number }>(                'store.newer_schema',      503, (d) => `数据库已升级到第 ${d.number} 步，比本程序新。请使用不低于上次使用的版本。`),
  changedMigration:kind<{ name: string }>(                  'store.changed_migration', 503, (d) => `迁移 ${d.name} 在执行之后被改动过，不能继续。请恢复原来的文件。`),
  duplicate:       kind<{ what: string }>(                  'store.duplicate',         409, (d) => `已经有同样的记录：${d.what}。`),
  stillUsed:       kind<{ what: string }>(                  'store.still_used',        409, (d) => `还有别的记录用到它，或所指的记录不存在：${d.what}。`),
  notAllowedValue: kind<{ what: string }>(                  'store.not_allowed_value', 422, (d) => `有一个值不合规定：${d.what}。`),
  outsideArea:     kind<object>(                            'store.outside_area',      404, () => '没有找到这条记录。'),
  busy:            kind<object>(                            'store.busy',              503, () => '系统正忙，请稍后再试。'),
  stale:           kind<{ changed: string[] }>(             'store.stale',             409, (d) => `别人刚刚改过这条记录${d.changed.length === 0 ? '' : `（${d.changed.join('、')}）`}，请刷新后再改。`),
  notFound:        kind<{ what: string }>(                  'store.not_found',         404, (d) => `没有找到${d.what}。`),
}
