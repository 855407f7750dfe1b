/** Papers of a case given out: one form, or the household's whole file; full numbers only with a reason that is recorded. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { zipSync } from 'fflate'
import type { FileAnswer } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, openKeptFile, recordActs } from '../../store/index.ts'
import { meetingById } from '../review/meeting.queries.ts'
import { noticePage } from '../review/notice-reading.actions.ts'
import { gathered, requiredCase } from './gather.actions.ts'
import { missingFor, type PaperData, paperFile, paperOf, posterPaper } from './paper.rules.ts'
import { filesOfCase } from './papers.queries.ts'
import { type FormName, formNames, papersPolicy } from './papers-policy.ts'
import { paperProblems } from './problems.ts'
import { wordOf } from './word.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface PaperAsked {
  isFull: boolean
  reason?: string | undefined
}

export interface PaperLine {
  form: FormName
  title: string
  file: string
  /** Why it cannot be filled in yet. */
  missing: string | null
  /** What it says of people is only what may be shown in public. */
  isPublic: boolean
}

const publicForms: readonly FormName[] = ['notice', 'announcement']

/** The forms of a case and which of them can be filled in by now. */
export async function papersOf(ctx: Context, caseId: number): Promise<{ items: PaperLine[] }> {
  const data = await gathered(ctx, await requiredCase(ctx, caseId), false)
  const { forms } = papersPolicy(ctx.policy)
  return {
    items: formNames.map((form) => ({
      form,
      title: forms[form].title,
      file: forms[form].file,
      missing: missingFor(forms[form].needs, data) ?? null,
      isPublic: publicForms.includes(form),
    })),
  }
}

/** One form as a Word file. */
export async function onePaper(ctx: Context, caseId: number, name: FormName, asked: PaperAsked): Promise<FileAnswer> {
  const theCase = await requiredCase(ctx, caseId)
  const form = papersPolicy(ctx.policy).forms[name]
  const isFull = asked.isFull && !publicForms.includes(name)
  if (isFull) await allowFull(ctx, theCase, asked.reason)
  const data = await gathered(ctx, theCase, isFull)
  const missing = missingFor(form.needs, data)
  if (missing !== undefined) throw new Problem(paperProblems.notReady, { title: form.title, missing })
  await recordActs(ctx, [
    {
      action: 'paper.printed',
      subjectKind: 'case',
      subjectId: caseId,
      divisionCode: theCase.division_code,
      details: { form: name, isFull },
    },
  ])
  return { kind: 'file', name: paperFile(form, data.headName), type: wordType, content: await wordOf(paperOf(form, data), markOf(ctx)) }
}

/** All forms that can be filled in, with every photo and scan, and a list of them. */
export async function wholeFile(ctx: Context, caseId: number, asked: PaperAsked): Promise<FileAnswer> {
  const theCase = await requiredCase(ctx, caseId)
  if (asked.isFull) await allowFull(ctx, theCase, asked.reason)
  const data = await gathered(ctx, theCase, asked.isFull)
  const papers = await readyPapers(ctx, data)
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-papers-'))
  try {
    const attached = await attachments(ctx, theCase, folder)
    const list = [...papers, ...attached].map(({ name }, at) => `${at + 1}. ${name}`)
    const index = Buffer.from(`${data.headName}户（${data.householdNumber}）帮扶档案目录\r\n${list.join('\r\n')}\r\n`, 'utf8')
    const entries = [{ name: '00 目录.txt', content: index }, ...papers, ...attached]
    const content = zipSync(Object.fromEntries(entries.map(({ name, content }) => [name, new Uint8Array(content)])), { level: 1 })
    const details = { files: entries.length, isFull: asked.isFull }
    await recordActs(ctx, [
      { action: 'case.file_taken', subjectKind: 'case', subjectId: caseId, divisionCode: theCase.division_code, details },
    ])
    return {
      kind: 'file',
      name: `一户一档 ${data.householdNumber} ${data.headName}.zip`,
      type: 'application/zip',
      content: Buffer.from(content),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Entry {
  name: string
  content: Buffer
}

async function readyPapers(ctx: Context, data: PaperData): Promise<Entry[]> {
  const made: Entry[] = []
  for (const form of Object.values(papersPolicy(ctx.policy).forms))
    if (missingFor(form.needs, data) === undefined)
      made.push({ name: paperFile(form, data.headName), content: await wordOf(paperOf(form, data), markOf(ctx)) })
  return made
}

const kinds: Readonly<Record<string, string>> = { photo: '照片', signature: '签名', scan: '扫描件', document: '文件' }

async function attachments(
  ctx: Context,
  theCase: { id: number; household_id: number; opened_on: string },
  folder: string,
): Promise<Entry[]> {
  const found: Entry[] = []
  for (const one of await filesOfCase(ctx, theCase.id, theCase.household_id, theCase.opened_on)) {
    const place = join(folder, String(one.id))
    await openKeptFile(ctx, one.file_id, place)
    const words = (one.caption || one.about).replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(0, 60)
    found.push({
      name: `附件/${one.id} ${kinds[one.kind] ?? ''} ${words}${extname(one.name).toLowerCase()}`,
      content: await readFile(place),
    })
    await rm(place)
  }
  return found
}

/** Who may see full numbers says why, and the trail keeps it. */
export async function allowFull(
  ctx: Context,
  { id, division_code: divisionCode }: { id: number; division_code: string },
  reason: string | undefined,
): Promise<void> {
  if (!ctx.officer.permissions.has('person.unmask')) throw new Problem(paperProblems.noUnmask, {})
  if (reason === undefined || reason.trim().length < 2) throw new Problem(paperProblems.noReason, {})
  await recordActs(ctx, [
    { action: 'household.unmasked', subjectKind: 'case', subjectId: id, divisionCode, details: { reason: reason.trim() } },
  ])
}

/** The minutes of a meeting, whole. */
export async function meetingPaper(ctx: Context, id: number, minutes: string): Promise<FileAnswer> {
  const { village, held_on: heldOn, division_code: divisionCode, digest } = await meetingById(ctx, id)
  const [title = '', ...lines] = minutes.split('\n')
  const blocks = [...lines, ...(digest === null ? [] : [`封存摘要 ${digest}`])].map((text) => ({ kind: 'text', text }) as const)
  await recordActs(ctx, [{ action: 'paper.printed', subjectKind: 'meeting', subjectId: id, divisionCode, details: { form: 'minutes' } }])
  return {
    kind: 'file',
    name: `${village} ${heldOn} 民主评议会议记录.docx`,
    type: wordType,
    content: await wordOf({ title, blocks }, markOf(ctx)),
  }
}

/** A sheet for the board. */
export async function noticePaper(ctx: Context, id: number): Promise<FileAnswer> {
  const { poster, village, divisionCode } = await noticePage(ctx, id)
  await recordActs(ctx, [{ action: 'paper.printed', subjectKind: 'notice', subjectId: id, divisionCode, details: { form: 'notice' } }])
  return { kind: 'file', name: `${village} ${poster.title}.docx`, type: wordType, content: await wordOf(posterPaper(poster), '') }
}

const stamp = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const markOf = (ctx: Context): string => `${ctx.officer.name} ${stamp.format(ctx.now)} 打印`
