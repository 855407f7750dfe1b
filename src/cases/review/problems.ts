/** What cannot be done about meetings, notices, objections and comparisons, in words an officer can act on. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const reviewProblems = {
  nothingToJudge:  kind<{ village: string }>(                'review.nothing_to_judge',   409, (d) => `${d.village}现在没有等待民主评议的农户，不用开会。`),
  meetingSealed:   kind<{ on: string }>(                     'review.meeting_sealed',     409, (d) => `会议记录已于 ${d.on} 签字封存，不能再改。有出入的，请在有关农户的事项上写明，必要时重新评议。`),
  meetingOpen:     kind<object>(                             'review.meeting_open',       409, () => '会议记录还没有签字封存，不能办理各户的结果。'),
  notReady:        kind<{ faults: string[] }>(               'review.not_ready',          422, (d) => `会议记录还不能封存：${d.faults.slice(0, 10).join('；')}${d.faults.length > 10 ? `；共 ${d.faults.length} 处` : ''}。`),
  notInMeeting:    kind<{ names: string[] }>(                'review.not_in_meeting',     422, (d) => `${d.names.join('、')}不在本村等待评议的农户中，或已由另一次会议评议。请刷新名单。`),
  wrongKind:       kind<{ found: string }>(                  'review.wrong_kind',         422, (d) => `没有“${d.found}”这类参会人员，请从清单中选择。`),
  nothingToPost:   kind<{ names: string[] }>(                'review.nothing_to_post',    409, (d) => `${d.names.length === 0 ? '没有选择农户' : `${d.names.join('、')}现在不需要这种公示公告`}，请刷新后再办。`),
  noPhoto:         kind<{ what: string }>(                   'review.no_photo',           422, (d) => `请拍一张${d.what}的照片一并上传。`),
  noticeState:     kind<{ state: string; action: string }>(  'review.notice_state',       409, (d) => `这张公示现在是“${d.state}”，不能“${d.action}”。`),
  postedAhead:     kind<{ today: string; from: string }>(    'review.posted_ahead',       422, (d) => `张贴日期须在 ${d.from} 至 ${d.today} 之间，请核对。`),
  tooEarlyToEnd:   kind<{ until: string }>(                  'review.too_early_to_end',   409, (d) => `公示须满至 ${d.until}（张贴当日不计），请在次日拍照收起。`),
  notOnNotice:     kind<{ state: string }>(                  'review.not_on_notice',      409, (d) => `这一户现在是“${d.state}”，不在公示期内，不能登记异议。情况不实的，请在事项上写明，由乡镇核查。`),
  objectionDone:   kind<{ by: string; as: string }>(         'review.objection_done',     409, (d) => `这条异议已由${d.by}办结（${d.as}）。`),
  objectionOpen:   kind<object>(                             'review.objection_open',     409, () => '异议还没有核查结论，请先办结再答复。'),
  sameHandler:     kind<{ did: string }>(                    'review.same_handler',       403, (d) => `您${d.did}，异议须由另一位同事核查。`),
  noObjector:      kind<object>(                             'review.no_objector',        409, () => '反映人没有留下姓名和联系方式。'),
  explained:       kind<{ by: string }>(                     'review.explained',          409, (d) => `这条提示已由${d.by}说明过了，请刷新查看。`),
  wrongReason:     kind<{ found: string }>(                  'review.wrong_reason',       422, (d) => `没有“${d.found}”这种说明，请从清单中选择。`),
  comparing:       kind<object>(                             'review.comparing',          409, () => '这一户正在比对，请稍候。'),
  notComparable:   kind<{ state: string }>(                  'review.not_comparable',     409, (d) => `这一户现在是“${d.state}”，不需要比对资产数据。`),
} as const

/** What the constraints of this part guard. */
export const reviewConstraintWords = {
  review_meetings_village: '行政村代码',
  review_meetings_client_key: '会议的本机编号',
  review_meetings_total: '应到村民代表人数',
  review_meetings_once: '同一次会议',
  review_meetings_sealed: '会议记录的封存',
  meeting_votes_agree: '同意票数',
  meeting_votes_disagree: '不同意票数',
  meeting_votes_abstain: '弃权票数',
  review_notices_village: '行政村代码',
  review_notices_kind: '公示公告的种类',
  review_notices_office: '受理异议的单位',
  review_notices_phone: '受理异议的电话',
  review_notices_posted: '张贴日期和照片',
  review_notices_ended: '收起日期和照片',
  notice_cases_one_running: '这一户还没有收起的公示或公告（请先在公示栏拍照收起）',
  objections_way: '反映方式',
  objections_text: '反映内容',
  objections_decided: '核查结论',
  objections_answered: '答复',
  asset_comparisons_one_waiting: '这一户正在进行的比对',
  asset_flags_explained: '对提示的说明',
} as const
