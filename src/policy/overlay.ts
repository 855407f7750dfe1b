/** What a place laid down for itself, in one file beside `policy/`: its documents and the values of its parameters, held to the same checks. */
import { stringify } from 'yaml'
import { z } from 'zod'
import type { Draft, Files } from './draft.ts'
import type { PolicyError } from './policy-errors.ts'
import { divisionCode, lawSchema, type ParameterOverlay, parameterOverlaySchema } from './schema.ts'
import { readStrictText, type StrictFile } from './strict-file.ts'

const lawId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '文件编号须为小写英文、数字加连字符')
const parameterKey = z.string().regex(/^[a-z][a-z0-9_]*\/[a-z0-9][a-z0-9_]*$/, '须为 目录/参数')

export const overlaySchema = z.strictObject({
  law: z.record(lawId, lawSchema).optional(),
  regions: z.record(divisionCode, z.strictObject({ parameters: z.record(parameterKey, parameterOverlaySchema) })),
})
export type PolicyOverlay = z.infer<typeof overlaySchema>

/** What mistakes call it, and the hash: the same on the server and the command line. */
export const overlayName = '本地参数.yaml'

/** An overlay as it is read: its text, and what mistakes call it. */
export interface OverlayText {
  readonly name: string
  readonly text: string
}

const head = `地方参数:与 policy/ 合用(命令行选项 --overlay)。同一参数、同一天以此处为准。`

/** The file of an overlay, the same text for the same content. */
export function overlayText(overlay: PolicyOverlay): string {
  return `# ${head}\n${stringify(overlay, { lineWidth: 0, sortMapEntries: true })}`
}

/** The draft with the overlay's documents and values in it; where both state a value from one day, the overlay's counts. */
export function layOver(draft: Draft, { name, text }: OverlayText): Draft {
  const read = readStrictText('overlay', name, text, overlaySchema)
  // Its text is part of the hash, so that a run can be told from one without it.
  const texts = new Map(draft.texts).set(`overlay ${name}`, text)
  if (!read.ok) return { ...draft, texts, errors: [...draft.errors, ...read.errors] }
  const { file } = read
  const laws = new Map(draft.laws)
  for (const [id, law] of Object.entries(file.value.law ?? {})) laws.set(id, part(file, ['law', id], law))
  const regionParameters = new Map(draft.regionParameters)
  for (const [code, { parameters }] of Object.entries(file.value.regions))
    for (const [key, own] of Object.entries(parameters)) {
      const path = `${code}/${key}`
      regionParameters.set(path, merged(draft.regionParameters, path, part(file, ['regions', code, 'parameters', key], own)))
    }
  return { ...draft, laws, regionParameters, texts }
}

/** A part of the file as a file of its own, whose mistakes still point into the whole. */
function part<T>(file: StrictFile<unknown>, at: readonly string[], value: T): StrictFile<T> {
  return { id: at.join('/'), file: file.file, value, error: (path, message, where) => file.error([...at, ...path], message, where) }
}

function merged(there: Files<ParameterOverlay>, path: string, own: StrictFile<ParameterOverlay>): StrictFile<ParameterOverlay> {
  const base = there.get(path)
  if (base === undefined) return own
  const error = (at: readonly PropertyKey[], message: string, where?: 'key' | 'value'): PolicyError =>
    (at[0] === 'values' && !(String(at[1]) in own.value.values) ? base : own).error(at, message, where)
  return { ...own, error, value: { ...own.value, values: { ...base.value.values, ...own.value.values } } }
}
