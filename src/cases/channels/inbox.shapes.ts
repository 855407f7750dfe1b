/** What the office routes of applications take and answer. */
import { z } from 'zod'
import { parsePlainDay } from '../../kernel/index.ts'
import { toldShape } from './public.shapes.ts'
import { mostWords } from './typed.rules.ts'

export const states = ['waiting', 'accepted', 'refused'] as const
export const ownChannels = ['self_application', 'consultation_line', 'social_tip'] as const
export const consultationWays = ['call_12317', 'call_12345', 'letter', 'visit', 'media'] as const

const oneOf = (values: readonly string[]) =>
  z.string().regex(new RegExp(`^(${values.join('|')})(,(${values.join('|')}))*$`), `须为 ${values.join('、')}，多个用英文逗号隔开`)
const flag = z.enum(['true', 'false']).optional()
const day = z.string().refine((text) => parsePlainDay(text) !== undefined, '须为真实的日期，如 2026-03-05')
const code = z.string().regex(/^\d{2}$|^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/, '须为 2、4、6、9 或 12 位区划代码')
const village = z.string().regex(/^\d{12}$/, '请选择村')
const note = z.string().trim().max(500, '最多 500 字').default('')
const version = z.number().int().min(1)

export const idParams = z.object({ id: z.coerce.number().int().positive() })
export const inboxQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).optional(),
  division: code.optional(),
  state: oneOf(states).optional(),
  channel: oneOf(ownChannels).optional(),
  overdue: flag,
  /** Overdue below, and told to the office that asks. */
  told: flag,
  toTell: flag,
  name: z.string().trim().max(60).optional(),
})

export const inboxLine = z.object({
  id: z.number(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  channel: z.enum(ownChannels),
  channelLabel: z.string(),
  way: z.string(),
  wayLabel: z.string(),
  asksFor: z.enum(['own', 'proxy', 'other']),
  name: z.string(),
  askerName: z.string(),
  askerRelation: z.string(),
  difficulty: z.string(),
  words: z.string(),
  receivedOn: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  /** The office above that was told. */
  escalatedTo: z.enum(['township', 'county', 'prefecture', 'province']).nullable(),
  state: z.enum(states),
  stateLabel: z.string(),
  /** What whoever asked is told today. */
  sentence: z.string(),
  isToTell: z.boolean(),
  caseId: z.number().nullable(),
  hasTwin: z.boolean(),
  version: z.number(),
})
export const inboxPage = z.object({
  items: z.array(inboxLine),
  next: z.string().nullable(),
})
/** `told`: overdue elsewhere, and told to the office that asks. */
export const counts = z.object({ waiting: z.number(), overdue: z.number(), toTell: z.number(), told: z.number() })

const candidate = z.object({
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  township: z.string(),
  village: z.string(),
  groupName: z.string(),
  memberName: z.string(),
  isMonitored: z.boolean(),
  by: z.string(),
  openLeads: z.number(),
  openCase: z.object({ id: z.number(), stateLabel: z.string(), since: z.string(), channels: z.array(z.string()) }).nullable(),
})

export const application = inboxLine.extend({
  idNumber: z.string(),
  phone: z.string(),
  askerPhone: z.string(),
  enteredBy: z.string(),
  receivedAt: z.string(),
  householdId: z.number().nullable(),
  refusalLabel: z.string(),
  note: z.string(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string(),
  toldOn: z.string().nullable(),
  toldHow: z.string(),
  hasPhoto: z.boolean(),
  /** For the slip handed to whoever asked; empty for those who only look. */
  followUp: z.string(),
  told: toldShape,
  candidates: z.array(candidate),
  twins: z.array(inboxLine),
})

/** A photo as base64, as the public page sends it. */
const photo = z.string().max(1_800_000).optional()
const long = z.string().max(2000).default('')
export const paperBody = z.object({
  /** Where the officer's own area is one village it is known. */
  divisionCode: village.optional(),
  name: z.string().max(60),
  idNumber: z.string().max(60),
  phone: z.string().max(60),
  difficulty: z.string().max(60),
  words: long,
  proxyName: z.string().max(60).optional(),
  proxyRelation: z.string().max(60).optional(),
  photo,
  receivedOn: day.optional(),
})
export const consultationBody = z.object({
  channel: z.enum(['consultation_line', 'social_tip']),
  way: z.enum(consultationWays),
  divisionCode: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, '请选择乡镇或村'),
  /** Whom it is about. */
  name: z.string().max(60),
  idNumber: z.string().max(60).default(''),
  phone: z.string().max(60).default(''),
  difficulty: z.string().max(60),
  words: z.string().trim().min(2, '请写明反映的情况').max(mostWords, `最多 ${mostWords} 字`),
  /** Who asks, where that is somebody else. */
  askerName: z.string().max(60).default(''),
  askerPhone: z.string().max(60).default(''),
  receivedOn: day.optional(),
})
export const entered = z.object({ id: z.number(), followUp: z.string(), dueOn: z.string() })

export const acceptBody = z.object({
  version,
  householdId: z.number().int().positive(),
  /** Other requests about the same household that are taken with it. */
  also: z
    .array(z.object({ id: z.number().int().positive(), version }))
    .max(50)
    .default([]),
  note,
})
export const accepted = z.object({ caseId: z.number(), isNew: z.boolean(), accepted: z.number() })
export const refuseBody = z.object({ version, refusal: z.string().max(60), note })
export const toldBody = z.object({ version, how: z.enum(['paper', 'phone', 'visit']) })
export const unmaskBody = z.object({ reason: z.string().trim().min(2, '请写明原因').max(300) })
export const unmasked = z.object({ idNumber: z.string(), phone: z.string(), askerPhone: z.string() })
export const formWords = z.object({
  difficulties: z.array(z.object({ code: z.string(), label: z.string(), plain: z.string() })),
  relations: z.array(z.string()),
  refusals: z.array(z.object({ id: z.string(), label: z.string(), sentence: z.string() })),
  ways: z.array(z.object({ id: z.enum(consultationWays), label: z.string() })),
  mostPhotoBytes: z.number(),
})
