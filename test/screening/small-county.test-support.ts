/** For tests: a county of a few households whose files can change from run to run, and jobs that screen it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CountyFiles } from '../../src/app/jobs/county-files.ts'
import { screeningHandler } from '../../src/app/jobs/screening.ts'
import { checkDigit } from '../../src/kernel/index.ts'
import { type RunCounts, type ScreeningInput, screeningJob } from '../../src/screening/server/index.ts'
import { type Jobs, jobById, type Officer, openJobs, type Store, startJob } from '../../src/store/index.ts'
import { asker, officer } from '../database/database.test-support.ts'

export const county = '522399'

/** Village by township: 城关镇 has two, 双河镇 one. */
export const villages = {
  新寨村: { code: '522399001001', township: '城关镇' },
  坝上村: { code: '522399001002', township: '城关镇' },
  河口村: { code: '522399002001', township: '双河镇' },
} as const
export type Village = keyof typeof villages

export interface SmallHousehold {
  village: Village
  /** Yuan paid by themselves on bills of this month. */
  bill?: number
  /** Overdue yuan of a small loan. */
  overdue?: number
  /** Formerly registered as poor; the national rules ask more of its file. */
  lifted?: boolean
  /** Left empty it is a data-quality problem of a lifted household. */
  ethnicity?: string
}

/** Households by name of the head; the order gives their numbers. */
export type SmallCounty = Readonly<Record<string, SmallHousehold>>

const names = ['岑大山', '韦小妹', '罗正华', '杨秀英', '王德贵', '李春花']
/** The heads by the letter the tests call their households by. */
export const headOf = (letter: string): string => names['ABCDEF'.indexOf(letter)] ?? letter
export const numberOf = (letter: string): string => `5223990${String('ABCDEF'.indexOf(letter) + 1).padStart(5, '0')}`

function idNumber(letter: string): string {
  const first = `52239919700101${String('ABCDEF'.indexOf(letter) + 101)}`
  return first + checkDigit(first)
}

const csv = (lines: readonly (readonly string[])[]): string => `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`

/** Writes the register and two departments' files. */
export function writeSmallCounty(folder: string, households: SmallCounty, asOf: string): void {
  const day = asOf.slice(0, 8)
  const register = Object.entries(households).map(([letter, { village, lifted = false, ethnicity = '布依族' }]) => [
    '九九县',
    villages[village].township,
    village,
    villages[village].code,
    numberOf(letter),
    `R${letter}`,
    headOf(letter),
    idNumber(letter),
    '户主',
    '1970-01-01',
    '男',
    ethnicity,
    lifted ? '脱贫户' : '一般农户',
    '无劳动力',
    '1',
    '20000',
    '未享受',
    '未享受',
    `1398500000${'ABCDEF'.indexOf(letter)}`,
  ])
  const bills = Object.entries(households).flatMap(([letter, { bill }]) =>
    bill === undefined ? [] : [[headOf(letter), idNumber(letter), `${day}02`, String(bill)]],
  )
  const loans = Object.entries(households).flatMap(([letter, { overdue }]) =>
    overdue === undefined ? [] : [[headOf(letter), idNumber(letter), '2025-01-05', `${day}05`, '50000', String(overdue)]],
  )
  mkdirSync(folder, { recursive: true })
  const header =
    '县,乡镇,行政村,行政村代码,户编号,人编号,姓名,证件号码,与户主关系,出生日期,性别,民族,户类型,劳动技能,家庭人口数,人均纯收入,享受低保政策情况,享受特困供养政策情况,联系电话'
  writeFileSync(join(folder, '农户家庭成员信息.csv'), csv([header.split(','), ...register]))
  writeFileSync(join(folder, '医疗费用结算.csv'), csv([['姓名', '身份证号', '结算日期', '合规自付'], ...bills]))
  writeFileSync(join(folder, '小额信贷.csv'), csv([['姓名', '身份证号', '放款日期', '到期日期', '贷款金额', '逾期金额'], ...loans]))
}

/** Every job reads what the county is at that moment. */
export function filesOf(current: (asOf: string) => SmallCounty | undefined): CountyFiles {
  return async ({ folder, asOf }) => {
    const households = current(asOf)
    if (households !== undefined) writeSmallCounty(folder, households, asOf)
    return {
      persons: Object.keys(households ?? {}).length,
      departmentFiles: households === undefined ? 0 : 2,
      noteUse: async () => undefined,
    }
  }
}

export const openSmallJobs = (store: Store, files: CountyFiles, more: { parentFolder?: string } = {}): Promise<Jobs> =>
  openJobs(store, { [screeningJob]: screeningHandler({ files, threads: 1, ...more }) }, { onError: (error) => console.error(error) })

export const zhao: Officer = officer(
  county,
  [
    'screening.run',
    'lead.read',
    'lead.handle',
    'exemption.grant',
    'quality.read',
    'quality.mend',
    'register.change',
    'policy.read',
    'export.table',
  ],
  { id: 3, name: '赵县长' },
)
export const wang: Officer = officer('522399001', ['lead.read', 'lead.handle', 'quality.read', 'quality.mend', 'register.change'], {
  id: 2,
  name: '王镇长',
  role: 'township_officer',
})
export const li: Officer = officer('522399001001', ['lead.read', 'quality.read'], { id: 4, name: '李支书', role: 'village_cadre' })
export const qian: Officer = officer(
  '522398',
  ['screening.run', 'lead.read', 'lead.handle', 'exemption.grant', 'quality.read', 'quality.mend', 'register.change'],
  { id: 5, name: '钱县长' },
)

/** Waits until a job has ended; answers its state and what went wrong. */
export async function ended(store: Store, id: number): Promise<{ state: string; error: string | null; result: unknown }> {
  for (let tried = 0; tried < 600; tried += 1) {
    const job = await store.transaction(asker(zhao), (ctx) => jobById(ctx, id))
    if (job.state !== 'queued' && job.state !== 'running') return job
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`job ${id} did not end`)
}

/** Queues a run as the program does, waits for it, and answers its counts. */
export async function screened(store: Store, asOf: string): Promise<RunCounts> {
  const input: ScreeningInput = { divisionCode: county, asOf, months: 12 }
  const id = await store.transaction(asker(zhao), (ctx) => startJob(ctx, { kind: screeningJob, divisionCode: county, input }))
  const job = await ended(store, id)
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.error}`)
  return job.result as RunCounts
}
