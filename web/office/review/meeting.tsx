/** One village meeting: who came, how each household was judged, the minutes, the seal. Goes on without a network. */
import { PrinterOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { minutesOf, quorumOf, resultOf } from '../../../src/cases/review/meeting.rules.ts'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Facts, Mark, Moment } from '../../parts/words.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'
import { WordButton } from '../papers/word-button.tsx'
import { type Draft, type KeptMeeting, type MeetingAnswer, type Saving, useKeptMeeting } from './kept.ts'
import { Pages } from './pictures.tsx'
import './review.css'
import { Roster } from './roster.tsx'
import { Seal } from './seal.tsx'
import { VoteTable } from './votes.tsx'

/** The meeting as the rules speak of it, from what the page holds. */
export function ruled(meeting: MeetingAnswer, draft: Draft) {
  const known = new Map([...meeting.households, ...meeting.joinable].map((one) => [one.caseId, one]))
  const households = draft.votes.flatMap((vote) => {
    const one = known.get(vote.caseId)
    return one ? [{ ...one, ...vote }] : []
  })
  const { attendance, representativesTotal: total, heldOn, place, chair, recorder, discussion } = draft
  const present = attendance.filter(({ isPresent }) => isPresent)
  return { village: meeting.village, heldOn, place, chair, recorder, discussion, total, attendance: present, households }
}

const savingWords: Record<Saving, { tone?: 'green' | 'yellow' | 'red'; words: string }> = {
  saved: { tone: 'green', words: '已保存到服务器' },
  waiting: { words: '已存在本机，正要发送' },
  saving: { words: '正在保存到服务器' },
  offline: { tone: 'yellow', words: '没有网络：已存在本机，恢复后自动发送' },
  conflict: { tone: 'red', words: '别人也改了这次会议' },
  refused: { tone: 'red', words: '服务器没有收下' },
}

function SavingLine({ kept }: { kept: KeptMeeting }) {
  const { saving, refusal } = kept
  return (
    <div aria-live="polite" className="stack">
      <Mark tone={savingWords[saving].tone}>{savingWords[saving].words}</Mark>
      {saving === 'offline' ? (
        <p className="faint">断网时请不要刷新或关闭本页；万一关了，恢复网络后打开这次会议，填过的内容还在。也可以先用纸质表。</p>
      ) : null}
      {saving === 'refused' && refusal ? <Alert type="error" title={refusal} /> : null}
      {saving === 'conflict' ? (
        <Alert
          type="warning"
          title="这次会议在别处也改过。请选择用哪一份。"
          action={
            <div className="row">
              <Button size="small" onClick={kept.takeMine}>
                用本机填的
              </Button>
              <Button size="small" onClick={kept.takeTheirs}>
                用服务器上的
              </Button>
            </div>
          }
        />
      ) : null}
    </div>
  )
}

function Head({ kept: { draft, change } }: { kept: KeptMeeting }) {
  return (
    <Form layout="vertical" className="meeting-head">
      <Form.Item label="会议日期" htmlFor="held-on">
        <DatePicker
          id="held-on"
          value={dayjs(draft.heldOn)}
          allowClear={false}
          onChange={(day) => day && change({ heldOn: day.format('YYYY-MM-DD') })}
        />
      </Form.Item>
      <Form.Item label="地点" htmlFor="place">
        <Input id="place" value={draft.place} maxLength={100} onChange={({ target }) => change({ place: target.value })} />
      </Form.Item>
      <Form.Item label="主持人" htmlFor="chair">
        <Input id="chair" value={draft.chair} maxLength={30} onChange={({ target }) => change({ chair: target.value })} />
      </Form.Item>
      <Form.Item label="记录人" htmlFor="recorder">
        <Input id="recorder" value={draft.recorder} maxLength={30} onChange={({ target }) => change({ recorder: target.value })} />
      </Form.Item>
      <Form.Item label="应到村民代表" htmlFor="total">
        <InputNumber
          id="total"
          value={draft.representativesTotal}
          min={0}
          max={2000}
          suffix="人"
          onChange={(total) => change({ representativesTotal: total ?? 0 })}
        />
      </Form.Item>
    </Form>
  )
}

function Open({ kept, mayWork }: { kept: KeptMeeting; mayWork: boolean }) {
  const { meeting, draft, change } = kept
  const now = ruled(meeting, draft)
  const quorum = quorumOf(meeting.policy, now.attendance, now.total, meeting.shares.quorum)
  return (
    <>
      <Block title="会议" extra={<SavingLine kept={kept} />}>
        <Head kept={kept} />
      </Block>
      <Block
        title="到会人员"
        extra={
          <Mark tone={quorum.isReached ? 'green' : 'yellow'}>
            {`到会代表 ${quorum.present} 人，应到 ${quorum.total} 人，至少 ${quorum.needed} 人；有表决权 ${quorum.voters} 人`}
          </Mark>
        }
      >
        <Roster
          roster={draft.attendance}
          kinds={meeting.policy.kinds}
          change={(attendance) => change(totalled(draft, attendance, meeting))}
        />
        <p className="faint">{`依据：${meeting.basis.join('；')}`}</p>
      </Block>
      <Block title={`逐户评议（${now.households.length} 户）`}>
        <VoteTable meeting={meeting} draft={draft} voters={quorum.voters} change={(votes) => change({ votes })} />
      </Block>
      <Block title="讨论情况">
        <Input.TextArea
          aria-label="讨论情况"
          value={draft.discussion}
          autoSize={{ minRows: 3 }}
          maxLength={5000}
          placeholder="各户情况由程序写入记录，这里只写讨论中的意见。"
          onChange={({ target }) => change({ discussion: target.value })}
        />
      </Block>
      <Block title="会议记录（自动起草）">
        <pre className="minutes">{minutesOf(meeting.policy, now, meeting.shares)}</pre>
      </Block>
      <Block title="照片和签字">
        <Pages
          about="meeting"
          id={meeting.id}
          pages={meeting.pages}
          {...(mayWork ? { address: `/api/v1/review/meetings/${meeting.id}/pages` } : {})}
        />
      </Block>
      {mayWork ? <Seal kept={kept} meeting={now} /> : null}
    </>
  )
}

/** Representatives on the roster are those who should have come, until somebody says another number. */
function totalled(draft: Draft, attendance: Draft['attendance'], { policy }: MeetingAnswer): Partial<Draft> {
  const count = (list: Draft['attendance']) => list.filter(({ kind }) => policy.kinds[kind]?.counts).length
  const followed = draft.representativesTotal === count(draft.attendance) || draft.representativesTotal === 0
  return { attendance, ...(followed ? { representativesTotal: count(attendance) } : {}) }
}

function Sealed({ meeting, mayWork }: { meeting: MeetingAnswer; mayWork: boolean }) {
  const now = ruled(meeting, { ...meeting, votes: meeting.households })
  const { voters } = quorumOf(meeting.policy, now.attendance, now.total, meeting.shares.quorum)
  return (
    <>
      <Block title="封存">
        {meeting.isIntact === false ? (
          <Alert type="error" showIcon title="记录与封存时的摘要不一致，可能被改动过。请立即报告县级系统管理员，从备份核对。" />
        ) : null}
        <Facts
          lines={[
            [
              '封存',
              <>
                <Moment at={meeting.sealedAt} />
                {`　${meeting.sealedBy ?? ''}`}
              </>,
            ],
            [
              '摘要',
              <code key="digest" className="digest">
                {meeting.digest}
              </code>,
            ],
            [
              '核对',
              <Mark key="intact" tone={meeting.isIntact ? 'green' : 'red'}>
                {meeting.isIntact ? '内容与摘要一致' : '不一致'}
              </Mark>,
            ],
          ]}
        />
      </Block>
      <Block title="各户结果">
        <ResultTable meeting={meeting} voters={voters} mayWork={mayWork} />
      </Block>
      <Block title="会议记录">
        <pre className="minutes">{meeting.minutes}</pre>
      </Block>
      <Block title="照片和签字">
        <Pages about="meeting" id={meeting.id} pages={meeting.pages} />
      </Block>
    </>
  )
}

function ResultTable({ meeting, voters, mayWork }: { meeting: MeetingAnswer; voters: number; mayWork: boolean }) {
  const carried = {
    moved: <Mark tone="green">已办理</Mark>,
    waiting: <Mark tone="yellow">待办理</Mark>,
    refused: <Mark tone="red">没有办成</Mark>,
  }
  const isPending = meeting.households.some(({ carriedOut }) => carriedOut !== 'moved')
  return (
    <div className="stack">
      <div className="table-scroll">
        <table className="plain-table" aria-label="各户评议结果">
          <thead>
            <tr>
              {['户主', '评议事项', '同意', '不同意', '弃权', '结果', '办理'].map((word) => (
                <th key={word}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meeting.households.map((one) => (
              <tr key={one.caseId}>
                <td>
                  <Link to="/cases/$id" params={{ id: String(one.caseId) }}>
                    {one.headName}
                  </Link>
                </td>
                <td>{meeting.policy.purposes[one.purpose]}</td>
                <td className="number">{one.agree}</td>
                <td className="number">{one.disagree}</td>
                <td className="number">{one.abstain}</td>
                <td>{resultOf(one, voters, meeting.shares.agree) === 'agreed' ? '通过' : '未通过'}</td>
                <td>
                  {one.carriedOut ? carried[one.carriedOut] : null}
                  {one.refusal ? <div className="faint">{one.refusal}</div> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isPending && mayWork ? <CarryOut id={meeting.id} /> : null}
    </div>
  )
}

function CarryOut({ id }: { id: number }) {
  const again = useAct(
    () => ok(api.POST('/api/v1/review/meetings/{id}/carry-out', { params: { path: { id } } })),
    '已再次办理，请看各户的结果',
  )
  return (
    <div>
      <Button loading={again.isPending} onClick={() => again.mutate(undefined as never)}>
        继续办理
      </Button>
    </div>
  )
}

export default function Meeting() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { officer } = useSignedIn()
  const may = useMay()
  const { asked, kept } = useKeptMeeting(Number(id), officer.id)
  if (!kept) return <Answered asked={asked}>{() => null}</Answered>
  const { meeting } = kept
  const isOpen = meeting.sealedAt === null
  return (
    <Page
      title={`${meeting.village}民主评议会议`}
      hint={`${meeting.township} ${meeting.village}，${kept.draft.heldOn}，${meeting.households.length} 户`}
      actions={
        <>
          <Link to="/review/meetings/$id/print" params={{ id }} target="_blank">
            <Button icon={<PrinterOutlined />}>{isOpen ? '打印纸质表' : '打印会议记录'}</Button>
          </Link>
          <WordButton address={`/api/v1/papers/meetings/${id}`} name={`${meeting.village}民主评议会议记录`} />
        </>
      }
    >
      {isOpen ? <Open kept={kept} mayWork={may('case.visit')} /> : <Sealed meeting={meeting} mayWork={may('case.visit')} />}
    </Page>
  )
}
