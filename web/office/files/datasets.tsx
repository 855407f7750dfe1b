/** What each table must hold: its columns, the headers they are known by, and an empty workbook to fill. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Table } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { Answered } from '../../parts/notices.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
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

export function Datasets() {
  const { message } = App.useApp()
  const asked = useQuery({ queryKey: ['datasets'], queryFn: () => ok(api.GET('/api/v1/datasets')), staleTime: 600_000 })
  const template = (dataset: Dataset) =>
    void download(`/api/v1/datasets/${dataset.name}/template`, `${dataset.label}模板.xlsx`).catch((error: unknown) =>
      message.error(sentenceOf(error)),
    )
  return (
    <Answered asked={asked} rows={10}>
      {({ items }) => (
        <div className="office-table">
          <Table<Dataset>
            size="small"
            pagination={false}
            rowKey="name"
            scroll={{ x: 640 }}
            dataSource={items}
            expandable={{ expandedRowRender: (dataset) => <Fields dataset={dataset} />, columnTitle: <span className="unseen">展开</span> }}
            columns={[
              { title: '数据表', width: 200, render: (_, { label }) => <strong>{label}</strong> },
              { title: '部门', width: 160, render: (_, { department }) => department },
              { title: '报送', width: 110, render: (_, dataset) => every[dataset.every] },
              { title: '一行是', width: 90, render: (_, { about }) => (about === 'person' ? '一个人' : '一户') },
              {
                title: '栏目',
                render: (_, { fields }) =>
                  fields
                    .filter(({ recognises }) => recognises)
                    .map(({ label }) => label)
                    .join('、'),
              },
              {
                title: '模板',
                width: 100,
                render: (_, dataset) => (
                  <Button
                    size="small"
                    icon={<DownloadOutlined />}
                    onClick={() => template(dataset)}
                    aria-label={`下载${dataset.label}模板`}
                  >
                    下载
                  </Button>
                ),
              },
            ]}
          />
        </div>
      )}
    </Answered>
  )
}
