/** Front door of the channels: what people ask by page, paper, call, letter or tip, the printed codes, and the result that goes back. */
import type { Route } from '../../access/index.ts'
import { codeRoutes } from './codes.routes.ts'
import { inboxRoutes } from './inbox.routes.ts'
import { publicRoutes } from './public.routes.ts'

export { channelPolicy } from './channel-policy.ts'
export { portalPath } from './codes.actions.ts'
export { tellOverdue } from './overdue.actions.ts'
export { channelsConstraintWords } from './problems.ts'

/** Columns to be sealed anew after a change of keys. */
export const channelsSealedColumns = [
  { table: 'one_codes', key: 'id', columns: ['token_sealed'] },
  { table: 'applications', key: 'id', columns: ['id_sealed', 'phone_sealed', 'asker_phone_sealed', 'follow_up_sealed'] },
  { table: 'application_photos', key: 'application_id', columns: ['photo_sealed'] },
] as const

export const channelRoutes: readonly Route[] = [...inboxRoutes, ...codeRoutes, ...publicRoutes]
