/** What the routes about data quality, disagreements and unknowns take and answer. */
import { z } from 'zod'
import { sortSchema } from '../../access/index.ts'
import { discrepancyOrders } from './discrepancy.queries.ts'
import { findingOrders } from './quality.queries.ts'
import { anyOf, day, divisionCode, findingStates, format, page, placed, severities, sourcePlace, text, version } from './shapes.ts'

const findingFilters = {
  division: divisionCode.optional(),
  rule: text.optional(),
  severity: anyOf(...severities).optional(),
  state: anyOf(...findingStates).optional(),
  household: text.optional(),
  field: text.optional(),
}
export const findingQuery = page.extend({
  ...findingFilters,
  sort: sortSchema(findingOrders),
  format,
})
export const findingShape = z.object({
  id: z.number(),
  ...placed,
  ruleId: z.string(),
  ruleLabel: z.string(),
  nationalNumbers: z.array(z.string()),
  severity: z.enum(severities),
  personName: z.string(),
  field: z.string(),
  fieldLabel: z.string(),
  found: z.string(),
  message: z.string(),
  mend: z.string().describe('怎么改'),
  canMend: z.boolean().describe('可以就地改正'),
  source: z.object(sourcePlace).nullable(),
  state: z.enum(findingStates),
  stateLabel: z.string(),
  foundOn: day,
  mendedOn: day.nullable(),
  mendedBy: z.string().nullable(),
  version: z.number(),
})
export const findingPage = z.object({ items: z.array(findingShape), next: z.string().nullable() })
export const findingSummaryQuery = z.object({ ...findingFilters, by: z.enum(['rule', 'township', 'village', 'severity']) })
export const findingSummary = z.object({
  items: z.array(
    z.object({ key: z.string(), label: z.string(), mend: z.string(), open: z.number(), mended: z.number(), exempt: z.number() }),
  ),
})
export const trendQuery = z.object({ division: divisionCode.optional(), rule: text.optional() })
export const trendAnswer = z.object({ items: z.array(z.object({ asOf: day, runId: z.number(), open: z.number(), exempt: z.number() })) })
export const mendBody = z.object({ version, value: z.string().trim().max(200), reason: z.string().trim().max(300).optional() })
export const workbookQuery = z.object({ division: divisionCode.optional(), rule: text.optional() })
export const workbookAnswer = z.object({
  mended: z.number(),
  unchanged: z.number(),
  refused: z.array(z.object({ row: z.number(), message: z.string() })),
})

export const discrepancyQuery = page.extend({
  division: divisionCode.optional(),
  comparison: text.optional(),
  present: z.enum(['true', 'false']).optional(),
  household: text.optional(),
  sort: sortSchema(discrepancyOrders),
  format,
})
export const discrepancyPage = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      ...placed,
      comparisonId: z.string(),
      label: z.string(),
      personName: z.string(),
      message: z.string(),
      sources: z.array(z.object(sourcePlace)),
      isPresent: z.boolean(),
      foundOn: day,
      goneOn: day.nullable(),
    }),
  ),
  next: z.string().nullable(),
})
export const unknownQuery = z.object({ division: divisionCode.optional(), rule: text.optional() })
export const unknownAnswer = z.object({
  items: z.array(
    z.object({ ruleId: z.string(), ruleLabel: z.string(), missing: z.array(z.string()), households: z.number(), remedy: z.string() }),
  ),
})
