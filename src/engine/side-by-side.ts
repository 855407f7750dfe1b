/** Several statements at once, each on an engine of its own. */

/** As much of an engine as is needed to stop it. */
interface Stoppable {
  interrupt(): void
}

/** Begins a task as soon as an engine is free for it; throws what another task failed with. */
export type BeginOn<One> = (task: (engine: One) => Promise<void>) => Promise<void>

/** Ends when the work and every task it began have ended; a failure stops the tasks that still run. */
export async function runSideBySide<One extends Stoppable>(
  engines: readonly One[],
  work: (begin: BeginOn<One>) => Promise<void>,
): Promise<void> {
  const free = [...engines]
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  let stopping: NodeJS.Timeout | undefined
  const fail = (error: unknown) => {
    failures.push(error)
    // Again and again: a statement that has not begun yet does not notice.
    stopping ??= setInterval(() => {
      for (const engine of engines) engine.interrupt()
    }, 20)
  }
  const begin: BeginOn<One> = async (task) => {
    while (free.length === 0) await Promise.race(running)
    if (failures.length > 0) throw failures[0]
    const engine = free.pop() as One
    const done = task(engine)
      .catch(fail)
      .finally(() => {
        free.push(engine)
        running.delete(done)
      })
    running.add(done)
  }
  await work(begin).catch(fail)
  await Promise.all(running)
  clearInterval(stopping)
  if (failures.length > 0) throw failures[0]
}
