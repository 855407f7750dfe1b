/** What a backup says about itself, and whether it is still what it says. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../kernel/index.ts'
import { hashOfFile } from './kept-files.queries.ts'
import { storeProblems } from './problems.ts'
import type { Vault } from './vault.ts'

/** A file of the backup, by its place below the backup's folder. */
export interface Part {
  place: string
  bytes: number
  sha256: string
}

export interface TablePart extends Part {
  /** Schema and name, quoted where SQL needs it. */
  table: string
  columns: string[]
  rows: number
}

export interface BackupManifest {
  format: 'xianjie-backup-1'
  madeAt: string
  server: string
  migrations: { number: number; name: string; digest: string }[]
  /** Which keys it takes to open the backup; the keys are not in it. */
  keys: { number: number; fingerprint: string }[]
  tables: TablePart[]
  sequences: { name: string; value: number }[]
  files: Part[]
  /** Content hashes of kept files that were not on disk when the backup was made: tell the administrator. */
  missingFiles: string[]
  /** Digest of the newest seal of the audit trail, see `verifyAudit`. */
  auditHead: string
}

export interface BackupProgress {
  done: number
  of: number
  line: string
}

const manifestName = 'manifest.json'

interface Signed {
  manifest: BackupManifest
  signature: string
}

const signatureOf = (vault: Vault, manifest: BackupManifest) => vault.index(`backup ${JSON.stringify(manifest)}`).toString('hex')

export async function writeManifest(folder: string, manifest: BackupManifest, vault: Vault): Promise<void> {
  const signed: Signed = { manifest, signature: signatureOf(vault, manifest) }
  await writeFile(join(folder, manifestName), `${JSON.stringify(signed, undefined, 1)}\n`, { mode: 0o600, flush: true })
}

/** Reads the manifest; one made with other keys, altered, or of another format is refused. */
export async function readManifest(folder: string, vault: Vault): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((cause: Error) => {
    throw new Problem(storeProblems.noBackup, { folder }, { cause })
  })
  const { manifest, signature } = parse(text)
  const ours = new Map(vault.fingerprints().map((key) => [key.number, key.fingerprint]))
  for (const { number, fingerprint } of manifest.keys)
    if (ours.get(number) !== fingerprint) throw new Problem(storeProblems.backupKey, { number })
  if (signature !== signatureOf(vault, manifest)) throw new Problem(storeProblems.manifestAltered, {})
  return manifest
}

function parse(text: string): Signed {
  try {
    const signed = JSON.parse(text) as Signed
    if (signed.manifest.format === 'xianjie-backup-1' && Array.isArray(signed.manifest.keys)) return signed
  } catch {
    // Told below: what cannot be read is no manifest of ours.
  }
  throw new Problem(storeProblems.manifestAltered, {})
}

/** Reads every byte of the backup and tells all that is missing, cut or altered. */
export async function verifyParts(
  folder: string,
  manifest: BackupManifest,
  onProgress?: (progress: BackupProgress) => void,
): Promise<void> {
  const parts = [...manifest.tables, ...manifest.files]
  const faults: string[] = []
  for (const [done, part] of parts.entries()) {
    onProgress?.({ done, of: parts.length, line: '核对备份' })
    const fault = await faultOf(folder, part)
    if (fault !== undefined) faults.push(fault)
  }
  if (faults.length > 0) throw new Problem(storeProblems.backupBroken, { faults })
}

async function faultOf(folder: string, { place, bytes, sha256 }: Part): Promise<string | undefined> {
  const found = await stat(join(folder, place)).catch(() => undefined)
  if (found === undefined) return `缺少 ${place}`
  if (found.size !== bytes) return `${place} 应有 ${bytes} 字节，实有 ${found.size} 字节`
  return (await hashOfFile(join(folder, place))) === sha256 ? undefined : `${place} 的内容被改动过`
}
