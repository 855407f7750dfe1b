/** What stands on each form, block by block, from what was recorded; nothing here is typed for the paper alone. */
import { chineseDay, filledIn } from '../review/meeting.rules.ts'
import type { NoticePoster } from '../review/notice.rules.ts'
import type { BlockName, FormPolicy, Need } from './papers-policy.ts'

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'signatures'; lines: readonly string[] }
  /** At the right edge: who signs a sheet, and the day. */
  | { kind: 'signed'; lines: readonly string[] }

export interface Paper {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface PaperMember {
  readonly name: string
  readonly relation: string
  readonly sex: string
  readonly bornOn: string
  /** Masked unless the full values were asked for with a reason. */
  readonly idNumber: string
  readonly phone: string
  readonly health: string
  readonly labour: string
}

export interface Opinion {
  readonly opinion: string
  readonly by: string
  readonly on: string
}

export interface PaperData {
  readonly headName: string
  readonly householdNumber: string
  readonly township: string
  readonly village: string
  readonly groupName: string
  readonly address: string
  readonly channel: string
  readonly openedOn: string
  readonly responsible: string
  readonly risks: readonly string[]
  readonly objectKind: string
  readonly recognisedOn: string
  readonly members: readonly PaperMember[]
  readonly application: { readonly on: string; readonly words: string; readonly asker: string } | null
  readonly authorisation: {
    readonly wording: string
    readonly scope: readonly string[]
    readonly signedOn: string
    readonly untilOn: string
    readonly signers: readonly string[]
  } | null
  readonly visit: { readonly on: string; readonly by: string; readonly conclusion: string; readonly note: string } | null
  readonly guarantees: readonly (readonly [label: string, value: string])[]
  readonly income: {
    readonly period: string
    readonly lines: readonly (readonly [label: string, yuan: string])[]
    readonly net: string
    readonly perHead: string
    readonly size: number
  } | null
  readonly comparison: { readonly said: string; readonly flags: readonly (readonly string[])[] } | null
  readonly meeting: { readonly heldOn: string; readonly minutes: string; readonly digest: string; readonly votes: string } | null
  readonly notice: NoticePoster | null
  readonly announcement: NoticePoster | null
  readonly endorsed: Opinion | null
  readonly admitted: Opinion | null
  readonly measures: readonly (readonly string[])[]
  readonly clearing: {
    readonly mode: string
    readonly on: string
    readonly conditions: readonly (readonly string[])[]
    readonly snapshot: readonly (readonly [string, string])[]
  } | null
  readonly clearingEndorsed: Opinion | null
  readonly cleared: Opinion | null
}

/** Whether what the form needs has happened; else what is missing, in words. */
export function missingFor(need: Need, data: PaperData): string | undefined {
  const there: Record<Need, readonly [boolean, string]> = {
    case: [true, ''],
    authorisation: [data.authorisation !== null, '还没有签署承诺授权书'],
    visit: [data.visit !== null, '还没有入户核实'],
    meeting: [data.meeting !== null, '还没有封存的评议会议记录'],
    notice: [data.notice !== null, '还没有制作公示'],
    endorsed: [data.endorsed !== null, '乡镇还没有审核'],
    admitted: [data.admitted !== null, '县级还没有审批'],
    announcement: [data.announcement !== null, '还没有制作认定结果公告'],
    measures: [data.measures.length > 0, '还没有列入帮扶措施'],
    clearing: [data.clearing !== null, '还没有核对风险消除条件'],
  }
  const [isThere, words] = there[need]
  return isThere ? undefined : words
}

/** The form filled in. */
export function paperOf(form: FormPolicy, data: PaperData): Paper {
  const known = { village: data.village, township: data.township, risks: data.risks.join('、') || '　　　　', head: data.headName }
  const intro: Block[] = form.intro === '' ? [] : [{ kind: 'text', text: filledIn(form.intro, known) }]
  const signatures: Block[] = form.signatures.length === 0 ? [] : [{ kind: 'signatures', lines: form.signatures }]
  const poster = form.blocks.includes('notice') ? data.notice : form.blocks.includes('announcement') ? data.announcement : null
  return { title: poster?.title ?? form.title, blocks: [...intro, ...form.blocks.flatMap((name) => blocks[name](data)), ...signatures] }
}

const day = (on: string): string => (on === '' ? '' : chineseDay(on))

const blocks: Record<BlockName, (data: PaperData) => Block[]> = {
  application: ({ application, channel, openedOn }) =>
    facts('申请', [
      ['来源', channel],
      ['日期', day(application?.on ?? openedOn)],
      ['申请人', application?.asker ?? ''],
      ['情况说明', application?.words ?? ''],
    ]),
  household: (data) =>
    facts('基本情况', [
      ['户主', data.headName],
      ['户编号', data.householdNumber],
      ['乡镇、村组', `${data.township}${data.village}${data.groupName}`],
      ['家庭住址', data.address],
      ['家庭人口', `${data.members.length}人`],
      ['对象类别', data.objectKind],
      ['识别时间', day(data.recognisedOn)],
      ['责任人', data.responsible],
    ]),
  members: ({ members }) =>
    table(
      '家庭成员',
      ['姓名', '与户主关系', '性别', '出生日期', '证件号码', '电话', '健康状况', '劳动技能'],
      members.map((one) => [one.name, one.relation, one.sex, one.bornOn, one.idNumber, one.phone, one.health, one.labour]),
    ),
  risks: ({ risks, objectKind }) =>
    facts('风险', [
      ['致贫返贫风险', risks.map((risk, at) => `${at + 1}. ${risk}`).join('　')],
      ['对象类别', objectKind],
    ]),
  authorisation: ({ authorisation: one }) =>
    one === null
      ? []
      : [
          { kind: 'text', text: one.wording },
          ...facts('授权', [
            ['查询范围', one.scope.join('、')],
            ['有效期', `${day(one.signedOn)}至${day(one.untilOn)}`],
            ['签字人', one.signers.join('、')],
          ]),
        ],
  visit: ({ visit: one }) =>
    one === null
      ? []
      : facts('核实情况', [
          ['核实日期', day(one.on)],
          ['核实人', one.by],
          ['结论', one.conclusion],
          ['说明', one.note],
        ]),
  guarantees: ({ guarantees }) => (guarantees.length === 0 ? [] : facts('“三保障”和饮水安全', guarantees)),
  income: ({ income }) =>
    income === null
      ? []
      : [
          ...table(`收支核算（${income.period}，${income.size}人）`, ['项目', '金额（元）'], income.lines),
          ...facts('', [
            ['家庭纯收入', `${income.net}元`],
            ['人均纯收入', `${income.perHead}元`],
          ]),
        ],
  comparison: ({ comparison: one }) =>
    one === null
      ? []
      : [
          ...facts('部门信息比对', [['比对情况', one.said]]),
          ...(one.flags.length === 0 ? [] : table('', ['成员', '提示', '来源', '说明'], one.flags)),
        ],
  minutes: ({ meeting: one }) =>
    one === null
      ? []
      : [
          ...one.minutes.split('\n').map((text): Block => ({ kind: 'text', text })),
          { kind: 'text', text: `（摘自 ${one.heldOn} 已封存的会议记录，只录本户；封存摘要 ${one.digest}）` },
        ],
  votes: ({ meeting: one }) =>
    one === null
      ? []
      : facts('村级评议', [
          ['评议日期', day(one.heldOn)],
          ['表决结果', one.votes],
        ]),
  notice: ({ notice }) => posterBlocks(notice),
  announcement: ({ announcement }) => posterBlocks(announcement),
  township_opinion: ({ endorsed }) => opinion('乡镇审核意见', endorsed),
  county_opinion: ({ admitted }) => opinion('县级审批意见', admitted),
  measures: ({ measures }) =>
    table('帮扶措施', ['措施', '类别', '责任人', '计划时间', '应落实', '首次落实', '资金（元）', '状态'], measures),
  clearing: ({ clearing: one }) =>
    one === null
      ? []
      : [
          ...facts('风险消除', [
            ['消除方式', one.mode],
            ['核对日期', day(one.on)],
          ]),
          ...table('消除条件', ['条件', '结果', '情况'], one.conditions),
          ...facts('消除时情况', one.snapshot),
        ],
  clearing_opinions: ({ clearingEndorsed, cleared }) => [...opinion('乡镇审核意见', clearingEndorsed), ...opinion('县级审批意见', cleared)],
}

const headed = (text: string): Block[] => (text === '' ? [] : [{ kind: 'heading', text }])
const facts = (heading: string, rows: readonly (readonly [string, string])[]): Block[] => [...headed(heading), { kind: 'facts', rows }]
const table = (heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block[] => [
  ...headed(heading),
  { kind: 'table', columns, rows },
]

const opinion = (heading: string, one: Opinion | null): Block[] =>
  facts(heading, [
    ['意见', one?.opinion ?? ''],
    ['办理人', one?.by ?? ''],
    ['日期', day(one?.on ?? '')],
  ])

function posterBlocks(poster: NoticePoster | null): Block[] {
  if (poster === null) return []
  return [
    { kind: 'text', text: poster.text },
    {
      kind: 'table',
      columns: ['序号', ...poster.columns.map(({ label }) => label)],
      rows: poster.lines.map((line, at) => [String(at + 1), ...poster.columns.map(({ field }) => line[field] ?? '')]),
    },
    ...(poster.objection === '' ? [] : [{ kind: 'text', text: poster.objection } as const]),
    { kind: 'signed', lines: [`${poster.signed}（章）`, poster.day] },
  ]
}

/** A poster as a paper of its own. */
export const posterPaper = (poster: NoticePoster): Paper => ({ title: poster.title, blocks: posterBlocks(poster) })

/** What a form is called as a file: its place in the household's file, its title, the head. */
export const paperFile = (form: FormPolicy, headName: string): string => `${form.file} ${form.title} ${headName}.docx`
