/** One file handed in: what was recognised and why, what is wrong with it, and what to do with it. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Tabs } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { isAtWork, JobProgress } from '../../parts/job-progress.tsx'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { count, Facts, Moment } from '../../parts/words.tsx'
import { FileActions } from './actions.tsx'
import { Issues } from './issues.tsx'
import { Sheet } from './sheet.tsx'
import { Warnings } from './warnings.tsx'

export type FileDetail = Answer<'/api/v1/files/{id}'>

function What({ file }: { file: FileDetail }) {
  return (
    <Block>
      <Facts
        lines={[
          ['状态', file.stateLabel],
          ['所属月份', file.month],
          ['报送部门', file.department],
          [
            '报送',
            <>
              {`${file.handedInBy} `}
              <Moment at={file.handedInAt} />
            </>,
          ],
          ['数据行', `${count(file.rowsIn)} 行，可用 ${count(file.accepted)}，不能用 ${count(file.rejected)}`],
          ['问题单元格', count(file.issues)],
          file.acceptedAt
            ? [
                '接收',
                <>
                  {`${file.acceptedBy ?? ''} `}
                  <Moment at={file.acceptedAt} />
                </>,
              ]
            : undefined,
          file.withdrawnAt
            ? [
                '撤回',
                <>
                  {`${file.withdrawnBy ?? ''} `}
                  <Moment at={file.withdrawnAt} />
                  {`：${file.withdrawnReason ?? ''}`}
                </>,
              ]
            : undefined,
          file.note ? ['备注', file.note] : undefined,
          file.destroyedAt
            ? [
                '原件',
                <>
                  已按规定于 <Moment at={file.destroyedAt} /> 销毁
                </>,
              ]
            : undefined,
        ]}
      />
    </Block>
  )
}

function Whole({ file }: { file: FileDetail }) {
  const sheets = file.sheets.map((sheet) => ({
    key: String(sheet.no),
    label: [sheet.name, sheet.datasetLabel ?? '未认出'].filter(Boolean).join('：'),
    children: <Sheet file={file} sheet={sheet} />,
  }))
  return (
    <Page
      title={file.name}
      hint={file.datasets.map(({ label }) => label).join('、') || '还没有认出数据表'}
      actions={<FileActions file={file} />}
    >
      {file.state === 'waiting' ? (
        <Block>
          <JobProgress
            state="running"
            stateLabel="正在读取"
            words="系统正在辨认表格并检查每一行，完成后自动显示。"
            startedAt={file.handedInAt}
          />
        </Block>
      ) : null}
      {file.problem ? <Alert type="error" showIcon title={file.problem} style={{ marginBottom: 12 }} /> : null}
      {file.state === 'withdrawn' && file.wasInUse ? (
        <Alert
          type="warning"
          showIcon
          title="撤回前这份文件已用于筛查或档案，请重新筛查，使线索与现有数据一致。"
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <What file={file} />
      <Warnings file={file} />
      {sheets.length > 0 ? (
        <Tabs
          items={[...sheets, { key: 'issues', label: `全部问题（${count(file.issues)}）`, children: <Issues file={file} /> }]}
          destroyOnHidden
        />
      ) : null}
    </Page>
  )
}

export default function File() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['file', id],
    queryFn: () => ok(api.GET('/api/v1/files/{id}', { params: { path: { id: Number(id) } } })),
    refetchInterval: ({ state }) => (isAtWork(state.data?.state) ? 1500 : false),
  })
  return <Answered asked={asked}>{(file) => <Whole file={file} />}</Answered>
}
