/** Which screen is shown: a browser that cannot, the way in, the list, a visit, what is on its way. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { obstacleOf, Unsuitable } from './browser.tsx'
import { dayOf } from './draft.ts'
import { Home } from './home.tsx'
import { Outbox } from './outbox.tsx'
import { dropExpired, type Known, type PhoneStore } from './phone-store.ts'
import { VisitScreen } from './visit.tsx'
import { WayIn } from './way-in.tsx'

/** Hidden for longer than this the store is locked again. */
const lockAfter = 15 * 60_000

export type Screen = { name: 'list' } | { name: 'visit'; householdId: number } | { name: 'outbox' }

function screenIn(hash: string): Screen {
  const visit = /^#\/visit\/(\d+)/.exec(hash)?.[1]
  if (visit !== undefined) return { name: 'visit', householdId: Number(visit) }
  return hash.startsWith('#/outbox') ? { name: 'outbox' } : { name: 'list' }
}

export const go = (screen: Screen): void => {
  location.hash = screen.name === 'visit' ? `#/visit/${screen.householdId}` : screen.name === 'outbox' ? '#/outbox' : '#/'
}

function useScreen(store: PhoneStore): Screen {
  const [screen, setScreen] = useState(() => screenIn(location.hash))
  useEffect(() => {
    // Nothing is shown as left behind before it is on the phone's disk.
    const turn = () => void store.settled().then(() => setScreen(screenIn(location.hash)))
    window.addEventListener('hashchange', turn)
    return () => window.removeEventListener('hashchange', turn)
  }, [store])
  return screen
}

export const useKnown = (store: PhoneStore): Known => useSyncExternalStore(store.subscribe, store.known)

function Inside({ store, leave }: { store: PhoneStore; leave: () => void }) {
  const screen = useScreen(store)
  const known = useKnown(store)
  useEffect(() => {
    let hiddenAt = 0
    const watch = () => {
      if (document.hidden) hiddenAt = Date.now()
      else if (hiddenAt > 0 && Date.now() - hiddenAt > lockAfter) leave()
    }
    document.addEventListener('visibilitychange', watch)
    return () => document.removeEventListener('visibilitychange', watch)
  }, [leave])
  if (screen.name === 'outbox') return <Outbox store={store} known={known} leave={leave} />
  const visit = screen.name === 'visit' ? screen.householdId : undefined
  if (visit !== undefined && known.package !== null) return <VisitScreen key={visit} store={store} known={known} householdId={visit} />
  return <Home store={store} known={known} leave={leave} />
}

export function App() {
  const [store, setStore] = useState<PhoneStore>()
  const [isUsedAnyway, setUsedAnyway] = useState(false)
  const obstacle = obstacleOf()
  useEffect(() => {
    if (obstacle?.isHard !== true) void dropExpired(dayOf(new Date())).catch(() => undefined)
  }, [obstacle?.isHard])
  if (obstacle !== undefined && (obstacle.isHard || !isUsedAnyway))
    return <Unsuitable obstacle={obstacle} goOn={() => setUsedAnyway(true)} />
  if (store === undefined) return <WayIn enter={setStore} />
  return <Inside store={store} leave={() => setStore(undefined)} />
}
