/** The house rules that no tool knows: where SQL, the clock and chance may stand, what a room must have, what must not be in the repository. */
import ts from 'typescript'
import { sqlInPlace } from './sql-in-place.ts'
import { linesMatching, type SourceFile, type Violation } from './violation.ts'

/** One house rule over all files. */
export interface Lint {
  name: string
  find: (files: readonly SourceFile[]) => Violation[]
}

const isTest = (path: string) => /\.(test|test-support|fixture)\.ts$/.test(path) || /\/test-[^/]+\.ts$/.test(path)
const isCode = (path: string) => /\.(ts|mjs|cjs)$/.test(path)

/** Every node of a file with the line it stands on. */
function nodesOf({ path, text }: SourceFile): { node: ts.Node; line: number }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: { node: ts.Node; line: number }[] = []
  const visit = (node: ts.Node): void => {
    found.push({ node, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const clause =
  /^['"`]\s*(SELECT|WITH|INSERT INTO|UPDATE|DELETE FROM|CREATE|COPY|ALTER|DROP|UNION|FROM|(LEFT |INNER |CROSS )?JOIN|WHERE|GROUP BY|ORDER BY)\s/
/** A statement that fits here is glue (a count, a drop) and is read where it runs. */
export const longestGlue = 120

/** SQL text outside `*.sql.ts`, `*.queries.ts` and `*.sql`, unless it is one short line. */
export function sqlOutside(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts') && !/\.(sql|queries)\.ts$/.test(path) && !isTest(path))
    .flatMap((file) =>
      nodesOf(file)
        .filter(({ node }) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
        .map(({ node, line }) => ({ line, text: node.getText() }))
        .filter(({ text }) => clause.test(text) && (text.length > longestGlue || text.trim().includes('\n')))
        .map(({ line, text }) => ({
          path: file.path,
          line,
          message: `SQL 应写在 *.sql.ts:${text.slice(1, 50).replace(/\s+/g, ' ').trim()}…`,
        })),
    )
}

/** What is left when files with a stated reason are let off; a file that no longer needs its reason is reported too, so that the list only shrinks. */
export function exceptKnown(found: readonly Violation[], known: Readonly<Record<string, string>>): Violation[] {
  const stale = Object.keys(known).filter((path) => !found.some((violation) => violation.path === path))
  return [
    ...found.filter(({ path }) => !(path in known)),
    ...stale.map((path) => ({ path, line: 0, message: '已不需要例外,请从 test/shape/sql-in-place.ts 删去' })),
  ]
}

function clockOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) return 'new Date()'
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()'
  if (!ts.isPropertyAccessExpression(node)) return undefined
  return ['Date.now', 'Math.random', 'process.env'].find((name) => name === node.getText())
}

/** The clock, the environment and chance outside `src/store` and `src/app`, tests included; a `Date` made from a given value only calculates. */
export function clockOutsideApp(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => isCode(path) && path.startsWith('src/') && (!/^src\/(app|store)\//.test(path) || isTest(path)))
    .flatMap((file) =>
      nodesOf(file).flatMap(({ node, line }) => {
        const found = clockOf(node)
        return found === undefined ? [] : [{ path: file.path, line, message: `${found} 只能写在 src/store/ 和 src/app/(测试中也不用)` }]
      }),
    )
}

const longestReadme = 15

/** Every room has a README of at most fifteen lines and a front door (`cli.ts` for the app, which nobody imports). */
export function roomFurniture(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const rooms = new Set(files.flatMap(({ path }) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []))
  return [...rooms].sort().flatMap((room) => {
    const readme = byPath.get(`src/${room}/README.md`)
    const lines = readme?.text.trimEnd().split('\n').length ?? 0
    const door = room === 'app' ? 'cli.ts' : 'index.ts'
    return [
      ...(readme ? [] : [{ path: `src/${room}/`, line: 0, message: '缺少 README.md' }]),
      ...(lines > longestReadme ? [{ path: `src/${room}/README.md`, line: 0, message: `有 ${lines} 行,最多 ${longestReadme} 行` }] : []),
      ...(byPath.has(`src/${room}/${door}`) ? [] : [{ path: `src/${room}/`, line: 0, message: `缺少 ${door}` }]),
    ]
  })
}

const mostLines = 400
/** Written by `npm run types`, read by nobody. */
const generated = 'src/store/schema.ts'

/** Files in `src` longer than a reader holds in mind. */
export function longFiles(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && isCode(path) && path !== generated)
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => ({ path, line: 0, message: `有 ${lines} 行,最多 ${mostLines} 行` }))
}

const vague = /^(utils?|helpers?|common|misc|manager|service)$/

/** File names in `src`: kebab-case, saying what the file is for. */
export function plainNames(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'))
    .flatMap(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '')
      const words = name.split(/[-.]/)
      if (words.some((word) => vague.test(word))) return [{ path, line: 0, message: '文件名没有说明用途' }]
      return /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name) ? [] : [{ path, line: 0, message: '文件名应为小写英文加连字符' }]
    })
}

const machinePath = /(^|[\s'"`(=:])(\/(work|tmp|root|home|Users|mnt|opt(?!\/xianjie))\/[\w.-]|[A-Z]:\\Users\\)/
const registryHost = /(registry\.(npmjs|npmmirror|yarnpkg)|npmmirror\.com|\/artifactory\/|[v]erdaccio)/i

/** Paths of one machine and hosts of package registries: the repository must work everywhere. */
export function machineTraces(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path !== 'LICENSE')
    .flatMap((file) => [
      ...linesMatching(file, machinePath, '写有某台机器上的路径'),
      ...linesMatching(file, registryHost, '写有软件包仓库的地址'),
    ])
}

/** The lock file names no host: `npm ci` takes packages from wherever the machine is told to. */
export function lockFile(files: readonly SourceFile[]): Violation[] {
  const lock = files.find(({ path }) => path === 'package-lock.json')
  if (lock === undefined) return [{ path: 'package-lock.json', line: 0, message: '缺少锁定文件' }]
  return linesMatching(lock, /"resolved":/, '不应有 resolved')
}

const unfinished = /\b(TODO|FIXME)\b/

/** Notes to do something later. */
export function laterNotes(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => isCode(path) && !path.startsWith('test/shape/'))
    .flatMap((file) => linesMatching(file, unfinished, '留有待办记号'))
}

const shouldName = /\b(test|it)(\.\w+)?\(\s*['"`][^'"`]*\bshould\b/

/** Tests are named by what is true. */
export function testNames(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.endsWith('.test.ts'))
    .flatMap((file) => linesMatching(file, shouldName, '测试名不用 should,直接写事实'))
}

export const lints: readonly Lint[] = [
  { name: 'SQL 只在 *.sql.ts', find: (files) => exceptKnown(sqlOutside(files), sqlInPlace) },
  { name: '时钟、环境、随机只在 src/store 和 src/app', find: clockOutsideApp },
  { name: '每个房间有 README 和门', find: roomFurniture },
  { name: '文件不超过 400 行', find: longFiles },
  { name: '文件名', find: plainNames },
  { name: '没有机器路径和仓库地址', find: machineTraces },
  { name: '锁定文件不含地址', find: lockFile },
  { name: '没有待办记号', find: laterNotes },
  { name: '测试名', find: testNames },
]
