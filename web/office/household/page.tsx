/** One household, one file: who belongs to it, how it stands, and everything that happened to it, as of any day. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Answered } from '../../parts/notices.tsx'
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Mark } from '../../parts/words.tsx'
import { BeginFromHousehold } from '../cases/begin.tsx'
import { useMay } from '../frame/session.ts'
import { Statement } from '../joint/statement.tsx'
import { DepartmentRows } from './department-rows.tsx'
import { EditHousehold } from './edit.tsx'
import { Events } from './events.tsx'
import { History } from './history.tsx'
import { HouseholdFields } from './household-fields.tsx'
import { HouseholdLeads } from './leads.tsx'
import { Looks } from './looks.tsx'
import { Members } from './members.tsx'

export type HouseholdFile = Answer<'/api/v1/register/households/{id}'>

function AsOf({ file }: { file: HouseholdFile }) {
  const [state, setState] = useAddress()
  return (
    <span className="row">
      <span className="faint">查看某天的情况</span>
      <DatePicker
        aria-label="查看某天的情况"
        value={dayjs(file.asOf)}
        allowClear={false}
        disabledDate={(day) => day.isAfter(dayjs()) || day.isBefore(dayjs(file.knownFrom), 'day')}
        onChange={(day) => setState({ asOf: day && !day.isSame(dayjs(), 'day') ? day.format('YYYY-MM-DD') : undefined })}
        style={{ width: 130 }}
      />
      {state.asOf ? <Button onClick={() => setState({ asOf: undefined })}>回到今天</Button> : null}
    </span>
  )
}

function Marks({ file }: { file: HouseholdFile }) {
  return (
    <span className="marks">
      {file.householdKind ? <Mark>{file.householdKind}</Mark> : null}
      {file.monitoredKind ? <Mark tone="blue">{file.monitoredKind}</Mark> : null}
      {file.isMonitored ? <Mark tone="red">监测中</Mark> : file.monitoredKind ? <Mark tone="green">风险已消除</Mark> : null}
      {file.isPresent ? null : <Mark>整户已不在</Mark>}
      <span className="faint">{`${file.township} ${file.village} ${file.groupName}，户编号 ${file.householdNumber}，${file.memberCount} 人`}</span>
    </span>
  )
}

function Whole({ file, asOf }: { file: HouseholdFile; asOf: string | undefined }) {
  const may = useMay()
  const isNow = asOf === undefined
  const canChange = isNow && may('register.change')
  const tabs = [
    { key: 'members', label: `成员（${file.members.length}）`, children: <Members file={file} canChange={canChange} /> },
    { key: 'household', label: '家庭情况', children: <HouseholdFields file={file} /> },
    { key: 'income', label: '收入支出', children: <Statement householdId={file.id} canChange={canChange} /> },
    ...(may('lead.read')
      ? [
          { key: 'leads', label: '线索与质量', children: <HouseholdLeads file={file} /> },
          { key: 'rows', label: '部门数据', children: <DepartmentRows file={file} /> },
        ]
      : []),
    { key: 'history', label: '经过', children: <History file={file} canChange={canChange} /> },
    ...(may('audit.read') ? [{ key: 'looks', label: '谁看过', children: <Looks file={file} /> }] : []),
  ]
  return (
    <Page
      title={`${file.headName || '（无户主）'}家`}
      hint={<Marks file={file} />}
      actions={
        <>
          <AsOf file={file} />
          {isNow && file.isPresent ? <BeginFromHousehold householdId={file.id} /> : null}
          {canChange ? <EditHousehold file={file} /> : null}
          {canChange ? <Events file={file} /> : null}
        </>
      }
    >
      {isNow ? null : <Alert type="info" showIcon style={{ marginBottom: 12 }} title={`这是 ${file.asOf} 当天的情况，只能查看。`} />}
      {file.openDifferences > 0 && may('register.load') ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={
            <>
              {`与全国系统有 ${file.openDifferences} 处不一致，`}
              <Link to="/differences" search={{ household: String(file.id) } as never}>
                去处理
              </Link>
            </>
          }
        />
      ) : null}
      <PageTabs label="一户一档的内容" tabs={tabs} forget={['after', 'sort', 'find', 'dataset']} />
    </Page>
  )
}

export default function Household() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [state] = useAddress()
  const asOf = state.asOf
  const asked = useQuery({
    queryKey: ['household', id, asOf],
    queryFn: () => ok(api.GET('/api/v1/register/households/{id}', { params: { path: { id: Number(id) }, query: asOf ? { asOf } : {} } })),
  })
  return <Answered asked={asked}>{(file) => <Whole file={file} asOf={asOf} />}</Answered>
}
