/** Front door of the store: the database behind one transaction per request, its audit trail, jobs, sealed values and files, and the embedded server. */
export { type Act, recordActs } from './audit.queries.ts'
export { type AuditMark, checkAudit, type SealedAudit, sealAudit, verifyAudit } from './audit-seal.queries.ts'
export { type AuditFault, faultLine } from './audit-seal.rules.ts'
export { type BackupOptions, backup } from './backup.queries.ts'
export type { BackupManifest, BackupProgress } from './backup-manifest.ts'
export { type ConstraintWords, translateDatabaseError } from './constraints.ts'
export { type Asker, type Context, type Officer, type Store, systemOfficer } from './context.ts'
export { dayIn, openStore, type StoreOptions } from './database.ts'
export { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
export {
  cancelJob,
  type Job,
  type JobFilter,
  type JobProgress,
  type JobState,
  jobById,
  jobsOf,
  type NewJob,
  startJob,
} from './jobs.queries.ts'
export { type JobHandler, type Jobs, type JobsOptions, openJobs, type RunningJob } from './jobs.ts'
export {
  dropKeptFile,
  dropKeptFiles,
  type FileToKeep,
  type KeptFile,
  keepFile,
  keptFileById,
  openKeptFile,
  sweepFiles,
} from './kept-files.queries.ts'
export type { DigestName } from './key-file.ts'
export { storeProblems } from './problems.ts'
export { resealColumns, resealFiles, type SealedColumns } from './reseal.queries.ts'
export { type RestoreOptions, restore, verifyBackup } from './restore.queries.ts'
export type { Database } from './schema.ts'
export { separately } from './separately.queries.ts'
export { areaEnd } from './session.queries.ts'
export { type CipherName, finishRotation, openVault, rotateKeys, unfinishedRotation, type Vault, type VaultOptions } from './vault.ts'
