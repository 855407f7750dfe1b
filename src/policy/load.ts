/** Reads `policy/` into one checked, frozen, hashed object, or says everything that is wrong with it. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { referenceMistakes } from './checks.rules.ts'
import { type Draft, type Files, readDraft } from './draft.ts'
import { frozenDeep, frozenMap } from './frozen.ts'
import { layOver, type OverlayText } from './overlay.ts'
import type { LoadedFact, LoadedRule, Policy, RegionPolicy } from './policy.ts'
import { PolicyErrors } from './policy-errors.ts'
import type { Identity } from './schema.ts'

/** Throws one PolicyErrors with all mistakes of all files, the overlay's among them, when there is any. */
export function loadPolicy(folder: string, overlay?: OverlayText): Policy {
  if (!existsSync(folder)) throw new PolicyErrors([{ file: folder, line: 1, column: 1, message: '没有这个政策文件夹' }])
  const shipped = readDraft(folder)
  const draft = overlay === undefined ? shipped : layOver(shipped, overlay)
  const errors = [...draft.errors, ...referenceMistakes(draft)]
  if (errors.length > 0) throw new PolicyErrors(errors)
  return assembled(folder, draft, overlay)
}

function assembled(folder: string, draft: Draft, overlay: OverlayText | undefined): Policy {
  const noIdentity: Identity = { label: '身份列', fields: {}, household_fields: {} }
  return frozenDeep({
    folder,
    ...(overlay === undefined ? {} : { overlay }),
    hash: hashOf(draft.texts),
    laws: values(draft.laws),
    glossary: draft.glossary.get('glossary')?.value ?? {},
    codeLists: values(draft.codeLists),
    identity: draft.identity.get('identity')?.value ?? noIdentity,
    datasets: values(draft.datasets),
    facts: factsOf(draft),
    parameters: values(draft.parameters),
    rules: frozenMap([...draft.rules].map(([id, file]): [string, LoadedRule] => [id, { ...file.value, id, region: 'national' }])),
    regions: regionsOf(draft),
  })
}

function values<T>(files: Files<T>): ReadonlyMap<string, T> {
  return frozenMap([...files].map(([id, file]): [string, T] => [id, file.value]))
}

function factsOf(draft: Draft): ReadonlyMap<string, LoadedFact> {
  const facts = [...draft.facts.values()].flatMap((file) => Object.entries(file.value))
  return frozenMap(
    facts.map(([id, fact]): [string, LoadedFact] => {
      const sql = draft.sql.get(id)
      return [id, sql === undefined || fact.derived !== true ? fact : { ...fact, sql }]
    }),
  )
}

function regionsOf(draft: Draft): ReadonlyMap<string, RegionPolicy> {
  const { regionParameters, regionDatasets, regionRules, regionRuleEnds } = draft
  const ids = [regionParameters, regionDatasets, regionRules, regionRuleEnds].flatMap((files) => [...files.keys()])
  const codes = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))].sort()
  return frozenMap(
    codes.map((code): [string, RegionPolicy] => {
      const rules = [...inRegion(regionRules, code)].map(([id, rule]): [string, LoadedRule] => [id, { ...rule, id, region: code }])
      return [
        code,
        {
          parameters: frozenMap(inRegion(regionParameters, code)),
          datasets: frozenMap(inRegion(regionDatasets, code)),
          rules: frozenMap(rules),
          endedRules: frozenMap(inRegion(regionRuleEnds, code)),
        },
      ]
    }),
  )
}

function inRegion<T>(files: Files<T>, code: string): [string, T][] {
  return [...files].filter(([id]) => id.startsWith(`${code}/`)).map(([id, file]) => [id.slice(code.length + 1), file.value])
}

/** One hash over names and contents, in the order of the names. */
function hashOf(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const path of [...texts.keys()].sort()) {
    const content = createHash('sha256')
      .update(texts.get(path) ?? '', 'utf8')
      .digest('hex')
    hash.update(`${path}\0${content}\n`)
  }
  return hash.digest('hex')
}
