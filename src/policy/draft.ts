/** Sorts the files of a policy folder into their places and reads each by its shape, before anything is compared with anything. */
import { join } from 'node:path'
import type { z } from 'zod'
import type { PolicyError } from './policy-errors.ts'
import {
  type CodeList,
  codeListSchema,
  type Dataset,
  type DatasetOverlay,
  datasetOverlaySchema,
  datasetSchema,
  type Fact,
  factFileSchema,
  type Glossary,
  glossarySchema,
  type Identity,
  identitySchema,
  type Law,
  lawSchema,
  type Parameter,
  type ParameterOverlay,
  parameterOverlaySchema,
  parameterSchema,
  type Rule,
  type RuleEnd,
  ruleEndSchema,
  ruleSchema,
} from './schema.ts'
import { readStrictText, type StrictFile } from './strict-file.ts'
import { listFiles, readText } from './strict-folder.ts'

export type Files<T> = ReadonlyMap<string, StrictFile<T>>

/** Region files are keyed `code/id`. */
export interface Draft {
  readonly laws: Files<Law>
  readonly glossary: Files<Glossary>
  readonly codeLists: Files<CodeList>
  readonly identity: Files<Identity>
  readonly datasets: Files<Dataset>
  readonly facts: Files<Record<string, Fact>>
  /** Text of each derived fact's query, by the file name without ending. */
  readonly sql: ReadonlyMap<string, string>
  readonly parameters: Files<Parameter>
  readonly rules: Files<Rule>
  readonly regionParameters: Files<ParameterOverlay>
  readonly regionDatasets: Files<DatasetOverlay>
  readonly regionRules: Files<Rule>
  readonly regionRuleEnds: Files<RuleEnd>
  /** Every `.yaml` and `.sql` of the folder, for the hash. */
  readonly texts: ReadonlyMap<string, string>
  readonly errors: readonly PolicyError[]
}

const snake = '[a-z][a-z0-9]*(?:_[a-z0-9]+)*'
const kebab = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*'
const code = '\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}'

/** Folders whose content this room knows; every other folder and file under policy/ belongs to another room and is only hashed. */
const ours = /^(law|codes|datasets|facts|rules|parameters|national|regions)\//

/** Reads every file of the folder once. Mistakes are collected, not thrown. */
export function readDraft(folder: string): Draft {
  const texts = new Map<string, string>()
  for (const path of listFiles(folder)) if (/\.(yaml|sql)$/.test(path)) texts.set(path, readText(join(folder, path)))
  const shelf = new Shelf(texts)
  const nationalRule = new RegExp(`^national/rules/(${kebab})\\.yaml$`)
  const nationalRuleIds = new Set([...texts.keys()].flatMap((path) => nationalRule.exec(path)?.[1] ?? []))
  const regionRule = (ends: boolean) => (path: string) => {
    const [, region, id] = new RegExp(`^regions/(${code})/rules/(${kebab})\\.yaml$`).exec(path) ?? []
    return region !== undefined && id !== undefined && nationalRuleIds.has(id) === ends ? `${region}/${id}` : undefined
  }
  const draft = {
    laws: shelf.take(named(`^law/(${kebab.replace('[a-z]', '[a-z0-9]')})\\.yaml$`), lawSchema),
    glossary: shelf.take(named('^(glossary)\\.yaml$'), glossarySchema),
    codeLists: shelf.take(named(`^codes/(${snake})\\.yaml$`), codeListSchema),
    identity: shelf.take(named('^datasets/(identity)\\.yaml$'), identitySchema),
    datasets: shelf.take(named(`^datasets/(?!identity\\.yaml)(${snake})\\.yaml$`), datasetSchema),
    facts: shelf.take(named(`^facts/(${snake})\\.yaml$`), factFileSchema),
    sql: shelf.takeSql(/^facts\/(.+)\.sql$/),
    parameters: shelf.take(named(`^national/parameters/(${snake}/${snake})\\.yaml$`), parameterSchema),
    rules: shelf.take(named(nationalRule.source), ruleSchema),
    regionParameters: shelf.take(
      named(`^regions/((?:${code})/parameters/${snake}/${snake})\\.yaml$`, '/parameters'),
      parameterOverlaySchema,
    ),
    regionDatasets: shelf.take(named(`^regions/((?:${code})/datasets/${snake})\\.yaml$`, '/datasets'), datasetOverlaySchema),
    regionRules: shelf.take(regionRule(false), ruleSchema),
    regionRuleEnds: shelf.take(regionRule(true), ruleEndSchema),
  }
  return { ...draft, texts, errors: [...shelf.errors, ...shelf.misplaced(folder)] }
}

/** From a path to an id by a pattern's first group, a middle part cut out. */
function named(pattern: string, cut = ''): (path: string) => string | undefined {
  const expression = new RegExp(pattern)
  return (path) => expression.exec(path)?.[1]?.replace(cut, '')
}

/** The texts of the folder, from which each kind of file is taken once. */
class Shelf {
  readonly errors: PolicyError[] = []
  readonly #texts: ReadonlyMap<string, string>
  readonly #taken = new Set<string>()

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts
  }

  take<T>(idOf: (path: string) => string | undefined, schema: z.ZodType<T>): Files<T> {
    const files = new Map<string, StrictFile<T>>()
    for (const [path, text] of this.#texts) {
      const id = idOf(path)
      if (id === undefined) continue
      this.#taken.add(path)
      const result = readStrictText(id, path, text, schema)
      if (result.ok) files.set(id, result.file)
      else this.errors.push(...result.errors)
    }
    return files
  }

  takeSql(pattern: RegExp): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    for (const [path, text] of this.#texts) {
      const id = pattern.exec(path)?.[1]
      if (id === undefined) continue
      this.#taken.add(path)
      found.set(id, text)
    }
    return found
  }

  /** What lies in our folders under no name we know. */
  misplaced(folder: string): PolicyError[] {
    return listFiles(folder)
      .filter((path) => !this.#taken.has(path) && !path.endsWith('.md') && ours.test(path))
      .map((file) => ({ file, line: 1, column: 1, message: whyMisplaced(file) }))
  }
}

function whyMisplaced(path: string): string {
  const [top, region] = path.split('/')
  if (!/\.(yaml|sql)$/.test(path)) return '此处只放 .yaml 文件(派生事实另有 .sql)'
  if (top === 'regions' && !new RegExp(`^(${code})$`).test(region ?? '')) {
    return `地区文件夹须以 2、4、6、9 或 12 位区划代码命名,不能是“${region}”`
  }
  if (path.includes('/rules/')) return '规则文件名须为小写英文加连字符,与规则编号相同(如 medical-burden.yaml)'
  if (top === 'law') return '文件编号须为小写英文、数字加连字符'
  return '此处不应有这个文件,或文件名不是小写英文加下划线'
}
