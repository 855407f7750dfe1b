/** The part of `policy/` about applications: what is asked and answered in which words, and the leaflets of the public page. */
import { join } from 'node:path'
import { z } from 'zod'
import {
  citations,
  citationText,
  daySchema,
  identifier,
  type Policy,
  type PolicyError,
  PolicyErrors,
  readStrictFile,
  readStrictFolder,
  resolveParameter,
  unconfirmed,
} from '../../policy/index.ts'

/** How a case ended, as far as whoever asked is concerned. */
export const answerKinds = ['assisted', 'not_admitted', 'withdrawn', 'ended_naturally', 'cleared'] as const
export type AnswerKind = (typeof answerKinds)[number]

const sentence = z.string().min(2).max(200)
const applicationSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  difficulties: z.record(z.string(), sentence),
  relations: z.array(z.string()).min(1),
  refusals: z.record(identifier, z.strictObject({ label: z.string(), sentence })),
  progress: z.strictObject({
    waiting: sentence,
    accepted: sentence,
    steps: z.array(z.string()).length(7),
    steps_for_others: z.array(z.string()).length(3),
    for_others: sentence,
  }),
  answers: z.record(z.enum(answerKinds), z.strictObject({ own: sentence, other: sentence })),
})

const leafletSchema = z.strictObject({
  title: z.string(),
  order: z.number().int(),
  in_force: z.strictObject({ from: daySchema, until: daySchema.optional() }),
  reviewed_on: daySchema,
  basis: citations,
  note: z.string().optional(),
  sections: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()).min(1) })).min(1),
})

export type ApplicationPolicy = z.infer<typeof applicationSchema>
type LeafletFile = z.infer<typeof leafletSchema>

export interface ChannelPolicy {
  readonly application: ApplicationPolicy
  readonly leaflets: ReadonlyMap<string, LeafletFile>
}

/** A leaflet as it reads in a place on a day. */
export interface Leaflet {
  id: string
  title: string
  sections: { heading: string; lines: string[] }[]
  basis: string
  reviewedOn: string
}

const placeholder = /\{([a-z_]+\/[a-z_]+)\}/g
const read = new WeakMap<Policy, ChannelPolicy>()

/** Read once per policy; throws PolicyErrors with every mistake, a risk or a parameter that does not exist among them. */
export function channelPolicy(policy: Policy): ChannelPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const application = readStrictFile(join(policy.folder, 'channels', 'application.yaml'), applicationSchema)
  const leaflets = readStrictFolder(join(policy.folder, 'leaflets'), leafletSchema, {
    check: (file) =>
      file.value.sections.flatMap((section, at) =>
        section.lines.flatMap((line, of) =>
          parametersIn(line)
            .filter((name) => !policy.parameters.has(name))
            .map((name) => file.error(['sections', at, 'lines', of], `没有参数 ${name}`)),
        ),
      ),
  })
  const errors = strangers(policy, application)
  if (errors.length > 0) throw new PolicyErrors(errors)
  const made = { application, leaflets }
  read.set(policy, made)
  return made
}

const parametersIn = (line: string): string[] => [...line.matchAll(placeholder)].map(([, name = '']) => name)

function strangers(policy: Policy, { difficulties }: ApplicationPolicy): PolicyError[] {
  const risks = policy.codeLists.get('risk')?.codes ?? {}
  const odd = Object.keys(difficulties).filter((code) => risks[code] === undefined)
  return odd.map((code) => ({ file: 'channels/application.yaml', line: 1, column: 1, message: `“${code}”不在代码表 risk 中` }))
}

/** The leaflets in force, numbers filled in from the parameters of the place; a line whose number is not set there is left out. */
export function leafletsFor(policy: Policy, place: string, day: string): Leaflet[] {
  return [...channelPolicy(policy).leaflets]
    .filter(([, { in_force }]) => in_force.from <= day && day <= (in_force.until ?? '9999'))
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id, { title, sections, basis, reviewed_on }]) => ({
      id,
      title,
      sections: sections.map(({ heading, lines }) => ({
        heading,
        lines: lines.flatMap((line) => filled(policy, line, place, day) ?? []),
      })),
      basis: [...new Set(basis.map((one) => citationText(policy, one)).filter((text) => text !== unconfirmed))].join('、'),
      reviewedOn: reviewed_on,
    }))
}

function filled(policy: Policy, line: string, place: string, day: string): string | undefined {
  const values = new Map(parametersIn(line).map((name) => [name, resolveParameter(policy, name, place, day)]))
  if ([...values.values()].includes(undefined)) return undefined
  return line.replace(placeholder, (_, name: string) => {
    const { value, unit } = values.get(name) ?? { value: '', unit: '' }
    return `${value} ${unit === '工作日' ? '个' : ''}${unit}`
  })
}
