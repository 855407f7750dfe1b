/** What cannot be done about concentrated checks, in words an officer can act on. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const campaignProblems = {
  days:          kind<{ startsOn: string; endsOn: string }>(   'campaign.days',            422, (d) => `结束日期 ${d.endsOn} 早于开始日期 ${d.startsOn}，请改正。`),
  outside:       kind<{ division: string }>(                   'campaign.outside',         422, (d) => `${d.division} 不在您的辖区内，请选择本辖区的县、乡镇或村。`),
  nobody:        kind<object>(                                 'campaign.nobody',          422, () => '这个范围内没有符合条件的农户，请检查范围，或先导入农户档案。'),
  closed:        kind<{ day: string }>(                        'campaign.closed',          409, (d) => `这次排查已于 ${d.day} 结束，不能再登记。`),
  gap:           kind<{ gap: number }>(                        'campaign.gap',             409, (d) => `还有 ${d.gap} 户没有排查到，不漏一户一人，补齐后才能结束。`),
  riskMissing:   kind<object>(                                 'campaign.risk_missing',    422, () => '发现风险的，请选择风险类型。'),
  reasonMissing: kind<object>(                                 'campaign.reason_missing',  422, () => '没有找到人或已不在本地的，请写明情况。'),
  notYet:        kind<{ day: string }>(                        'campaign.not_yet',         422, (d) => `走访日期 ${d.day} 不在排查期间，或者还没有到。`),
  unknownRisk:   kind<{ found: string }>(                      'campaign.unknown_risk',    422, (d) => `没有风险类型“${d.found}”，请从列表中选择。`),
  officer:       kind<{ id: number }>(                         'campaign.officer',         422, (d) => `本辖区没有编号为 ${d.id} 的在用用户，请从名单里选择。`),
  notOurs:       kind<{ file: string }>(                       'campaign.not_our_workbook', 422, (d) => `“${d.file}”不是从本次排查下载的花名册。请先下载花名册，填写后再传回。`),
  oneWorkbook:   kind<{ found: number }>(                      'campaign.one_workbook',    422, (d) => `请上传一个 .xlsx 花名册，现收到 ${d.found} 个文件。`),
  badCursor:     kind<object>(                                 'campaign.bad_cursor',      400, () => '翻页位置无效，请从第一页重新打开。'),
  tooManyRows:   kind<{ most: number }>(                       'campaign.too_many_rows',   422, (d) => `花名册超过 ${d.most} 行，请分村填写后传回。`),
  unknownResult: kind<{ found: string; allowed: readonly string[] }>('campaign.unknown_result', 422, (d) => `排查结果“${d.found}”不能识别，请填${d.allowed.join('、')}之一。`),
} as const

/** What the constraints of this part guard. */
export const campaignConstraintWords = {
  campaigns_division: '排查范围的区划代码',
  campaigns_name: '排查名称',
  campaigns_scope: '排查对象',
  campaigns_period: '排查起止日期',
  campaign_households_state: '排查结果',
  campaign_households_once: '同一户在一次排查里只有一行',
  campaign_households_checked: '走访日期',
  rule_worth_county: '县级区划代码',
  rule_worth_verdict: '规则得失',
} as const
