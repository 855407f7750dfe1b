/** A full disk, for the results and for the temporary folder: one clear line, exit code 1, no half-written result. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from './drill.ts'
import { contents, lastLine, leftovers, startScreen, type Trial } from './trial.ts'

/** Leaves so many bytes free, so that the disk is full early, in the middle, or late. */
const spare = [64_000, 1_000_000, 4_000_000]

function fill(disk: string, leave: number): void {
  const { bavail, bsize } = statfsSync(disk)
  const bytes = bavail * bsize - leave
  if (bytes > 0) writeFileSync(join(disk, 'filling'), Buffer.alloc(bytes))
}

async function withDisk<T>(folder: string, work: (disk: string) => Promise<T>): Promise<T | string> {
  const disk = join(folder, 'disk')
  mkdirSync(disk, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0) return (mounted.stderr || mounted.error?.message || '').trim()
  try {
    return await work(disk)
  } finally {
    spawnSync('umount', [disk])
  }
}

/** How a run on a disk with so much room must end: whole, or with the line that names the disk and nothing left. */
async function onFullDisk(trial: Trial, disk: string, place: 'out' | 'temporary', leave: number): Promise<{ line: string; isOk: boolean }> {
  fill(disk, leave)
  const own: Trial =
    place === 'out' ? { ...trial, parent: disk, out: join(disk, 'out') } : { ...trial, temporary: disk, out: `${trial.out}-${leave}` }
  const end = await startScreen(own, { out: own.out, temporary: own.temporary }).ended
  const result = contents(own.out)
  const isDone = end.code === 0 && result !== undefined && 'summary.json' in result
  const isRefused = end.code === 1 && lastLine(end).startsWith('磁盘空间不足') && result === undefined
  const left = leftovers(own)
  const where = place === 'out' ? '--out' : '临时文件夹'
  const how = isDone ? '放得下,跑完' : `退出码 ${end.code ?? end.signal},“${lastLine(end)}”`
  return {
    isOk: (isDone || isRefused) && left.length === 0,
    line: `${where} 剩 ${leave / 1000} KB:${how}${left.length > 0 ? `,留下 ${left.join('、')}` : ''}`,
  }
}

/** Three amounts of room in each of two places; skipped with the reason where a disk may not be mounted. */
export async function diskDrill(trial: Trial, say: (line: string) => void): Promise<Verdict> {
  const lines: string[] = []
  let isOk = true
  for (const place of ['out', 'temporary'] as const) {
    for (const leave of spare) {
      say(`${place === 'out' ? '--out' : '临时文件夹'} 剩 ${leave / 1000} KB`)
      const found = await withDisk(trial.parent, (disk) => onFullDisk(trial, disk, place, leave))
      if (typeof found === 'string') return { isOk: true, lines: [`跳过：这里不能挂载小磁盘(${found})`] }
      isOk &&= found.isOk
      lines.push(found.line)
    }
  }
  return { isOk, lines }
}
