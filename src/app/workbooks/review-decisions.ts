/** Reads the link-review workbook back as decisions about one department row and one person each. */
import { basename } from 'node:path'
import { z } from 'zod'
import { type FilledRow, readFilledForm } from './filled-sheet.ts'
import { type ReviewKey, reviewChoices, reviewHeaders } from './review-workbook.ts'
import type { FillProblem, ReviewDecision } from './workbook-data.ts'

/** Who stands behind a person key; null when the register knows nobody of that key. */
export type PersonOf = (householdNumber: string, personKey: string) => string | null

type Key = keyof typeof reviewHeaders

const reviewKey: z.ZodType<ReviewKey> = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  dataset: z.string(),
  people: z.array(z.tuple([z.string(), z.string()])),
})

/**
 * “都不是” comes as one `different` for every candidate shown. The workbook holds no identity numbers: `personOf` gives them back,
 * without it they are null and the person key names the person.
 */
export async function readReviewDecisions(
  path: string,
  personOf: PersonOf = () => null,
): Promise<{ decisions: ReviewDecision[]; problems: FillProblem[] }> {
  const file = basename(path)
  const form = await readFilledForm<Key>(path, file, reviewHeaders)
  const decisions: ReviewDecision[] = []
  const problems = form.problems
  for (const row of form.rows) {
    if (row.cells.choice === '') continue
    const decided = decide(row, personOf)
    if (Array.isArray(decided)) decisions.push(...decided)
    else
      problems.push({
        file,
        sheet: row.sheet,
        row: row.row,
        column: reviewHeaders[decided.column],
        found: decided.column === 'key' ? '' : row.cells.choice,
        message: decided.message,
      })
  }
  return { decisions, problems }
}

function decide({ cells }: FilledRow<Key>, personOf: PersonOf): ReviewDecision[] | { column: Key; message: string } {
  const choice = (reviewChoices as readonly string[]).indexOf(cells.choice.replace(/\s/g, ''))
  if (choice < 0) return { column: 'choice', message: `“${cells.choice}”不是可选的结论。请从下拉列表中选择：${reviewChoices.join('、')}。` }
  const key = parseKey(cells.key)
  if (key === undefined) return { column: 'key', message: '隐藏的核对键丢失或被改动，对不上原来的行。请从原工作簿复制这一行再填。' }
  const { people, ...source } = key
  const decisionOn = ([household_number, person_key]: [string, string], decision: 'same' | 'different'): ReviewDecision => ({
    ...source,
    household_number,
    person_key,
    person_id_number: personOf(household_number, person_key),
    decision,
  })
  if (choice === reviewChoices.length - 1) return people.map((person) => decisionOn(person, 'different'))
  const chosen = people[choice]
  if (chosen === undefined)
    return { column: 'choice', message: `这一行只有 ${people.length} 个候选人，没有第 ${choice + 1} 个。请重新选择。` }
  return [decisionOn(chosen, 'same')]
}

function parseKey(text: string): ReviewKey | undefined {
  try {
    return reviewKey.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
