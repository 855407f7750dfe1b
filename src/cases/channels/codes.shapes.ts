/** What the office routes of printed codes take and answer. */
import { z } from 'zod'
import { parsePlainDay } from '../../kernel/index.ts'

const day = z.string().refine((text) => parsePlainDay(text) !== undefined, '须为真实的日期，如 2026-03-05')
const code = z.string().regex(/^\d{2}$|^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/, '须为 2、4、6、9 或 12 位区划代码')
const reason = z.string().trim().max(300).default('')

export const useQuery = z.object({
  division: code.optional(),
  from: day.optional(),
  until: day.optional(),
  after: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).optional(),
})
export const villageUse = z.object({
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  households: z.number(),
  issuedOn: z.string().nullable(),
  householdCodes: z.number(),
  scans: z.number(),
  reads: z.number(),
  progress: z.number(),
  pageApplications: z.number(),
  applications: z.number(),
  accepted: z.number(),
})
export const usePage = z.object({ items: z.array(villageUse), next: z.string().nullable() })
export const leafletUse = z.object({ items: z.array(z.object({ id: z.string(), title: z.string(), reads: z.number() })) })

/** Anew needs a reason: everything printed before stops working. */
const withReason = <T extends { isAnew: boolean; reason: string }>(body: T) => !body.isAnew || body.reason.length >= 2
const needReason = { message: '请写明重发的原因', path: ['reason'] }
export const villageCodesBody = z
  .object({ divisionCode: code.refine((text) => text.length >= 6, '请选择县、乡镇或村'), isAnew: z.boolean().default(false), reason })
  .refine(withReason, needReason)
export const householdCodesBody = z
  .object({
    divisionCode: z.string().regex(/^\d{12}$/, '请选择村'),
    householdIds: z.array(z.number().int().positive()).min(1).max(500).optional(),
    isAnew: z.boolean().default(false),
    reason,
  })
  .refine(withReason, needReason)
export const issued = z.object({ made: z.number(), revoked: z.number() })

export const printQuery = z.object({
  kind: z.enum(['village', 'household']),
  division: code.optional(),
  household: z.coerce.number().int().positive().optional(),
  /** The public address as phones reach it. */
  base: z.string().regex(/^https?:\/\/[A-Za-z0-9.:[\]-]{1,200}(\/[\w/-]{0,100})?$/, '须为网址，如 https://xianjie.example.gov.cn'),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(60),
})
export const printed = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      url: z.string(),
      svg: z.string(),
      issuedOn: z.string(),
      township: z.string(),
      village: z.string(),
      householdNumber: z.string(),
      headName: z.string(),
      groupName: z.string(),
    }),
  ),
  next: z.string().nullable(),
})
