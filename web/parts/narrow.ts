/** Whether the screen is as narrow as a phone's. */
import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 640px)')

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => query.matches,
  )
}
