/** Workbooks that are read whole (xls, html called xls, SpreadsheetML 2003), each in a thread of its own with a limit on memory and time. */
import { Worker } from 'node:worker_threads'
import { Problem } from '../../kernel/index.ts'
import { readerProblems } from './problems.ts'
import type { ReaderLimits, RowBlock, RowOptions, SheetHandle } from './reader.ts'

export interface OldWorkbookStart {
  bytes?: Uint8Array
  text?: string
}

export interface OldWorkbookAsk {
  sheet: number
  from: number
  upTo: number
}

export type OldWorkbookAnswer =
  | { failed: string }
  | { sheets: { name: string; hidden: boolean }[] }
  | { block: RowBlock; next: number | undefined }

export class OldWorkbook {
  sheets: SheetHandle[] = []
  readonly #worker: Worker
  readonly #file: string
  readonly #limits: ReaderLimits
  #ended: Problem | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(start: OldWorkbookStart, file: string, limits: ReaderLimits) {
    this.#file = file
    this.#limits = limits
    this.#worker = new Worker(new URL('./old-workbook.worker.ts', import.meta.url), {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: limits.wholeFileMemory },
      stdout: true,
      stderr: true,
    })
    this.#worker.unref()
  }

  /** Waits until the workbook is read; damage, a password, too much memory or time is a Problem. */
  async open(signal?: AbortSignal): Promise<void> {
    const answer = await this.#ask(undefined, signal)
    if (!('sheets' in answer)) throw new Problem(readerProblems.damaged, { file: this.#file, found: '内容读不出来' })
    if (answer.sheets.length === 0) throw new Problem(readerProblems.noSheet, { file: this.#file })
    this.sheets = answer.sheets.map(({ name, hidden }, sheet) => ({ name, hidden, rows: (options) => this.#rows(sheet, options) }))
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  async *#rows(sheet: number, options: RowOptions = {}): AsyncGenerator<RowBlock> {
    const upTo = options.upTo ?? this.#limits.rows
    for (let from: number | undefined = 0; from !== undefined; ) {
      const ask: OldWorkbookAsk = { sheet, from, upTo }
      const answered: Promise<OldWorkbookAnswer> = this.#turn.then(() => this.#ask(ask, options.signal))
      this.#turn = answered.catch(() => undefined)
      const answer: OldWorkbookAnswer = await answered
      if (!('block' in answer)) throw new Problem(readerProblems.damaged, { file: this.#file, found: '内容读不出来' })
      if (answer.block.cells.length > 0) yield answer.block
      from = answer.next
    }
    options.onProgress?.(1)
  }

  /** One question at a time; the first answer comes unasked. */
  async #ask(ask: OldWorkbookAsk | undefined, signal?: AbortSignal): Promise<OldWorkbookAnswer> {
    signal?.throwIfAborted()
    if (this.#ended !== undefined) throw this.#ended
    const { promise, resolve, reject } = Promise.withResolvers<OldWorkbookAnswer>()
    const seconds = this.#limits.wholeFileSeconds
    const timer = setTimeout(() => this.#end(reject, new Problem(readerProblems.tooSlow, { file: this.#file, seconds })), seconds * 1000)
    const onMessage = (answer: OldWorkbookAnswer) => {
      if ('failed' in answer) this.#end(reject, this.#failure(answer.failed))
      else resolve(answer)
    }
    const onError = (error: unknown) => this.#end(reject, this.#failure(String(error)))
    const onExit = () => this.#end(reject, this.#failure('ended'))
    const onAbort = () => reject(signal?.reason)
    this.#worker.once('message', onMessage).once('error', onError).once('exit', onExit)
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      if (ask !== undefined) this.#worker.postMessage(ask)
      return await promise
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      this.#worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
  }

  #end(reject: (problem: Problem) => void, problem: Problem): void {
    this.#ended = problem
    reject(problem)
    void this.#worker.terminate()
  }

  #failure(reason: string): Problem {
    const file = this.#file
    if (/password|encrypt/i.test(reason)) return new Problem(readerProblems.encrypted, { file })
    if (/memory|ERR_WORKER_OUT_OF_MEMORY|Invalid string length/i.test(reason))
      return new Problem(readerProblems.tooLarge, { file, found: '内容过多' })
    return new Problem(readerProblems.damaged, { file, found: '内容读不出来' })
  }
}
