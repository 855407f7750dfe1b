/** What the routes about the worth of rules take and answer. */
import { z } from 'zod'

const day = z.string()
const countyCode = z.string().regex(/^\d{6}$/, '须为 6 位县级区划代码')
export const verdicts = ['pays', 'costs', 'too_few'] as const
export const worthQuery = z.object({
  division: countyCode.optional(),
  months: z.coerce.number().int().min(1).max(36).default(12),
  format: z.enum(['json', 'xlsx']).optional(),
})
export const ruleWorth = z.object({
  ruleId: z.string(),
  label: z.string(),
  risk: z.string(),
  leads: z.number(),
  trueLeads: z.number(),
  untrueLeads: z.number(),
  openLeads: z.number(),
  trueShare: z.number().nullable().describe('属实率，百分数'),
  visits: z.number(),
  visitsPerTrue: z.number().nullable(),
  missedCases: z.number().describe('同类风险的认定户中，这条规则事先没有发现的'),
  verdict: z.enum(verdicts),
  verdictLabel: z.string(),
  reason: z.string(),
  parameters: z.array(z.string()),
})
export const worthAnswer = z.object({ since: day, division: z.string(), limits: z.string(), items: z.array(ruleWorth) })
export const weeksQuery = z.object({ division: countyCode.optional(), weeks: z.coerce.number().int().min(1).max(104).default(12) })
export const weeksAnswer = z.object({
  items: z.array(
    z.object({
      week: day,
      ruleId: z.string(),
      label: z.string(),
      leads: z.number(),
      trueShare: z.number().nullable(),
      visits: z.number(),
      missedCases: z.number(),
      verdict: z.enum(verdicts),
      verdictLabel: z.string(),
    }),
  ),
})
export const idParams = z.object({ id: z.coerce.number().int().positive() })
const side = z.object({
  households: z.number(),
  recognised: z.number(),
  verifiedTrue: z.number(),
  verifiedUntrue: z.number(),
  notVerified: z.number(),
})
export const whatIfAnswer = z.object({
  trialId: z.number(),
  ruleLabel: z.string().nullable(),
  tried: z.array(z.string()),
  months: z.array(z.object({ asOf: day, before: z.number(), after: z.number() })),
  more: side.describe('改后多出的户'),
  fewer: side.describe('改后少掉的户：其中属实的就是会漏掉的'),
  isPartial: z.boolean().describe('户数太多，只看了每月前 200 户'),
})
