/** The phone's own store: everything about households lies in it sealed, and is written before the screen shows that it is. */
import Dexie, { type Table } from 'dexie'
import { newStoreKey, open, openBytes, openStoreKey, type Sealed, seal, sealBytes, type Wrapped } from './sealing.ts'
import type { Draft, Outgoing, Package } from './types.ts'

interface Account {
  id: 'account'
  officerId: number
  officerName: string
  wrapped: Wrapped
  /** After this day what was taken along is removed. */
  keepUntil: string
  wrongTries: number
  waitUntil: number
}

interface Row extends Sealed {
  /** `package`, `draft:<household>`, `form:<key>`, `photo:<key>`. */
  name: string
}

class PhoneTables extends Dexie {
  declare account: Table<Account, string>
  declare sealed: Table<Row, string>

  constructor() {
    super('xianjie-field')
    this.version(1).stores({ account: 'id', sealed: 'name' })
  }
}

/** What the screens show; a new object after every change. */
export interface Known {
  package: Package | null
  drafts: Draft[]
  outgoing: Outgoing[]
}

const tables = new PhoneTables()
const firstWait = 30_000
const triesBeforeWait = 5

/** Who the phone belongs to just now; nothing personal but the name. */
export async function accountOf(): Promise<{ officerId: number; officerName: string; waitUntil: number } | undefined> {
  return tables.account.get('account')
}

/** Removes what was taken along when its days are over; forms that were not sent stay. */
export async function dropExpired(today: string): Promise<void> {
  const account = await tables.account.get('account')
  if (account === undefined || today <= account.keepUntil) return
  await tables.sealed.delete('package')
}

/** Everything off the phone, unsent forms too. */
export async function wipe(): Promise<void> {
  await tables.transaction('rw', tables.account, tables.sealed, async () => {
    await tables.account.clear()
    await tables.sealed.clear()
  })
}

/** Opens a new store for an officer. */
export async function createStore(officer: { id: number; name: string }, password: string): Promise<PhoneStore> {
  const { key, wrapped } = await newStoreKey(password)
  const account: Account = {
    id: 'account',
    officerId: officer.id,
    officerName: officer.name,
    wrapped,
    keepUntil: '9999-12-31',
    wrongTries: 0,
    waitUntil: 0,
  }
  await wipe()
  await tables.account.put(account)
  return new PhoneStore(key, officer, { package: null, drafts: [], outgoing: [] })
}

export type Unlocked = { store: PhoneStore } | { wrong: number } | { waitSeconds: number }

/** Each five wrong tries double the wait. */
export async function unlock(password: string, now: number): Promise<Unlocked> {
  const account = await tables.account.get('account')
  if (account === undefined) return { wrong: 0 }
  if (now < account.waitUntil) return { waitSeconds: Math.ceil((account.waitUntil - now) / 1000) }
  const key = await openStoreKey(password, account.wrapped)
  const wrongTries = key === undefined ? account.wrongTries + 1 : 0
  const rounds = Math.floor(wrongTries / triesBeforeWait)
  const waitUntil = wrongTries > 0 && wrongTries % triesBeforeWait === 0 ? now + firstWait * 2 ** (rounds - 1) : 0
  await tables.account.update('account', { wrongTries, waitUntil })
  if (key === undefined) return { wrong: wrongTries }
  const officer = { id: account.officerId, name: account.officerName }
  return { store: new PhoneStore(key, officer, await everything(key)) }
}

async function everything(key: CryptoKey): Promise<Known> {
  const rows = await tables.sealed.where('name').startsWithAnyOf('draft:', 'form:').toArray()
  const of = async <T>(kind: string) => Promise.all(rows.filter(({ name }) => name.startsWith(kind)).map((row) => open<T>(key, row)))
  const taken = await tables.sealed.get('package')
  return {
    package: taken === undefined ? null : await open<Package>(key, taken),
    drafts: await of<Draft>('draft:'),
    outgoing: (await of<Outgoing>('form:')).sort((one, other) => (one.finishedAt < other.finishedAt ? -1 : 1)),
  }
}

/** The store once it is unlocked. */
export class PhoneStore {
  readonly officer: { id: number; name: string }
  readonly #key: CryptoKey
  readonly #listeners = new Set<() => void>()
  #known: Known
  /** Writes go one after the other; the newest draft wins. */
  #writing: Promise<unknown> = Promise.resolve()

  constructor(key: CryptoKey, officer: { id: number; name: string }, known: Known) {
    this.#key = key
    this.officer = officer
    this.#known = known
  }

  known = (): Known => this.#known

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves when everything changed so far is on the phone's disk. */
  settled(): Promise<unknown> {
    return this.#writing
  }

  #change(known: Partial<Known>): void {
    this.#known = { ...this.#known, ...known }
    for (const listener of this.#listeners) listener()
  }

  #write(work: () => Promise<unknown>): Promise<void> {
    const done = this.#writing.then(work)
    this.#writing = done.catch(() => undefined)
    return done.then(() => undefined)
  }

  #put = async (name: string, value: unknown): Promise<void> => {
    await tables.sealed.put({ name, ...(await seal(this.#key, value)) })
  }

  async takePackage(taken: Package): Promise<void> {
    await this.#write(async () => {
      await this.#put('package', taken)
      await tables.account.update('account', { keepUntil: taken.keepUntil })
    })
    this.#change({ package: taken })
  }

  saveDraft(draft: Draft): Promise<void> {
    const others = this.#known.drafts.filter(({ visit }) => visit.householdId !== draft.visit.householdId)
    this.#change({ drafts: [...others, draft] })
    return this.#write(() => this.#put(`draft:${draft.visit.householdId}`, draft))
  }

  async dropDraft(draft: Draft): Promise<void> {
    await this.#write(async () => {
      await tables.sealed.bulkDelete([
        `draft:${draft.visit.householdId}`,
        ...draft.attachments.map(({ clientKey }) => `photo:${clientKey}`),
      ])
    })
    this.#change({ drafts: this.#known.drafts.filter(({ visit }) => visit.householdId !== draft.visit.householdId) })
  }

  /** The draft becomes a form on its way, both or neither. */
  async finish(form: Outgoing): Promise<void> {
    const sealed = await seal(this.#key, form)
    const householdId = form.body.householdId
    await this.#write(() =>
      tables.transaction('rw', tables.sealed, async () => {
        await tables.sealed.put({ name: `form:${form.body.clientKey}`, ...sealed })
        await tables.sealed.delete(`draft:${householdId}`)
      }),
    )
    this.#change({
      drafts: this.#known.drafts.filter(({ visit }) => visit.householdId !== householdId),
      outgoing: [...this.#others(form), form],
    })
  }

  #others(form: Outgoing): Outgoing[] {
    return this.#known.outgoing.filter(({ body }) => body.clientKey !== form.body.clientKey)
  }

  async saveForm(form: Outgoing): Promise<void> {
    await this.#write(() => this.#put(`form:${form.body.clientKey}`, form))
    this.#change({ outgoing: this.#known.outgoing.map((one) => (one.body.clientKey === form.body.clientKey ? form : one)) })
  }

  /** A form that the county refused is a draft again. */
  async reopen(form: Outgoing): Promise<void> {
    await this.saveDraft(form.draft)
    await this.#write(() => tables.sealed.delete(`form:${form.body.clientKey}`))
    this.#change({ outgoing: this.#others(form) })
  }

  /** Forms that arrived whole go when the list is fetched anew on a later day. */
  async dropForms(which: (form: Outgoing) => boolean): Promise<void> {
    const gone = this.#known.outgoing.filter(which)
    const names = gone.flatMap(({ body }) => [
      `form:${body.clientKey}`,
      ...(body.attachments ?? []).map(({ clientKey }) => `photo:${clientKey}`),
    ])
    await this.#write(() => tables.sealed.bulkDelete(names))
    this.#change({ outgoing: this.#known.outgoing.filter((form) => !gone.includes(form)) })
  }

  async savePhoto(clientKey: string, bytes: ArrayBuffer): Promise<void> {
    const sealed = await sealBytes(this.#key, bytes)
    await this.#write(() => tables.sealed.put({ name: `photo:${clientKey}`, ...sealed }))
  }

  async photo(clientKey: string): Promise<ArrayBuffer | undefined> {
    const row = await tables.sealed.get(`photo:${clientKey}`)
    return row === undefined ? undefined : openBytes(this.#key, row)
  }

  async dropPhoto(clientKey: string): Promise<void> {
    await this.#write(() => tables.sealed.delete(`photo:${clientKey}`))
  }
}
