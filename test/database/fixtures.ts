/** What every test database is opened with: the shipped policy and keys that are always the same. */
import { loadPolicy, type Policy } from '../../src/policy/index.ts'
import { vaultOf } from '../../src/store/vault.ts'

let shipped: Policy | undefined

/** The shipped policy, read once per test file. */
export function shippedPolicy(): Policy {
  shipped ??= loadPolicy(new URL('../../policy', import.meta.url).pathname)
  return shipped
}

/** Keys that are always the same, so that a test can say what it expects. */
export const testVault = vaultOf(
  () => ({
    index: { digest: 'sha256', secret: Buffer.alloc(32, 7) },
    keys: [{ number: 1, secret: Buffer.alloc(32, 1) }],
  }),
  'aes',
)
