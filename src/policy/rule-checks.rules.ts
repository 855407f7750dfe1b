/** Mistakes of rules: facts, codes and parameters that do not exist, parameters with gaps in the rule's life, poor examples. */
import type { Draft } from './draft.ts'
import { allFactsRead, hasParameter, isCodeOf } from './fact-checks.rules.ts'
import type { PolicyError } from './policy-errors.ts'
import { valueOn } from './resolve.rules.ts'
import type { Condition, Fact, Parameter, Rule } from './schema.ts'
import type { StrictFile } from './strict-file.ts'

type Path = readonly (string | number)[]
type Comparison = Extract<Condition, { fact: string }>

const limits = ['below', 'at_most', 'above', 'at_least'] as const

/** Over the national rules and those of regions. */
export function ruleMistakes(draft: Draft): PolicyError[] {
  return [...draft.rules.values(), ...draft.regionRules.values()].flatMap((file) => new RuleCheck(draft, file).errors)
}

class RuleCheck {
  readonly errors: PolicyError[] = []
  readonly #draft: Draft
  readonly #file: StrictFile<Rule>
  readonly #facts: ReadonlyMap<string, Fact>
  readonly #allFactsRead: boolean

  constructor(draft: Draft, file: StrictFile<Rule>) {
    this.#draft = draft
    this.#file = file
    this.#facts = new Map([...draft.facts.values()].flatMap((facts) => Object.entries(facts.value)))
    this.#allFactsRead = allFactsRead(draft)
    this.#condition(file.value.when, ['when'])
    this.#severity()
    this.#examples()
    if (!isCodeOf(draft, 'risk', file.value.risk)) this.#report(['risk'], `代码“${file.value.risk}”不在代码表 risk 中`)
    const { from, until } = file.value.in_force
    if (until !== undefined && until < from) this.#report(['in_force', 'until'], '终止日早于生效日')
  }

  #report(path: Path, message: string, at: 'key' | 'value' = 'value'): void {
    this.errors.push(this.#file.error(path, message, at))
  }

  #condition(condition: Condition, path: Path): void {
    if ('all' in condition) for (const [index, inner] of condition.all.entries()) this.#condition(inner, [...path, 'all', index])
    else if ('any' in condition) for (const [index, inner] of condition.any.entries()) this.#condition(inner, [...path, 'any', index])
    else if ('not' in condition) this.#condition(condition.not, [...path, 'not'])
    else this.#comparison(condition, path)
  }

  #comparison(comparison: Comparison, path: Path): void {
    const fact = this.#factAt(comparison.fact, [...path, 'fact'])
    const used = limits.filter((limit) => comparison[limit] !== undefined)
    const ways = used.length + (comparison.is === undefined ? 0 : 1) + (comparison.in === undefined ? 0 : 1)
    if (ways !== 1) this.#report(path, '每个条件须有且只有一个比较(below、at_most、above、at_least、is、in)')
    if (comparison.times !== undefined && used.length !== 1) this.#report([...path, 'times'], 'times 只用于数值比较')
    for (const key of [...limits, 'times'] as const) {
      const reference = comparison[key]
      if (reference !== undefined) this.#parameter(reference, [...path, key])
    }
    if (fact !== undefined) this.#kinds(fact, comparison, used.length > 0, path)
    if (typeof comparison.in === 'string') this.#parameter(comparison.in, [...path, 'in'])
    else for (const [index, code] of (comparison.in ?? []).entries()) this.#code(fact, code, [...path, 'in', index])
    if (typeof comparison.is === 'string' && comparison.is !== 'present') this.#code(fact, comparison.is, [...path, 'is'])
  }

  #kinds(fact: Fact, comparison: Comparison, comparesNumbers: boolean, path: Path): void {
    const isNumber = fact.kind === 'money' || fact.kind === 'number'
    if (comparesNumbers && !isNumber) this.#report([...path, 'fact'], `事实“${comparison.fact}”不是数值,不能比较大小`)
    if (typeof comparison.is === 'boolean' && fact.kind !== 'boolean') this.#report([...path, 'is'], `事实“${comparison.fact}”不是是否类`)
  }

  #code(fact: Fact | undefined, code: string, path: Path): void {
    if (!isCodeOf(this.#draft, fact?.codes, code)) this.#report(path, `代码“${code}”不在代码表 ${fact?.codes} 中`)
  }

  #factAt(id: string, path: Path, at: 'key' | 'value' = 'value'): Fact | undefined {
    const fact = this.#facts.get(id)
    if (fact === undefined && this.#allFactsRead) this.#report(path, `没有事实“${id}”`, at)
    return fact
  }

  #parameter(reference: string, path: Path): void {
    if (!hasParameter(this.#draft, reference)) {
      this.#report(path, `没有参数“${reference}”`)
      return
    }
    const parameter = this.#draft.parameters.get(reference.slice(1))?.value
    const gap = parameter === undefined ? undefined : firstGap(parameter, this.#file.value.in_force)
    if (gap !== undefined) this.#report(path, `参数“${reference}”在 ${gap} 没有全国值,而规则当日有效`)
  }

  #severity(): void {
    const lines = this.#file.value.severity
    for (const [index, line] of lines.entries()) {
      const isLast = index === lines.length - 1
      if (isLast && line.when !== undefined) this.#report(['severity', index, 'when'], '最后一行不写条件(其余情形)', 'key')
      if (!isLast && line.when === undefined) this.#report(['severity', index], '只有最后一行可以不写条件')
      if (line.when !== undefined) this.#condition(line.when, ['severity', index, 'when'])
    }
  }

  #examples(): void {
    const { examples, in_force } = this.#file.value
    if (!examples.some((example) => example.expect === 'unknown')) this.#report(['examples'], '至少要有一个结果为 unknown 的例子', 'key')
    for (const [index, example] of examples.entries()) {
      for (const id of Object.keys(example.given)) {
        const fact = this.#factAt(id, ['examples', index, 'given', id], 'key')
        const given = example.given[id]
        if (fact?.kind === 'code' && typeof given === 'string') this.#code(fact, given, ['examples', index, 'given', id])
      }
      if (example.on < in_force.from || example.on > (in_force.until ?? '9999'))
        this.#report(['examples', index, 'on'], '例子的日期不在规则有效期内')
      if (example.severity !== undefined && example.expect !== 'hit')
        this.#report(['examples', index, 'severity'], '只有命中的例子有严重程度')
    }
  }
}

/** The first day of the rule's life on which the nation states no value; a parameter that may be missing has no gap. */
function firstGap(parameter: Parameter, life: Rule['in_force']): string | undefined {
  if (parameter.when_missing !== undefined) return undefined
  const days = [life.from, ...Object.keys(parameter.values).filter((day) => day > life.from && day <= (life.until ?? '9999'))].sort()
  return days.find((day) => (valueOn(parameter.values, day)?.dated.value ?? null) === null)
}
