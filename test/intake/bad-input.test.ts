/** What cannot be a run ends with one clear Chinese line and the right exit code; what is merely bad is skipped by name. Nothing half-written is ever left. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workbook, zip } from '../../src/intake/readers/zip-writer.test-support.ts'
import {
  type Cell,
  csv,
  type Ended,
  type Files,
  folderOf,
  freshPath,
  idOf,
  leftBehind,
  type Row,
  readFiles,
  register,
  registerHeader,
  registerRow,
  resultRows,
  run,
  screen,
  xlsx,
  xmlRows,
} from './small-county.test-support.ts'

const bills: Row[] = [
  ['姓名', '身份证号', '结算日期', '个人自付'],
  ['张乙', idOf(1), '2026-03-05', '100'],
]
const county: Files = { 'register.csv': csv(register()), 'med.csv': csv(bills) }

/** A run that must fail leaves one line and nothing else. */
async function refused(ended: Promise<Ended>, out: string): Promise<{ code: number; line: string }> {
  const { code, line, stderr } = await ended
  expect(stderr).not.toMatch(/\n\s+at |Error:|内部错误|undefined/)
  expect(leftBehind(out)).toEqual([])
  expect(existsSync(out)).toBe(false)
  return { code, line }
}

describe('a run that cannot be', () => {
  test.each<[what: string, files: Files, line: RegExp]>([
    ['an empty folder', {}, /没有可读的文件/],
    ['only lock files', { '~$register.xlsx': 'x', '.DS_Store': 'x' }, /没有可读的文件/],
    ['no register', { 'med.csv': csv(bills) }, /没有找到农户家庭成员信息/],
    [
      'a register that cannot be read',
      { 'register.xlsx': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'med.csv': csv(bills) },
      /没有找到农户家庭成员信息.*register\.xlsx.*PNG 图片/,
    ],
    [
      'a register without a column',
      { 'register.csv': csv(register().map((row) => row.slice(0, 8))) },
      /没有找到农户家庭成员信息.*缺少列：户类型或家庭人口数/,
    ],
    ['a register without rows', { 'register.csv': csv([registerHeader]) }, /没有可用的行/],
    [
      'a register of which all rows are bad',
      { 'register.csv': csv([registerHeader, registerRow(1, { 户编号: null }), registerRow(2, { 姓名: null, 证件号码: null })]) },
      /没有可用的行/,
    ],
    [
      'more than half outside the region',
      { 'register.csv': csv([...register(2), ...[3, 4, 5].map((n) => registerRow(n, { 行政村代码: '522301001001' }))]) },
      /有 3 行\(共 5 行\)不在区划 522399 内/,
    ],
    [
      'two months of the register',
      { '2026-09/register.csv': csv(register(6)), '2026-10/register.csv': csv(register(6, { 人均纯收入: '9000' })) },
      /不同月份的农户家庭成员信息\(2026-09\/register\.csv、2026-10\/register\.csv\)/,
    ],
  ])('%s', async (_, files, line) => {
    const out = freshPath()
    expect(await refused(screen(folderOf(files), out), out)).toEqual({ code: 1, line: expect.stringMatching(line) })
  })

  test('half of the rows outside is not more than half', async () => {
    const { rows } = await readFiles({
      'register.csv': csv([...register(2), ...[3, 4].map((n) => registerRow(n, { 行政村代码: '522301001001' }))]),
    })
    expect(await rows('SELECT count(*) AS n FROM person')).toEqual([{ n: 2 }])
  })

  test.each<[what: string, args: string[], line: RegExp]>([
    ['a folder that is not there', ['/nirgends', '--region', '522399', '--as-of', '2026-10-31'], /找不到文件夹“\/nirgends”/],
    ['an unknown day', ['.', '--region', '522399', '--as-of', '2026-02-30'], /日期“2026-02-30”不对/],
    ['a day that is none', ['.', '--region', '522399', '--as-of', '昨天'], /日期“昨天”不对/],
    ['a region of four digits', ['.', '--region', '5223', '--as-of', '2026-10-31'], /区划代码“5223”不对/],
    ['a policy folder that is not there', ['.', '--region', '522399', '--as-of', '2026-10-31', '--policy', '/nirgends'], /nirgends/],
  ])('%s', async (_, args, line) => {
    const out = freshPath()
    const ended = await refused(run('screen', ...args, '--out', out), out)
    expect(ended).toEqual({ code: 1, line: expect.stringMatching(line) })
  })

  test('a region without anybody', async () => {
    const out = freshPath()
    const ended = await refused(run('screen', folderOf(county), '--region', '110101', '--as-of', '2026-10-31', '--out', out), out)
    expect(ended).toEqual({ code: 1, line: expect.stringContaining('不在区划 110101 内') })
  })
})

describe('wrong usage is exit code 2', () => {
  test.each<[what: string, args: string[], line: string]>([
    ['no command', [], ''],
    ['an unknown command', ['skreen'], '没有“skreen”这个命令'],
    ['no folder', ['screen', '--region', '522399', '--as-of', '2026-10-31', '--out', 'x'], '缺少 <文件夹>'],
    ['no region', ['screen', '.', '--as-of', '2026-10-31', '--out', 'x'], '缺少 --region'],
    ['no day', ['screen', '.', '--region', '522399', '--out', 'x'], '缺少 --as-of'],
    ['no result folder', ['screen', '.', '--region', '522399', '--as-of', '2026-10-31'], '缺少 --out'],
    ['an unknown option', ['screen', '.', '--regoin', '522399'], '参数不对'],
    ['an option without value', ['screen', '.', '--region'], '参数不对'],
    ['two folders', ['screen', 'a', 'b', '--region', '522399', '--as-of', '2026-10-31', '--out', 'x'], '只能给一个文件夹'],
    [
      'a number that is none',
      ['screen', '.', '--region', '522399', '--as-of', '2026-10-31', '--out', 'x', '--threads', 'zwei'],
      '--threads 应为不小于 1 的整数',
    ],
    [
      'a memory that is none',
      ['screen', '.', '--region', '522399', '--as-of', '2026-10-31', '--out', 'x', '--memory', 'viel'],
      '--memory 应写成 4GB',
    ],
  ])('%s', async (_, args, line) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stderr).toContain(line)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
  test('help is not wrong', async () =>
    expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('xianjie screen') }))
})

describe('where results may be written', () => {
  const foreign: [what: string, prepare: (out: string) => void, line: RegExp][] = [
    ['a folder with something that is not ours', (out) => writeAt(out, '家谱.docx'), /不是本程序生成的内容\(家谱\.docx\)/],
    ['a file of that name', (out) => writeFileSync(out, ''), /不是本程序生成的内容\(同名文件\)/],
    [
      'a workbook that is open in WPS or Excel',
      (out) => writeAt(out, '结果.xlsx', '~$结果.xlsx'),
      /“.*结果\.xlsx”正被其他程序占用，请先关闭/,
    ],
    [
      'a workbook that is open in LibreOffice',
      (out) => writeAt(out, '结果.xlsx', '.~lock.结果.xlsx#'),
      /“.*结果\.xlsx”正被其他程序占用，请先关闭/,
    ],
  ]
  test.each(foreign)('%s: exit code 1, and everything stays as it was', async (_, prepare, line) => {
    const out = freshPath()
    prepare(out)
    const ended = await screen(folderOf(county), out)
    expect({ code: ended.code, line: ended.line }).toEqual({ code: 1, line: expect.stringMatching(line) })
    expect(leftBehind(out)).toEqual([])
    expect(existsSync(join(out, 'leads.csv'))).toBe(false)
  })
  test('a folder below a file, which cannot be', async () => {
    const folder = folderOf({ 'a.txt': '' })
    expect(await screen(folderOf(county), join(folder, 'a.txt', 'out'))).toMatchObject({
      code: 1,
      line: expect.stringContaining('路径无效'),
    })
  })
  test('the input folder itself, or a folder around it', async () => {
    const folder = folderOf({ 'input/register.csv': county['register.csv'] ?? '' })
    expect(await screen(join(folder, 'input'), join(folder, 'input'))).toMatchObject({
      code: 1,
      line: expect.stringContaining('与输入文件夹相同'),
    })
    expect(await screen(join(folder, 'input'), join(folder, 'input', '.'))).toMatchObject({ code: 1 })
    symlinkSync(join(folder, 'input'), join(folder, 'other-name'))
    expect(await screen(join(folder, 'input'), join(folder, 'other-name'))).toMatchObject({ code: 1 })
    expect(await screen(join(folder, 'input'), folder)).toMatchObject({ code: 1, line: expect.stringContaining('不是本程序生成的内容') })
    expect(readFileSync(join(folder, 'input', 'register.csv'), 'utf8')).toBe(county['register.csv'])
  })
})

function writeAt(out: string, ...names: string[]): void {
  mkdirSync(out)
  for (const name of names) writeFileSync(join(out, name), 'former')
}

const spaces = ' '.repeat(70 * 1024 ** 2)
const wide: Row = [...(bills[0] ?? []), ...Array.from({ length: 5000 }, (_, i): Cell => `备用${i}`)]
const emptyRows = Array.from(
  { length: 1_000_000 },
  (_, i) => `<row r="${i + 3}" s="1" customFormat="1"><c r="A${i + 3}" s="1"/></row>`,
).join('')

describe('hostile files', () => {
  test('are skipped by name or read without harm, all in one folder, and the run goes on', async () => {
    const encrypted = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      Buffer.from('EncryptedPackage\0', 'utf16le'),
      Buffer.alloc(1024),
    ])
    const whole = xlsx({ name: '明细', rows: bills })
    const folder = folderOf({
      'register.csv': county['register.csv'] ?? '',
      '01-加密.xlsx': encrypted,
      '02-截断.xlsx': whole.subarray(0, whole.length >> 1),
      '03-图片.xlsx': Buffer.from('ffd8ffe000104a464946', 'hex'),
      '04-炸弹.xlsx': workbook({ sheets: [{ rows: spaces }] }),
      '05-空文件.csv': '',
      '06-五千列.csv': csv([wide, [...(bills[1] ?? []), ...Array<Cell>(5000).fill('1')]]),
      '07-百万空行.xlsx': workbook({ sheets: [{ rows: xmlRows(bills) + emptyRows }], zip: { stored: true } }),
      '08-路径.xlsx': workbook({ sheets: [{ rows: xmlRows(bills) }], extra: [['../../../evil.csv', 'x']] }),
      '09-空字符.csv': csv(bills).replace('张乙', '张\0乙'),
      '10-公式.csv': csv([bills[0] ?? [], ['=cmd|calc!A1', idOf(2), '@SUM(1)', '+1+1']]),
      '11-压缩包.zip': zip([['名单.csv', 'a']]),
      '12-说明.docx': zip([
        ['_rels/.rels', ''],
        ['word/document.xml', '<x/>'],
      ]),
      '13-引号.csv': `姓名,身份证号,结算日期,个人自付\r\n"张乙,${idOf(1)},2026-03-05,100\r\n`,
      '~$锁.xlsx': 'x',
    })
    symlinkSync(folder, join(folder, '循环'))
    symlinkSync('/etc', join(folder, '外面'))
    symlinkSync('/nirgends', join(folder, '断了'))
    const out = freshPath()
    const { code, stdout, stderr } = await screen(folder, out, '--json')
    expect({ code, stderr: stderr.match(/内部错误.*|\n\s+at .*/)?.[0] }).toEqual({ code: 0, stderr: undefined })
    const summary = JSON.parse(stdout)
    const skipped = Object.fromEntries(summary.files_skipped.map(({ file, reason }: { file: string; reason: string }) => [file, reason]))
    expect(skipped).toMatchObject({
      '01-加密.xlsx': expect.stringContaining('有密码'),
      '02-截断.xlsx': expect.stringContaining('已损坏或不完整'),
      '03-图片.xlsx': expect.stringContaining('JPEG 图片'),
      '04-炸弹.xlsx': expect.stringContaining('结构异常'),
      '05-空文件.csv': expect.stringContaining('空文件'),
      '11-压缩包.zip': expect.stringContaining('ZIP 压缩包'),
      '12-说明.docx': expect.stringContaining('Word 文档'),
      外面: expect.stringContaining('文件夹之外'),
      断了: expect.stringContaining('不存在'),
    })
    const read = summary.datasets.map(({ file, rows_in }: { file: string; rows_in: number }) => [file, rows_in])
    expect(read).toEqual(
      expect.arrayContaining([
        ['06-五千列.csv', 1],
        ['07-百万空行.xlsx', 1],
        ['08-路径.xlsx', 1],
        ['09-空字符.csv', 1],
        ['10-公式.csv', 1],
        ['register.csv', 6],
      ]),
    )
    expect(Object.keys(skipped).some((file) => file.startsWith('循环') || file.startsWith('~$'))).toBe(false)
    expect(existsSync(join(folder, '../evil.csv'))).toBe(false)
    const issues = resultRows(out, 'row-issues.csv').filter(({ file }) => file === '10-公式.csv')
    expect(issues.map(({ column, found }) => [column, found])).toEqual([
      ['个人自付', "'+1+1"],
      ['结算日期', "'@SUM(1)"],
    ])
  })
})
