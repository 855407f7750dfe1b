/** `policy check`: reads the folder and says what is wrong with it, or what it holds and what still wants confirming. */
import { loadPolicy } from './load.ts'
import type { OverlayText } from './overlay.ts'
import type { Policy } from './policy.ts'
import { errorLine, PolicyErrors } from './policy-errors.ts'
import { headerTies } from './recognition.rules.ts'
import type { Parameter } from './schema.ts'

export interface PolicyCheck {
  readonly ok: boolean
  readonly lines: readonly string[]
  /** The policy, when it is in order: rooms check their own folders and examples with it. */
  readonly policy?: Policy
}

/** Every mistake as `file:line:column message`; with `on`, also the parameters nobody has confirmed for a year before that day. */
export function checkPolicy(folder: string, on?: string, overlay?: OverlayText): PolicyCheck {
  try {
    const policy = loadPolicy(folder, overlay)
    return { ok: true, policy, lines: [...contents(policy), ...headerTies(policy), ...(on === undefined ? [] : unreviewed(policy, on))] }
  } catch (error) {
    if (!(error instanceof PolicyErrors)) throw error
    return { ok: false, lines: [...error.errors.map(errorLine), `共 ${error.errors.length} 处错误`] }
  }
}

function contents(policy: Policy): string[] {
  const { datasets, codeLists, facts, rules, parameters, laws, regions } = policy
  const regional = [...regions.values()].reduce((sum, region) => sum + region.parameters.size, 0)
  return [
    `政策 ${policy.hash.slice(0, 12)}`,
    `数据表 ${datasets.size}、代码表 ${codeLists.size}、事实 ${facts.size}、规则 ${rules.size}、参数 ${parameters.size}(地区另定 ${regional})、文件依据 ${laws.size}`,
    `待县确认的参数 ${[...parameters.values()].filter(wantsConfirming).length} 个`,
  ]
}

function wantsConfirming({ values }: Parameter): boolean {
  return Object.values(values).some(({ value, basis }) => value !== null && basis.includes('project-default'))
}

function unreviewed(policy: Policy, on: string): string[] {
  const aYearBefore = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`
  const stated = [
    ...[...policy.parameters].map(([key, { reviewed_on }]) => ({ key, reviewed_on })),
    ...[...policy.regions].flatMap(([region, { parameters }]) =>
      [...parameters].map(([key, { reviewed_on }]) => ({ key: `${key} ${region}`, reviewed_on })),
    ),
  ]
  return stated.filter(({ reviewed_on }) => reviewed_on < aYearBefore).map(({ key, reviewed_on }) => `一年未复核:${key}(${reviewed_on})`)
}
