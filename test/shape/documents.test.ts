/** What the documents say is what the program does. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../src/engine/index.ts'
import { plainDay } from '../../src/kernel/index.ts'
import { checkPolicy, explainParameter, loadPolicy } from '../../src/policy/index.ts'
import { checkRuleExamples } from '../../src/screening/index.ts'
import { commandsIn, datasetTable, marked } from './doc-tables.ts'
import { root } from './source-files.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = [
  'README.md',
  'README.en.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const folder = mkdtempSync(join(tmpdir(), 'documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function xianjie(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/xianjie.mjs'), ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

describe('commands', () => {
  const packageJson = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const npmScripts = new Set([...Object.keys(packageJson.scripts), 'ci'])
  const usage = xianjie('help')
  const commands = documents.flatMap((path) => commandsIn(read(path)).map((words): [string, string[]] => [path, words]))

  it('are found in the documents', () => {
    expect(commands.map(([path, words]) => `${path} ${words[0]}`)).toEqual(
      expect.arrayContaining(['README.md npm', 'README.md node', 'docs/policy.md node']),
    )
  })

  it.each(commands)('%s: %j can be given', (_, [program, first, ...rest]) => {
    if (program === 'npm') {
      expect(npmScripts).toContain(first === 'run' ? rest[0] : first)
      return
    }
    expect(`${program} ${first}`).toBe('node bin/xianjie.mjs')
    const [command = '', ...more] = rest
    expect(usage).toContain(`xianjie ${command}`)
    for (const option of more.filter((word) => word.startsWith('--'))) expect(usage).toContain(option)
  })

  it.each(documents)('the links in %s lead somewhere', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link))
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([])
  })
})

it('the changelog begins with the version of the package', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version)
})

it('the datasets in docs/hand-in.md are those of the policy', () => {
  expect(marked(read('docs/hand-in.md'), 'datasets')).toBe(datasetTable(loadPolicy(join(root, 'policy'))))
})

describe('docs/policy.md', () => {
  const text = read('docs/policy.md')
  const shown = [...text.matchAll(/`(policy\/[^`<>]+\.yaml)`[:：]\n\n```yaml\n([\s\S]*?)```/g)].map((match): [string, string] => [
    match[1] ?? '',
    match[2] ?? '',
  ])
  const copy = join(folder, 'policy')

  beforeAll(() => {
    cpSync(join(root, 'policy'), copy, { recursive: true })
    for (const [path, content] of shown) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  })

  it('shows files that pass the check, examples included', async () => {
    expect(shown.map(([path]) => path)).toHaveLength(4)
    const { ok, lines, policy } = checkPolicy(copy)
    expect(ok, lines.join('\n')).toBe(true)
    const engine = await openEngine({ folder })
    expect(policy === undefined ? ['no policy'] : await checkRuleExamples(engine, policy)).toEqual([])
    engine.close()
  })

  it('shows what explain answers', () => {
    const answer = explainParameter(loadPolicy(copy), 'medical/self_paid_alert', '522301', plainDay('2026-10-31')).join('\n')
    expect(/```text\n([\s\S]*?)\n```/.exec(text)?.[1]).toBe(answer)
  })

  it('names the conditions a rule may use', () => {
    expect(text).toContain('`all any not below at_most above at_least is in`')
  })
})
