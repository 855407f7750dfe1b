/** Many accounts from one workbook: checked first, opened when one has looked at the preview. */
import { DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Drawer, Table } from 'antd'
import { useState } from 'react'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { send } from '../../api/upload.ts'
import { useAct } from '../../parts/act.ts'
import { saveText } from '../../parts/save-text.ts'
import { UploadBox } from '../../parts/upload-box.tsx'
import { dash } from '../../parts/words.tsx'

interface BulkAnswer {
  preview: boolean
  good: number
  bad: number
  rows: { row: number; name: string; username: string; role: string; office: string; errors: string[]; initialPassword: string | null }[]
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

function Rows({ answer }: { answer: BulkAnswer }) {
  return (
    <Table
      size="small"
      rowKey="row"
      pagination={{ pageSize: 50, size: 'small', showSizeChanger: false, hideOnSinglePage: true }}
      dataSource={answer.rows}
      scroll={{ x: 640 }}
      columns={[
        { title: '行', width: 54, render: (_, { row }) => row },
        { title: '姓名', width: 80, render: (_, { name }) => name },
        { title: '用户名', width: 120, render: (_, { username }) => username },
        { title: '角色', width: 120, render: (_, { role }) => role },
        { title: '机构', width: 150, render: (_, { office }) => office },
        {
          title: answer.preview ? '检查' : '初始密码',
          render: (_, { errors, initialPassword }) =>
            errors.length > 0 ? (
              <span className="mark red" style={{ whiteSpace: 'normal' }}>
                {errors.join('；')}
              </span>
            ) : (
              (initialPassword ?? (answer.preview ? '可以开通' : dash))
            ),
        },
      ]}
    />
  )
}

/** The first passwords as a list to hand out, kept nowhere else. */
function savePasswords({ rows }: BulkAnswer): void {
  const lines = rows.filter(({ initialPassword }) => initialPassword !== null)
  saveText(
    '初始密码.csv',
    [
      '姓名,用户名,机构,初始密码',
      ...lines.map((row) => [row.name, row.username, row.office, row.initialPassword ?? ''].map(cell).join(',')),
    ].join('\r\n'),
  )
}

/** What the check found, or what was opened. */
function Outcome({ answer, isBusy, openAll }: { answer: BulkAnswer; isBusy: boolean; openAll: () => void }) {
  const { preview, good, bad } = answer
  return (
    <>
      <Alert
        type={bad > 0 ? 'warning' : 'success'}
        showIcon
        title={preview ? `${good} 人可以开通，${bad} 行有错误` : `已开通 ${good} 人，${bad} 行没有开通`}
        action={
          preview ? (
            <Button type="primary" size="small" loading={isBusy} disabled={good === 0} onClick={openAll}>
              {`开通 ${good} 人`}
            </Button>
          ) : (
            <Button size="small" onClick={() => savePasswords(answer)}>
              保存初始密码（只此一次）
            </Button>
          )
        }
      />
      <Rows answer={answer} />
    </>
  )
}

function FromWorkbook() {
  const { message } = App.useApp()
  const [file, setFile] = useState<File | undefined>()
  const [answer, setAnswer] = useState<BulkAnswer | undefined>()
  const open = useAct(
    (workbook: File) => send<BulkAnswer>('/api/v1/officers/bulk', [workbook], { preview: 'false' }, () => undefined).answer,
    undefined,
    setAnswer,
  )
  const template = () =>
    void download('/api/v1/officers/template', '批量开通账号模板.xlsx').catch((error: unknown) => message.error(sentenceOf(error)))
  return (
    <div className="stack">
      <div className="row">
        <Button icon={<DownloadOutlined />} onClick={template}>
          下载模板
        </Button>
        <span className="faint">角色和机构在模板里选择，一次最多 500 人。</span>
      </div>
      <UploadBox<BulkAnswer>
        address="/api/v1/officers/bulk"
        fields={{ preview: 'true' }}
        accept=".xlsx"
        words="选择填好的模板，先检查，不会马上开通"
        done={setAnswer}
        chosen={setFile}
      />
      {answer ? <Outcome answer={answer} isBusy={open.isPending} openAll={() => file && open.mutate(file)} /> : null}
    </div>
  )
}

export function Bulk() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>批量开通</Button>
      <Drawer title="批量开通账号" open={isOpen} size={760} onClose={() => setOpen(false)} destroyOnHidden>
        <FromWorkbook />
      </Drawer>
    </>
  )
}
