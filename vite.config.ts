/** Builds the web pages of `web/` into `web/dist`, which the server hands out; nothing is loaded from another host. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { portalPage } from './web/portal/build.ts'

/** Writes `.gz` and `.br` beside every text file, so that the server only has to choose. */
function compressed(folder: string): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const content = readFileSync(join(folder, name))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
      }
    },
  }
}

/** Pages of their own: the office's, the phone page for visits; one that is not there yet is left out. The public page is built apart. */
const entries = Object.fromEntries(
  Object.entries({ office: 'web/index.html', field: 'web/field/index.html' })
    .map(([name, place]): [string, string] => [name, join(import.meta.dirname, place)])
    .filter(([, place]) => existsSync(place)),
)

/** Files the phone page is made of, found by following its imports: only these are kept on the phone. */
const fieldFiles = new Set<string>()

function fieldFilesOf(): Plugin {
  return {
    name: 'field-files',
    apply: 'build',
    generateBundle(_, bundle) {
      const take = (name: string): void => {
        const chunk = bundle[name]
        if (fieldFiles.has(name) || chunk === undefined) return
        fieldFiles.add(name)
        if (chunk.type !== 'chunk') return
        for (const other of [
          ...chunk.imports,
          ...chunk.dynamicImports,
          ...(chunk.viteMetadata?.importedCss ?? []),
          ...(chunk.viteMetadata?.importedAssets ?? []),
        ])
          take(other)
      }
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'field') take(chunk.fileName)
    },
  }
}

const isOfField = (url: string) => fieldFiles.has(url.slice(1)) || url.startsWith('/field/')

/** The phone page works without a network: its service worker answers below `/field/` only, from what was kept. */
const field = VitePWA({
  filename: 'field/sw.js',
  scope: '/field/',
  injectRegister: null,
  registerType: 'prompt',
  includeAssets: [],
  manifest: false,
  workbox: {
    globPatterns: ['assets/*.{js,css}', 'field/index.html', 'field/*.png'],
    modifyURLPrefix: { '': '/' },
    manifestTransforms: [async (all) => ({ manifest: all.filter(({ url }) => isOfField(url)) })],
    navigateFallback: '/field/index.html',
    navigateFallbackAllowlist: [/^\/field(\/|$)/],
    cleanupOutdatedCaches: true,
    maximumFileSizeToCacheInBytes: 4 * 1024 ** 2,
  },
})

export default defineConfig({
  root: 'web',
  plugins: [react(), fieldFilesOf(), field, portalPage('web/dist'), compressed('web/dist')],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'chrome109',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: entries },
  },
  // The server refuses writes whose origin is not its own host.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
})
