/** The policy the server works with: the folder's, with what officers approved laid over it. */
import { loadPolicy, type Policy, PolicyErrors } from '../../policy/index.ts'
import { type Store, systemOfficer } from '../../store/index.ts'
import { approvedChanges } from './policy-change.queries.ts'
import { overlayOf, type SetValue } from './policy-change.rules.ts'

export interface PolicyInForce {
  current(): Policy
  /** Reads the approved changes again; nothing happens when there is nothing new. */
  refresh(store: Store): Promise<void>
}

/** A change that a newer folder no longer allows is left out and told to `onError`; the others hold. */
export function policyInForce(folder: string, onError: (error: Error) => void = () => undefined): PolicyInForce {
  const shipped = loadPolicy(folder)
  let policy = shipped
  let asked: string | undefined
  let turn = Promise.resolve()
  const read = async (store: Store) => {
    const changes = await store.transaction({ officer: systemOfficer, requestId: 'policy' }, approvedChanges)
    const text = overlayOf(changes)?.text
    if (text === asked) return
    policy = text === undefined ? shipped : laidOver(folder, changes, onError)
    asked = text
  }
  return {
    current: () => policy,
    refresh(store) {
      const mine = turn.then(() => read(store))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

function laidOver(folder: string, changes: readonly SetValue[], onError: (error: Error) => void): Policy {
  try {
    return loadPolicy(folder, overlayOf(changes))
  } catch (error) {
    if (!(error instanceof PolicyErrors)) throw error
    onError(error)
    const parameter = (one: SetValue) => `${one.region} ${one.parameter}`
    const bad = new Set(
      changes.map(parameter).filter(
        (name) =>
          !passes(
            folder,
            changes.filter((one) => parameter(one) === name),
          ),
      ),
    )
    return loadPolicy(folder, overlayOf(changes.filter((one) => !bad.has(parameter(one)))))
  }
}

const passes = (folder: string, changes: readonly SetValue[]): boolean => {
  try {
    loadPolicy(folder, overlayOf(changes))
    return true
  } catch (error) {
    if (error instanceof PolicyErrors) return false
    throw error
  }
}
