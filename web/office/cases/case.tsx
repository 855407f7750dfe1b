/** One help matter: where it stands, what may be done next, what belongs to it, and how it came here. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Suspense } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Facts, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { CaseAttachments } from './attachments.tsx'
import { CaseHistory, Deadlines } from './history.tsx'
import { CaseMembers } from './members.tsx'
import { CaseMore } from './more.tsx'
import { NextMoves } from './moves.tsx'
import { CaseSteps } from './steps.tsx'
import { caseTabs } from './tabs.tsx'
import { CaseMarks, Due } from './words.tsx'
import './cases.css'

export type CaseCard = Answer<'/api/v1/cases/{id}'>

function Head({ theCase }: { theCase: CaseCard }) {
  return (
    <Block>
      <div className="row">
        <CaseMarks line={theCase} />
        {theCase.isOpen ? <Due line={theCase} /> : null}
        {theCase.heldByLabel ? <span className="faint">{`现由${theCase.heldByLabel}级办理`}</span> : null}
        <span className="faint">{`负责人：${theCase.responsible?.name ?? '未指定'}`}</span>
        {theCase.endReason ? <span className="faint">{`理由：${theCase.endReason}`}</span> : null}
      </div>
      <CaseSteps steps={theCase.steps} />
    </Block>
  )
}

function Sources({ theCase }: { theCase: CaseCard }) {
  return (
    <ul className="lines">
      {theCase.channels.map(({ label, sourceKind, sourceId, addedOn, answeredOn, answer }) => (
        <li key={`${sourceKind} ${sourceId}`}>
          <span className="grow">
            {sourceKind === 'lead' ? (
              <Link className="in-text" to="/leads/$id" params={{ id: sourceId }}>
                {label}
              </Link>
            ) : (
              label
            )}
            <span className="faint">{`　${addedOn}`}</span>
            {answer ? <div className="plain">{`已答复（${answeredOn ?? ''}）：${answer}`}</div> : null}
          </span>
          <Mark tone={answeredOn ? 'green' : undefined}>{answeredOn ? '已答复' : '待答复'}</Mark>
        </li>
      ))}
    </ul>
  )
}

function Overview({ theCase }: { theCase: CaseCard }) {
  return (
    <div className="columns">
      <div className="span-8">
        <Block title="情况">
          <Facts
            lines={[
              ['风险', theCase.risks.join('、')],
              ['对象类别', theCase.objectKind],
              ['发起日期', theCase.openedOn],
              ['识别日期', theCase.recognisedOn],
              theCase.clearedOn ? ['消除日期', theCase.clearedOn] : undefined,
              ['户编号', theCase.householdNumber],
            ]}
          />
        </Block>
        <CaseMembers theCase={theCase} />
        <CaseAttachments theCase={theCase} />
      </div>
      <div className="span-4">
        <Block title="期限">
          <Deadlines theCase={theCase} />
        </Block>
        <Block title="来源和答复">
          <Sources theCase={theCase} />
        </Block>
        {theCase.episodes.length > 0 ? (
          <Block title="这一户的其他事项">
            <ul className="lines">
              {theCase.episodes.map(({ id, episode, stateLabel, openedOn }) => (
                <li key={id}>
                  <Link className="grow" to="/cases/$id" params={{ id: String(id) }}>{`第 ${episode} 次（${openedOn}）`}</Link>
                  <Mark>{stateLabel}</Mark>
                </li>
              ))}
            </ul>
          </Block>
        ) : null}
      </div>
    </div>
  )
}

function Whole({ theCase }: { theCase: CaseCard }) {
  const may = useMay()
  const ofParts = caseTabs
    .filter(({ needs, isShown }) => may(needs) && (isShown?.(theCase) ?? true))
    .map(({ key, label, body: Body }) => ({
      key,
      label,
      children: (
        <Suspense fallback={<Skeleton active />}>
          <Body theCase={theCase} />
        </Suspense>
      ),
    }))
  const tabs = [
    { key: 'overview', label: '概况', children: <Overview theCase={theCase} /> },
    ...ofParts,
    { key: 'history', label: `经过（${theCase.events.length}）`, children: <CaseHistory theCase={theCase} /> },
  ]
  return (
    <Page
      title={`${theCase.headName}家的帮扶事项`}
      hint={
        <>
          {`${theCase.township} ${theCase.village}，编号 ${theCase.id}`}
          {'　'}
          <Link to="/households/$id" params={{ id: String(theCase.householdId) }}>
            查看农户档案
          </Link>
        </>
      }
      actions={<CaseMore theCase={theCase} />}
    >
      <Head theCase={theCase} />
      <NextMoves theCase={theCase} />
      <PageTabs label="帮扶事项的内容" tabs={tabs} />
    </Page>
  )
}

export default function Case() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['case', id],
    queryFn: () => ok(api.GET('/api/v1/cases/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(theCase) => <Whole theCase={theCase} />}</Answered>
}
