/** Every setting of the server, read from the environment once, with what it means and what it is when unset. */
import { join, resolve } from 'node:path'
import { Problem } from '../../kernel/index.ts'
import { serverProblems } from './problems.ts'

export interface Settings {
  /** Data folder: embedded database, sealed files, keys. */
  data: string
  host: string
  /** Address as browsers see it, where a proxy stands before it. */
  baseUrl: string | undefined
  port: number
  /** Address of the public pages as phones reach them, printed in codes and on posters; unset = the page's own address, corrected by hand before printing. */
  publicUrl?: string | undefined
  /** An outside PostgreSQL; unset = the embedded one in the data folder. */
  databaseUrl: string | undefined
  keyFile: string
  cipher: 'aes' | 'sm4'
  digest: 'sha256' | 'sm3'
  /** Households of the invented county loaded on the first start; 0 = start empty. */
  demoHouseholds: number
  /** Months of settlements and other events handed in month by month. */
  demoMonths: number
  /** County whose first administrators are opened in an empty system. */
  region: string | undefined
  /** Certificate files, `self` for a self-made certificate, unset = no TLS. */
  tls: { certificate: string; key: string } | 'self' | undefined
  /** The public pages on an address and a port of their own; unset = nobody without an account is served apart. */
  publicSide?: { host: string; port: number; tls: Settings['tls'] } | undefined
  /** Government single sign-on by OpenID Connect, where the county has one. */
  oidc: { issuer: string; clientId: string; clientSecret: string; label: string; usernameClaim?: string } | undefined
  openMetrics: boolean
  /** Requests a minute from one address, behind which a whole office may stand; unset = 6000. */
  requestsPerMinute?: number | undefined
  logLevel: string
  /** `file` = `xianjie.log` in the data folder, `stderr` for systemd and containers. */
  logTo: 'file' | 'stderr'
}

/** Reads the settings; `docs/running.md` lists them. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const data = resolve(env.XIANJIE_DATA ?? 'data')
  const tls = tlsOf(env.XIANJIE_TLS_CERT, env.XIANJIE_TLS_KEY, env.XIANJIE_TLS)
  const host = env.HOST ?? '127.0.0.1'
  return {
    data,
    baseUrl: env.XIANJIE_URL,
    host,
    publicUrl: publicUrlOf(env.XIANJIE_PUBLIC_URL),
    port: Number(env.PORT ?? 8080),
    databaseUrl: env.DATABASE_URL,
    keyFile: resolve(env.XIANJIE_KEY_FILE ?? join(data, 'keys.json')),
    cipher: env.XIANJIE_CIPHER === 'sm4' ? 'sm4' : 'aes',
    digest: env.XIANJIE_DIGEST === 'sm3' ? 'sm3' : 'sha256',
    demoHouseholds: env.XIANJIE_DEMO === 'none' ? 0 : Number(env.XIANJIE_DEMO ?? 3000),
    region: env.XIANJIE_REGION,
    demoMonths: Number(env.XIANJIE_DEMO_MONTHS ?? 12),
    tls,
    publicSide:
      env.PUBLIC_PORT === undefined
        ? undefined
        : {
            host: env.PUBLIC_HOST ?? host,
            port: Number(env.PUBLIC_PORT),
            tls: tlsOf(env.XIANJIE_PUBLIC_TLS_CERT, env.XIANJIE_PUBLIC_TLS_KEY, undefined) ?? tls,
          },
    oidc: oidcOf(env),
    openMetrics: env.XIANJIE_METRICS === 'open',
    requestsPerMinute: env.XIANJIE_REQUESTS_PER_MINUTE === undefined ? undefined : Number(env.XIANJIE_REQUESTS_PER_MINUTE),
    logLevel: env.XIANJIE_LOG ?? 'info',
    logTo: env.XIANJIE_LOG_TO === 'stderr' ? 'stderr' : 'file',
  }
}

/** Printed by the thousand: an address no phone opens is told at the start, and no slash is doubled. */
function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Problem(serverProblems.badPublicUrl, { found: text })
  return url.href.replace(/\/+$/, '')
}

function tlsOf(certificate: string | undefined, key: string | undefined, self: string | undefined): Settings['tls'] {
  if (certificate !== undefined && key !== undefined) return { certificate, key }
  return self === 'self' ? 'self' : undefined
}

function oidcOf(env: NodeJS.ProcessEnv): Settings['oidc'] {
  const issuer = env.XIANJIE_OIDC_ISSUER
  const clientId = env.XIANJIE_OIDC_CLIENT
  const clientSecret = env.XIANJIE_OIDC_SECRET
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  const claim = env.XIANJIE_OIDC_CLAIM
  return {
    issuer,
    clientId,
    clientSecret,
    label: env.XIANJIE_OIDC_LABEL ?? '统一身份认证',
    ...(claim === undefined ? {} : { usernameClaim: claim }),
  }
}
