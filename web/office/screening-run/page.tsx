/** One run: how far it is, what it read, what it found, and what changed since the run before. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Figure, Figures } from '../../parts/figures.tsx'
import { isAtWork, JobProgress } from '../../parts/job-progress.tsx'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { count } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Run = Answer<'/api/v1/screening/runs/{id}'>

function Counts({ counts }: { counts: NonNullable<Run['counts']> }) {
  return (
    <Figures>
      <Figure
        label="线索"
        value={counts.leads}
        note={`持续 ${count(counts.stillLeads)}，豁免 ${count(counts.exemptLeads)}`}
        to="/leads"
        search={{ tab: 'list' }}
      />
      <Figure label="新增线索" value={counts.newLeads} tone="yellow" to="/leads" search={{ tab: 'list', isNew: 'true' }} />
      <Figure label="消失线索" value={counts.goneLeads} tone="green" note="不再命中，自动核销" />
      <Figure
        label="涉及户"
        value={counts.households}
        note={`红 ${count(counts.red)}，黄 ${count(counts.yellow)}，绿 ${count(counts.green)}`}
        tone="red"
        to="/leads"
      />
      <Figure label="不能判定" value={counts.unknowns} note="缺少数据的户次" to="/leads" search={{ tab: 'unknowns' }} />
      <Figure label="数据质量问题" value={counts.qualityOpen} note={`豁免 ${count(counts.qualityExempt)}`} to="/quality" />
      <Figure label="来源不一致" value={counts.discrepancies} to="/leads" search={{ tab: 'discrepancies' }} />
    </Figures>
  )
}

type RuleLine = Run['rules'][number]
type FileLine = Run['files'][number]

const ruleColumns: WholeColumn<RuleLine>[] = [
  {
    key: 'label',
    title: '规则',
    width: 200,
    phone: 'heading',
    value: ({ label }) => label,
    show: ({ label, ruleId }) => (
      <Link to="/leads" search={{ tab: 'list', rule: ruleId } as never}>
        {label}
      </Link>
    ),
  },
  { key: 'hit', title: '命中', width: 76, align: 'right', value: ({ hit }) => hit, show: ({ hit }) => count(hit) },
  { key: 'clear', title: '未命中', width: 90, align: 'right', value: ({ clear }) => clear, show: ({ clear }) => count(clear) },
  { key: 'unknown', title: '不确定', width: 90, align: 'right', value: ({ unknown }) => unknown, show: ({ unknown }) => count(unknown) },
]

const fileColumns: WholeColumn<FileLine>[] = [
  { key: 'label', title: '数据表', width: 120, value: ({ label }) => label },
  {
    key: 'file',
    title: '文件',
    width: 200,
    phone: 'heading',
    value: ({ file, sheet }) => (sheet ? `${file}（${sheet}）` : file),
  },
  { key: 'rows', title: '行', width: 76, align: 'right', value: ({ rows }) => rows, show: ({ rows }) => count(rows) },
  { key: 'linked', title: '对上的', width: 90, align: 'right', value: ({ linked }) => linked, show: ({ linked }) => count(linked) },
]

function Whole({ run }: { run: Run }) {
  const may = useMay()
  const cancel = useAct(() => ok(api.POST('/api/v1/screening/runs/{id}/cancel', { params: { path: { id: run.id } } })), '正在取消')
  const seconds = Object.values(run.seconds).reduce((sum, part) => sum + part, 0)
  return (
    <Page
      title={`${run.asOf} 的筛查`}
      hint={`${run.askedByName}发起，读取最近 ${run.months} 个月的数据${seconds > 0 ? `，用时 ${seconds.toFixed(1)} 秒` : ''}`}
    >
      {run.state === 'done' ? null : (
        <Block>
          <JobProgress
            state={run.state}
            stateLabel={run.stateLabel}
            words={run.progress}
            startedAt={run.startedAt}
            failure={run.failure}
            {...(may('screening.run') ? { cancel: () => cancel.mutate(undefined) } : {})}
          />
        </Block>
      )}
      {run.warnings.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`有 ${run.warnings.length} 条提示`}
          description={
            <ul>
              {run.warnings.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      {run.counts ? <Counts counts={run.counts} /> : null}
      <div className="columns">
        {run.rules.length > 0 ? (
          <Block title="各规则的结果（户）" className="span-6">
            <WholeTable<RuleLine>
              name="各规则的结果"
              rows={run.rules}
              columns={ruleColumns}
              rowKey={({ ruleId }) => ruleId}
              prefix="rule-"
              empty=""
            />
          </Block>
        ) : null}
        {run.files.length > 0 ? (
          <Block title="用到的文件" className="span-6">
            <WholeTable<FileLine>
              name="用到的文件"
              rows={run.files}
              columns={fileColumns}
              rowKey={({ file, sheet, dataset }) => `${file} ${sheet} ${dataset}`}
              prefix="file-"
              find="文件或数据表"
              empty=""
            />
          </Block>
        ) : null}
      </div>
    </Page>
  )
}

export default function ScreeningRun() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['run', id],
    queryFn: () => ok(api.GET('/api/v1/screening/runs/{id}', { params: { path: { id: Number(id) } } })),
    refetchInterval: ({ state }) => (isAtWork(state.data?.state) ? 1000 : false),
  })
  return <Answered asked={asked}>{(run) => <Whole run={run} />}</Answered>
}
