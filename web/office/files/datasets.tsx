/** What each table must hold: its columns, the headers they are known by, and an empty workbook to fill. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { Answered } from '../../parts/notices.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { type WholeChoice, type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { Mark } from '../../parts/words.tsx'

type Dataset = Answer<'/api/v1/datasets'>['items'][number]

const every = { month: '每月', quarter: '每季', year: '每年', event: '有则报' } as const

function Fields({ dataset }: { dataset: Dataset }) {
  return (
    <Scrolling label="栏目">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">可用的表头写法</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {dataset.fields.map((field) => (
            <tr key={field.name}>
              <td>{field.label}</td>
              <td>{field.headers.join(' / ')}</td>
              <td>{field.recognises ? <Mark tone="blue">必须有</Mark> : field.isIdentity ? <Mark>用于找到人</Mark> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

const columns: WholeColumn<Dataset>[] = [
  {
    key: 'label',
    title: '数据表',
    width: 180,
    phone: 'heading',
    value: ({ label }) => label,
    show: ({ label }) => <strong>{label}</strong>,
  },
  { key: 'department', title: '部门', width: 140, value: ({ department }) => department },
  { key: 'every', title: '报送', width: 90, value: (dataset) => every[dataset.every] },
  { key: 'about', title: '一行是', width: 90, value: ({ about }) => (about === 'person' ? '一个人' : '一户') },
  {
    key: 'fields',
    title: '必须有的栏目',
    width: 320,
    value: ({ fields }) =>
      fields
        .filter(({ recognises }) => recognises)
        .map(({ label }) => label)
        .join('、'),
  },
]

const choices: WholeChoice<Dataset>[] = [
  {
    key: 'every',
    label: '报送',
    choices: Object.entries(every).map(([value, label]) => ({ value, label, holds: (dataset: Dataset) => dataset.every === value })),
  },
]

export function Datasets() {
  const { message } = App.useApp()
  const asked = useQuery({ queryKey: ['datasets'], queryFn: () => ok(api.GET('/api/v1/datasets')), staleTime: 600_000 })
  const save = ({ name, label }: Dataset) =>
    void download(`/api/v1/datasets/${name}/template`, `${label}模板.xlsx`).catch((error: unknown) => message.error(sentenceOf(error)))
  const template: WholeColumn<Dataset> = {
    key: 'template',
    title: '模板',
    width: 96,
    show: (dataset) => (
      <Button size="small" icon={<DownloadOutlined />} onClick={() => save(dataset)} aria-label={`下载${dataset.label}模板`}>
        下载
      </Button>
    ),
  }
  return (
    <Answered asked={asked} rows={10}>
      {({ items }) => (
        <WholeTable<Dataset>
          name="数据表"
          rows={items}
          columns={[...columns, template]}
          rowKey={({ name }) => name}
          find="数据表、部门或栏目"
          choices={choices}
          expand={(dataset) => <Fields dataset={dataset} />}
          empty="没有数据表。"
        />
      )}
    </Answered>
  )
}
