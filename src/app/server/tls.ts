/** Encryption on the office network: the county's own certificate, or one made here and kept for two years. */

import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import type { Settings } from './settings.ts'

/** Key and certificate as text, or nothing where the server speaks plain HTTP. */
export async function certificateOf(
  settings: Pick<Settings, 'tls' | 'data'>,
  now: Date,
): Promise<{ key: string; cert: string } | undefined> {
  if (settings.tls === undefined) return undefined
  if (settings.tls !== 'self')
    return { cert: await readFile(settings.tls.certificate, 'utf8'), key: await readFile(settings.tls.key, 'utf8') }
  const [certFile, keyFile] = [join(settings.data, 'tls-certificate.pem'), join(settings.data, 'tls-key.pem')]
  const kept = await readFile(certFile, 'utf8').catch(() => undefined)
  if (kept !== undefined && new X509Certificate(kept).validToDate > now) return { cert: kept, key: await readFile(keyFile, 'utf8') }
  const made = await selfMade(now)
  await writeFile(keyFile, made.key, { mode: 0o600 })
  await writeFile(certFile, made.cert)
  return made
}

async function selfMade(now: Date): Promise<{ key: string; cert: string }> {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address)
  const names = [
    { type: 2 as const, value: 'localhost' },
    ...[...new Set(['127.0.0.1', ...addresses])].map((ip) => ({ type: 7 as const, ip })),
  ]
  const until = new Date(now.getTime() + 730 * 86_400_000)
  const made = await generate([{ name: 'commonName', value: '衔接' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: now,
    notAfterDate: until,
    extensions: [{ name: 'subjectAltName', altNames: names }],
  })
  return { key: made.private, cert: made.cert }
}
