/** Builds the public phone page apart from everything else: one classic script and one style, in the words old phones understand. */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/**
 * Writes `portal/` into the folder of the pages, complete in itself: the public listener serves nothing else. Its assets lie in the
 * folder itself too, for a machine on which the office and the public share one address.
 */
export function portalPage(folder: string): Plugin {
  return {
    name: 'portal-page',
    apply: 'build',
    async writeBundle() {
      const { script, style } = await pieces()
      const kept = (content: string, ending: string) => {
        const name = `portal-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.${ending}`
        for (const place of [join(folder, 'assets'), join(folder, 'portal/assets')]) {
          mkdirSync(place, { recursive: true })
          writeFileSync(join(place, name), content)
        }
        return `/assets/${name}`
      }
      const html = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8').replace(
        /<script .*<\/script>/,
        `<link rel="stylesheet" href="${kept(style, 'css')}">\n    <script defer src="${kept(script, 'js')}"></script>`,
      )
      writeFileSync(join(folder, 'portal/index.html'), html)
      copyFileSync(join(import.meta.dirname, '../public/icon.svg'), join(folder, 'portal/icon.svg'))
    },
  }
}

async function pieces(): Promise<{ script: string; style: string }> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2015',
      cssTarget: 'chrome49',
      cssCodeSplit: false,
      rollupOptions: { input: join(import.meta.dirname, 'main.ts'), output: { format: 'iife' } },
    },
  })
  const { output } = built as unknown as {
    output: ({ type: 'chunk'; code: string } | { type: 'asset'; fileName: string; source: string })[]
  }
  const script = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('')
  const style = output.map((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? String(one.source) : '')).join('')
  return { script, style }
}
