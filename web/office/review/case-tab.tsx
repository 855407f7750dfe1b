/** The review of one case on its page: what the village decided, what hung, who objected, what the departments' files say. */
import { Link } from '@tanstack/react-router'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import { ComparisonBlock, useCaseReview } from './comparisons.tsx'
import { kindLabels, noticeTone } from './notice-words.tsx'
import { ObjectionActions } from './objections.tsx'

export default function ReviewTab({ theCase: { id: caseId } }: { theCase: { id: number } }) {
  const asked = useCaseReview(caseId)
  return (
    <Answered asked={asked}>
      {(review) => (
        <>
          <Block title="民主评议">
            <ul className="lines">
              {review.meetings.map((meeting) => (
                <li key={meeting.id}>
                  <Link className="grow" to="/review/meetings/$id" params={{ id: String(meeting.id) }}>
                    {`${meeting.heldOn} 会议`}
                    {meeting.isSealed ? `　同意 ${meeting.agree} 票，不同意 ${meeting.disagree} 票，弃权 ${meeting.abstain} 票` : ''}
                  </Link>
                  {meeting.refusal ? <span className="faint">{meeting.refusal}</span> : null}
                  <Mark tone={meeting.decision === 'agreed' ? 'green' : 'yellow'}>
                    {meeting.isSealed ? (meeting.decision === 'agreed' ? '通过' : '未通过') : '填写中'}
                  </Mark>
                </li>
              ))}
              {review.meetings.length === 0 ? <li className="faint">还没有评议</li> : null}
            </ul>
          </Block>
          <Block title="公示公告">
            <ul className="lines">
              {review.notices.map((notice) => (
                <li key={notice.id}>
                  <Link className="grow" to="/review/notices/$id" params={{ id: String(notice.id) }}>
                    {`${kindLabels[notice.kind]}　${notice.postedOn ? `${notice.postedOn} 至 ${notice.caseUntil ?? notice.untilOn}` : '还没有张贴'}`}
                  </Link>
                  <Mark tone={noticeTone[notice.state]}>{notice.caseState}</Mark>
                </li>
              ))}
              {review.notices.length === 0 ? <li className="faint">还没有公示</li> : null}
            </ul>
          </Block>
          {review.objections.length > 0 ? (
            <Block title="异议">
              <ul className="lines">
                {review.objections.map((objection) => (
                  <li key={objection.id}>
                    <span className="grow">
                      {`${objection.receivedOn} ${objection.way}：${objection.text}`}
                      <span className="faint">{`　${objection.stateLabel}${objection.finding ? `：${objection.finding}` : ''}`}</span>
                    </span>
                    <ObjectionActions objection={objection} />
                  </li>
                ))}
              </ul>
            </Block>
          ) : null}
          <ComparisonBlock caseId={caseId} review={review} />
        </>
      )}
    </Answered>
  )
}
