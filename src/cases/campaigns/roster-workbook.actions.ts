/** The roster filled in in a spreadsheet comes back: each line by itself, what cannot be taken is told with its row. */
import type { z } from 'zod'
import { mostExported, type Upload } from '../../access/index.ts'
import { openFile } from '../../intake/index.ts'
import { Problem } from '../../kernel/index.ts'
import { fieldKinds } from '../../policy/index.ts'
import { type Context, recordActs, separately, storeProblems } from '../../store/index.ts'
import { checkMark, fillHeaders, keyHeaders, type Mark, markOne, seenOpen } from './campaigns.actions.ts'
import { type CampaignRow, rosterRow } from './campaigns.queries.ts'
import { campaignProblems } from './problems.ts'
import { rosterLabels, rosterStates, type workbookAnswer } from './shapes.ts'

type Answer = z.infer<typeof workbookAnswer>
interface Line {
  row: number
  cells: Readonly<Record<string, string>>
}

/** Lines without a result are left alone. */
export async function takeRoster(ctx: Context, id: number, uploads: readonly Upload[]): Promise<Answer> {
  const campaign = await seenOpen(ctx, id)
  const [upload] = uploads
  if (upload === undefined || uploads.length > 1) throw new Problem(campaignProblems.oneWorkbook, { found: uploads.length })
  const answer: Answer = { marked: 0, unchanged: 0, cases: 0, refused: [] }
  for (const line of await readLines(upload)) {
    if ((line.cells[fillHeaders[1]] ?? '') === '') answer.unchanged += 1
    else await takeLine(ctx, campaign, line, answer)
  }
  const details = { marked: answer.marked, refused: answer.refused.length }
  await recordActs(ctx, [{ action: 'campaign.marked', subjectKind: 'campaign', subjectId: id, divisionCode: ctx.officer.area, details }])
  return answer
}

async function takeLine(ctx: Context, campaign: CampaignRow, { row, cells }: Line, answer: Answer): Promise<void> {
  try {
    await separately(ctx, async () => {
      const found = await rosterRow(ctx, campaign.id, Number(cells[keyHeaders[0]]))
      if (found === undefined) throw new Problem(storeProblems.notFound, { what: '花名册里的这一户' })
      const mark = markFrom(cells)
      if (found.state === mark.state && found.note === mark.note) {
        answer.unchanged += 1
        return
      }
      if (String(found.version) !== cells[keyHeaders[1]]) throw new Problem(storeProblems.stale, { changed: [] })
      checkMark(ctx, campaign, mark)
      if (await markOne(ctx, found, mark)) answer.cases += 1
      answer.marked += 1
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    answer.refused.push({ row, message: error.message })
  }
}

function markFrom(cells: Line['cells']): Mark {
  const result = (cells[fillHeaders[1]] ?? '').trim()
  const state = rosterStates.find((one) => rosterLabels[one] === result)
  if (state === undefined)
    throw new Problem(campaignProblems.unknownResult, { found: result, allowed: rosterStates.map((one) => rosterLabels[one]) })
  const onDay = dayIn(cells[fillHeaders[0]] ?? '')
  const risks = (cells[fillHeaders[2]] ?? '').split(/[、,，;；\s]+/).filter((one) => one !== '')
  return { state, risks, note: (cells[fillHeaders[3]] ?? '').trim().slice(0, 300), ...(onDay !== undefined && { onDay }) }
}

/** Days as people write them; an unreadable one is refused with what stood there. */
function dayIn(text: string): string | undefined {
  const reading = fieldKinds.day.read(text, { field: { label: '', kind: 'day', headers: [''] } })
  if (reading === 'empty') return undefined
  if (reading === 'unreadable') throw new Problem(campaignProblems.notYet, { day: text })
  return reading.value
}

async function readLines(upload: Upload): Promise<Line[]> {
  const wanted = [...keyHeaders, ...fillHeaders]
  const opened = await openFile(upload.path, { name: upload.name })
  const lines: Line[] = []
  let columns: Map<string, number> | undefined
  try {
    for await (const { rowNumbers, cells } of opened.sheets[0]?.rows() ?? [])
      for (const [index, row] of rowNumbers.entries()) {
        const texts = (cells[index] ?? []).map((cell) => (cell ?? '').trim())
        if (columns === undefined)
          columns = wanted.every((header) => texts.includes(header))
            ? new Map(wanted.map((header) => [header, texts.indexOf(header)]))
            : undefined
        else if (/^\d+$/.test(texts[columns.get(keyHeaders[0]) ?? -1] ?? ''))
          lines.push({ row, cells: Object.fromEntries([...columns].map(([header, at]) => [header, texts[at] ?? ''])) })
        if (lines.length > mostExported) throw new Problem(campaignProblems.tooManyRows, { most: mostExported })
      }
  } finally {
    await opened.close()
  }
  if (columns === undefined) throw new Problem(campaignProblems.notOurs, { file: upload.name })
  return lines
}
