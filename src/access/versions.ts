/** Two people at one record: whoever writes over a version not seen is told what has changed since. */
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { searchAudit } from './audit.queries.ts'

/** What a changed field is called on the officer's screen. */
const labels: Readonly<Record<string, string>> = {
  name: '名称',
  role: '角色',
  officeId: '所属机构',
  validUntil: '截止日期',
  startsOn: '截止日期（移交）',
  isDisabled: '停用',
  datasets: '报送的数据表',
}

/** Throws `store.stale` when the record has moved on since it was seen; the trail knows by which fields. */
export async function requireVersion(ctx: Context, kind: 'office' | 'officer', id: number, found: number, seen: number): Promise<void> {
  if (found === seen) return
  const limit = Math.min(50, Math.max(1, found - seen))
  const lines = await searchAudit(ctx, { subjectKind: kind, subjectId: String(id), action: `${kind}.` }, limit)
  const fields = lines.flatMap(({ details }) => Object.keys(details as object))
  const changed = [...new Set(fields.flatMap((field) => labels[field] ?? []))]
  throw new Problem(storeProblems.stale, { changed })
}
