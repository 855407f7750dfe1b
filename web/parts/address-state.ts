/** What a page shows is kept in its address, so that it can be sent to a colleague, reloaded and gone back to. */
import { useNavigate, useSearch } from '@tanstack/react-router'

export type AddressState = Record<string, string>

/** Reads `?a=1&b=2` as plain words; the router would write JSON. */
export function parseAddress(search: string): AddressState {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''))
}

export function writeAddress(state: Record<string, unknown>): string {
  const filled = Object.entries(state).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** The state in the address and how to change parts of it; `undefined` removes a word. */
export function useAddress(): [AddressState, (change: Record<string, string | undefined>, replace?: boolean) => void] {
  const state = useSearch({ strict: false }) as AddressState
  const navigate = useNavigate()
  const set = (change: Record<string, string | undefined>, replace = false) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ...change }), replace } as never)
  return [state, set]
}
