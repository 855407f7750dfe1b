/** Front door of the store: the database behind one transaction per request, its audit trail, and the embedded server. */
export { type Act, recordActs } from './audit.queries.ts'
export { type ConstraintWords, translateDatabaseError } from './constraints.ts'
export { type Context, type Officer, systemOfficer } from './context.ts'
export { type Asker, areaEnd, dayIn, openStore, type Store, type StoreOptions } from './database.ts'
export { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
export { storeProblems } from './problems.ts'
export type { Database } from './schema.ts'
