/** `xianjie policy check | explain | diff`. */
import { rm } from 'node:fs/promises'
import { failingExamples, loadComparisons } from '../comparison/index.ts'
import { openEngine, privateFolder } from '../engine/index.ts'
import { checkPolicy, diffPolicy, explainParameter, loadPolicy, type OverlayText, type Policy, resolveParameter } from '../policy/index.ts'
import { checkQualityExamples, checkRuleExamples, loadQualityPack } from '../screening/index.ts'
import { dayOf, overlayOf, parse, required, shippedPolicy, Usage } from './command-line.ts'

/** Checks the policy with all its examples, explains a parameter, compares two policies. */
export async function policyCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    at: { type: 'string' },
    on: { type: 'string' },
    policy: { type: 'string' },
    overlay: { type: 'string' },
  } as const)
  const [verb, ...rest] = positionals
  const folder = values.policy ?? shippedPolicy
  if (verb === 'check') return policyCheck(folder, overlayOf(values.overlay))
  if (verb === 'explain') {
    const lines = explainParameter(
      loadPolicy(folder, overlayOf(values.overlay)),
      required(rest[0], '<参数>'),
      required(values.at, '--at'),
      dayOf(required(values.on, '--on')),
    )
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  }
  if (verb === 'diff') {
    const lines = diffPolicy(loadPolicy(required(rest[0], '<旧文件夹>')), loadPolicy(required(rest[1], '<新文件夹>')))
    process.stdout.write(`${lines.length === 0 ? '没有差别' : lines.join('\n')}\n`)
    return 0
  }
  throw new Usage('policy 之后应为 check、explain 或 diff')
}

async function policyCheck(folder: string, overlay: OverlayText | undefined): Promise<number> {
  const checked = checkPolicy(folder, undefined, overlay)
  process.stdout.write(`${checked.lines.join('\n')}\n`)
  if (!checked.ok || !checked.policy) return 1
  const { policy } = checked
  const work = await privateFolder('work')
  const engine = await openEngine({ folder: work })
  try {
    const rules = (await checkRuleExamples(engine, policy)).map(
      (failure) => `规则 ${failure.rule} 的例子“${failure.example}”应为 ${failure.expected}，得到 ${failure.found}`,
    )
    const quality = (
      await checkQualityExamples(
        engine,
        loadQualityPack(folder),
        (parameter, at, on) =>
          (resolveParameter(policy, parameter.replace('$', ''), at, dayOf(on))?.value ?? null) as number | string | null,
      )
    ).map((failure) => `质量规则的例子不符：${JSON.stringify(failure)}`)
    const comparisons = await comparisonFailures(policy)
    const failures = [...rules, ...quality, ...comparisons]
    process.stdout.write(failures.length === 0 ? '全部规则的例子都符合\n' : `${failures.join('\n')}\n`)
    return failures.length === 0 ? 0 : 1
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}

/** The examples beside every pair of sources; they overwrite tables and so have an engine of their own. */
async function comparisonFailures(policy: Policy): Promise<string[]> {
  const work = await privateFolder('work')
  const engine = await openEngine({ folder: work })
  try {
    const resolve = (parameter: string, on: string) =>
      (resolveParameter(policy, parameter.replace('$', ''), 'national', dayOf(on))?.value ?? undefined) as string | number | undefined
    return (await failingExamples(engine, loadComparisons(policy), resolve)).map(
      (failure) => `来源比对的例子不符：${JSON.stringify(failure)}`,
    )
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}
