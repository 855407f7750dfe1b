/** Single sign-ons under way: begun here, to come back once within ten minutes. */
import type pg from 'pg'

export interface OidcFlow {
  browserHash: string
  codeVerifier: string
  nonce: string
}

export async function insertFlow(
  owner: Pick<pg.PoolClient, 'query'>,
  stateHash: string,
  { browserHash, codeVerifier, nonce }: OidcFlow,
  now: Date,
): Promise<void> {
  await owner.query('DELETE FROM auth.oidc_flows WHERE expires_at < $1', [now])
  await owner.query(
    `INSERT INTO auth.oidc_flows (state_hash, browser_hash, code_verifier, nonce, expires_at)
     VALUES ($1, $2, $3, $4, $5::timestamptz + interval '10 minutes')`,
    [stateHash, browserHash, codeVerifier, nonce, now],
  )
}

/** Takes a flow away, so that it serves once; an unknown or old state finds nothing. */
export async function takeFlow(owner: Pick<pg.PoolClient, 'query'>, stateHash: string, now: Date): Promise<OidcFlow | undefined> {
  const { rows } = await owner.query<OidcFlow>(
    `DELETE FROM auth.oidc_flows WHERE state_hash = $1 AND expires_at > $2
     RETURNING browser_hash AS "browserHash", code_verifier AS "codeVerifier", nonce`,
    [stateHash, now],
  )
  return rows[0]
}
