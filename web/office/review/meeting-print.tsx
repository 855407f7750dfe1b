/** The paper kit of a meeting: the list to sign, the votes to count, the minutes; for a room without a network and for the signatures. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Answered } from '../../parts/notices.tsx'
import '../lead/print.css'
import { type MeetingAnswer, readMeeting } from './kept.ts'
import './review.css'

const blankRows = 6

function SignIn({ meeting }: { meeting: MeetingAnswer }) {
  const { kinds } = meeting.policy
  const blanks = Array.from({ length: blankRows }, () => ({ name: '', kind: '' }))
  const people = [...meeting.attendance, ...blanks].map((one, at) => ({ ...one, no: at + 1 }))
  return (
    <section className="sheet">
      <h1>{`${meeting.village}民主评议会议签到表`}</h1>
      <p>日期：　　　　年　　月　　日　　　地点：</p>
      <table className="sheet-table">
        <thead>
          <tr>
            {['序号', '姓名', '类别', '签字'].map((word) => (
              <th key={word}>{word}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, kind, no }) => (
            <tr key={no}>
              <td className="narrow">{no}</td>
              <td>{name}</td>
              <td>{kinds[kind]?.label ?? ''}</td>
              <td className="wide" />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{`类别：${Object.values(kinds)
        .map(({ label }) => label)
        .join('、')}。村民代表到会 ${meeting.shares.quorum}% 以上方可开会。`}</p>
    </section>
  )
}

function Counting({ meeting }: { meeting: MeetingAnswer }) {
  return (
    <section className="sheet">
      <h1>{`${meeting.village}民主评议计票表`}</h1>
      <table className="sheet-table">
        <thead>
          <tr>
            {['序号', '户主', '评议事项', '人口', '主要风险', '同意', '不同意', '弃权', '意见'].map((word) => (
              <th key={word}>{word}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meeting.households.map((one, at) => (
            <tr key={one.caseId}>
              <td className="narrow">{at + 1}</td>
              <td>{one.headName}</td>
              <td>{meeting.policy.purposes[one.purpose]}</td>
              <td className="narrow">{one.memberCount}</td>
              <td>{one.risks.join('、')}</td>
              <td>{one.agree ?? ''}</td>
              <td>{one.disagree ?? ''}</td>
              <td>{one.abstain ?? ''}</td>
              <td className="wide">{one.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>监票人：　　　　　　　计票人：　　　　　　　主持人：</p>
      <p className="faint">本表只供会上使用，会后收回存档，不得张贴。</p>
    </section>
  )
}

export default function MeetingPrint() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['review-meeting', Number(id)],
    queryFn: () => readMeeting(Number(id)),
  })
  return (
    <Answered asked={asked}>
      {(meeting) => (
        <main className="paper">
          <div className="no-print paper-bar">
            <Button type="primary" onClick={() => window.print()}>
              打印
            </Button>
            <span className="faint">会前打印签到表和计票表；会后打印记录，签字后拍照上传。</span>
          </div>
          {meeting.sealedAt === null ? (
            <>
              <SignIn meeting={meeting} />
              <Counting meeting={meeting} />
            </>
          ) : null}
          <section className="sheet">
            <pre className="minutes printed">{meeting.minutes}</pre>
            {meeting.digest ? <p className="faint">{`封存摘要 ${meeting.digest}`}</p> : null}
          </section>
        </main>
      )}
    </Answered>
  )
}
