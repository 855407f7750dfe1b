#!/usr/bin/env node
/** Starts the command line with a Node that runs TypeScript, whichever Node is installed; arguments, streams, signals and exit code pass through. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const isWindows = process.platform === 'win32'
const platform = { win32: 'win', darwin: 'darwin' }[process.platform] ?? process.platform

/** The Node that came with the installation, else the running one when it is new enough. */
function findNode() {
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    try {
      const node = join(dirname(require.resolve(`${name}/package.json`)), 'bin', isWindows ? 'node.exe' : 'node')
      if (existsSync(node)) return node
    } catch {
      // Not installed on this kind of machine: the next one is tried.
    }
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : undefined
}

const node = findNode()
if (node === undefined) {
  process.stderr.write(`需要 Node 22.18 以上,现为 ${process.versions.node}。请在程序文件夹里运行 npm ci,或安装新版 Node。\n`)
  process.exit(1)
}

const cli = fileURLToPath(new URL('../src/app/cli.ts', import.meta.url))
// In a process group of its own, or Ctrl-C would reach it twice: from the terminal and from here.
const child = spawn(node, ['--disable-warning=ExperimentalWarning', cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  detached: !isWindows,
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => isWindows || child.kill(signal))

child.on('error', (error) => {
  process.stderr.write(`启动失败:${error.message}\n`)
  process.exit(1)
})
child.on('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
