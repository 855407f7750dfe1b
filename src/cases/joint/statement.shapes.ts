/** What the routes of the one statement take and answer. */
import { z } from 'zod'
import { incomePeriod } from '../../registry/index.ts'

export const recordId = z.coerce.number().int().positive()
export const statementParams = z.object({ id: recordId, period: incomePeriod })
export const statementQuery = z.object({ format: z.enum(['json', 'xlsx']).default('json') })

const standing = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable().describe('空为没有文件规定'),
  unit: z.string(),
  since: z.string().nullable(),
  region: z.string().nullable(),
  basis: z.array(z.string()),
  missing: z.string(),
})
export const judgement = z.object({
  ruleSet: z.enum(['anti_poverty', 'civil_affairs']),
  label: z.string(),
  office: z.string(),
  note: z.string(),
  rigid: z.object({ amount: z.string(), missing: z.array(z.string()).describe('没有填的支出项目') }),
  grades: z.array(
    z.object({
      grade: z.string(),
      label: z.string(),
      verdict: z.enum(['met', 'not_met', 'unknown']),
      verdictLabel: z.string(),
      conditions: z.array(
        z.object({
          label: z.string(),
          isMet: z.boolean().nullable(),
          detail: z.string(),
          numbers: z.array(standing),
          basis: z.array(z.string()),
        }),
      ),
    }),
  ),
})
export type Judgement = z.infer<typeof judgement>

const proposal = z.object({ amount: z.string(), from: z.enum(['department', 'register', 'earlier']), evidence: z.string() })
export const statementLine = z.object({
  item: z.string(),
  label: z.string(),
  kind: z.enum(['income', 'not_income', 'spending']),
  group: z.string(),
  groupLabel: z.string(),
  note: z.string(),
  basis: z.array(z.string()),
  amount: z.string().nullable().describe('空为没有填'),
  evidence: z.string(),
  remark: z.string(),
  proposals: z.array(proposal),
})

export const statement = z.object({
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  township: z.string(),
  village: z.string(),
  divisionCode: z.string(),
  period: z.string(),
  from: z.string(),
  until: z.string(),
  version: z.number().describe('0 为还没有保存过'),
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
  size: z.number(),
  lines: z.array(statementLine),
  groups: z.array(z.object({ group: z.string(), label: z.string(), amount: z.string() })),
  netIncome: z.string(),
  netIncomePerHead: z.string().nullable(),
  registeredPerHead: z.string().nullable().describe('档案里的人均纯收入'),
  notCounted: z.string(),
  spending: z.string(),
  isProvisional: z.boolean().describe('还没有保存，按带出的数试算'),
  judgements: z.array(judgement),
})
export type Statement = z.infer<typeof statement>
