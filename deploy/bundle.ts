/** `npm run bundle`: offline packages with runtime, database and pages, for machines that reach no registry. Options: --platform linux-x64 | win-x64 (default both), --out <folder>. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const { values } = parseArgs({ options: { platform: { type: 'string' }, out: { type: 'string' } } })
const out = resolve(values.out ?? join(root, 'dist'))

/** What a county's machine needs; tests, benches and the sources of the pages stay here. */
const contents = [
  'bin',
  'src',
  'policy',
  'migrations',
  'web/dist',
  'docs',
  'deploy',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'package.json',
  'package-lock.json',
]

const platforms = {
  'linux-x64': { os: 'linux', cpu: 'x64', libc: ['--libc=glibc'], starter: 'start.sh' },
  'win-x64': { os: 'win32', cpu: 'x64', libc: [], starter: '启动.bat' },
} as const

function run(program: string, args: string[], cwd: string): void {
  const { status } = spawnSync(program, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} 没有成功（${status}）`)
}

async function bundle(name: keyof typeof platforms): Promise<void> {
  const { os, cpu, libc, starter } = platforms[name]
  const title = `xianjie-${version}-${name}`
  const staging = mkdtempSync(join(tmpdir(), 'xianjie-bundle-'))
  try {
    const folder = join(staging, title)
    mkdirSync(folder)
    for (const item of contents)
      cpSync(join(root, item), join(folder, item), { recursive: true, filter: (path) => !/\.test(-support)?\.ts$/.test(path) })
    run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `--os=${os}`, `--cpu=${cpu}`, ...libc], folder)
    cpSync(join(root, 'deploy', starter), join(folder, starter))
    const packed = join(out, `${title}.tar.gz`)
    run('tar', ['-czf', packed, '-C', staging, title], root)
    const hash = createHash('sha256')
    await pipeline(createReadStream(packed), hash)
    writeFileSync(`${packed}.sha256`, `${hash.digest('hex')}  ${title}.tar.gz\n`)
    process.stdout.write(`已生成 ${packed}\n`)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

if (!existsSync(join(root, 'web/dist/index.html'))) run('npm', ['run', 'build'], root)
mkdirSync(out, { recursive: true })
for (const name of Object.keys(platforms) as (keyof typeof platforms)[]) {
  if (values.platform === undefined || values.platform === name) await bundle(name)
}
