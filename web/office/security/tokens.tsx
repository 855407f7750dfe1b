/** Tokens: made for a department's liaison, shown once, with a last day. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Form, Input, Modal, Popconfirm, Select, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useDatasetLabels } from '../../parts/datasets.ts'
import { type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark, Moment } from '../../parts/words.tsx'

type Token = Item<'/api/v1/tokens'>

const filters: OfficeFilter[] = [
  { kind: 'text', key: 'find', label: '系统、联络员或部门', width: 180 },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'valid', label: '有效' },
      { value: 'expired', label: '已到期' },
      { value: 'revoked', label: '已作废' },
    ],
  },
]

interface TokenValues {
  name: string
  officerId: number
  datasets: string[]
  expiresOn: Dayjs
}

/** Liaisons, and the tables their offices hand in. */
function useLiaisons(isOpen: boolean) {
  const officers = useQuery({
    queryKey: ['liaisons'],
    queryFn: () => ok(api.GET('/api/v1/officers', { params: { query: { role: 'department_liaison', limit: 200 } } })),
    enabled: isOpen,
  })
  const offices = useQuery({
    queryKey: ['department-offices'],
    queryFn: () => ok(api.GET('/api/v1/offices', { params: { query: { kind: 'department', limit: 200 } } })),
    enabled: isOpen,
  })
  const datasetsOf = new Map((offices.data?.items ?? []).map(({ id, datasets }) => [id, datasets]))
  return (officers.data?.items ?? []).map(({ id, name, officeName, officeId }) => ({
    id,
    label: `${name}（${officeName}）`,
    datasets: datasetsOf.get(officeId) ?? [],
  }))
}

function NewToken({ isOpen, close, made }: { isOpen: boolean; close: () => void; made: (token: string) => void }) {
  const [form] = Form.useForm<TokenValues>()
  const officerId = Form.useWatch('officerId', form)
  const liaisons = useLiaisons(isOpen)
  const labels = useDatasetLabels()
  const datasets = liaisons.find(({ id }) => id === officerId)?.datasets ?? []
  const create = useAct(
    ({ expiresOn, ...values }: TokenValues) =>
      ok(api.POST('/api/v1/tokens', { body: { ...values, expiresOn: expiresOn.format('YYYY-MM-DD') } })),
    undefined,
    ({ token }) => {
      close()
      made(token)
    },
  )
  return (
    <Modal
      title="开通令牌"
      open={isOpen}
      onCancel={close}
      okText="开通"
      cancelText="取消"
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form<TokenValues>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ expiresOn: dayjs().add(1, 'year').subtract(1, 'day') }}
        onFinish={(values) => create.mutate(values)}
      >
        <Form.Item name="name" label="哪个系统" rules={[{ required: true, whitespace: true, message: '请写明是哪个系统' }]}>
          <Input maxLength={100} placeholder="例如：县医保局结算系统" />
        </Form.Item>
        <Form.Item name="officerId" label="代表哪位联络员" rules={[{ required: true, message: '请选择联络员' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={liaisons.map(({ id, label }) => ({ value: id, label }))}
            notFoundContent="辖区内没有部门联络员"
          />
        </Form.Item>
        <Form.Item name="datasets" label="可报送的数据表" rules={[{ required: true, message: '请至少选择一张' }]}>
          <Select
            mode="multiple"
            options={datasets.map((value) => ({ value, label: labels.get(value) ?? value }))}
            notFoundContent="先选择联络员"
          />
        </Form.Item>
        <Form.Item name="expiresOn" label="用到哪天（最长一年）" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker allowClear={false} disabledDate={(day) => day.isBefore(dayjs(), 'day') || day.isAfter(dayjs().add(1, 'year'))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

export function Tokens() {
  const [isOpen, setOpen] = useState(false)
  const [token, setToken] = useState<string | undefined>()
  const labels = useDatasetLabels()
  const revoke = useAct((id: number) => ok(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })), '已作废')
  const columns: OfficeColumn<Token>[] = [
    { key: 'name', title: '系统', width: 180, phone: 'heading', sorts: upFirst('name'), show: ({ name }) => name },
    {
      key: 'officerName',
      title: '联络员',
      width: 180,
      sorts: upFirst('officer'),
      show: ({ officerName, officeName }) => `${officerName}（${officeName}）`,
    },
    { key: 'datasets', title: '数据表', width: 220, show: ({ datasets }) => datasets.map((name) => labels.get(name) ?? name).join('、') },
    {
      key: 'createdAt',
      title: '开通',
      width: 140,
      phone: 'none',
      sorts: upFirst('id'),
      show: ({ createdAt }) => <Moment at={createdAt} />,
    },
    { key: 'expiresOn', title: '用到', width: 100, sorts: upFirst('expires'), show: ({ expiresOn }) => expiresOn },
    { key: 'lastUsedAt', title: '最近使用', width: 140, sorts: upFirst('used'), show: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
    {
      key: 'act',
      title: '操作',
      width: 80,
      show: ({ id, name, isRevoked, expiresOn }) =>
        isRevoked ? (
          <Mark>已作废</Mark>
        ) : expiresOn < dayjs().format('YYYY-MM-DD') ? (
          <Mark>已到期</Mark>
        ) : (
          <Popconfirm
            title={`作废“${name}”的令牌？该系统随即不能报送。`}
            okText="作废"
            cancelText="取消"
            onConfirm={() => revoke.mutate(id)}
          >
            <Button type="link" size="small" danger>
              作废
            </Button>
          </Popconfirm>
        ),
    },
  ]
  return (
    <>
      <OfficeTable<Token>
        name="系统令牌"
        path="/tokens"
        columns={columns}
        rowKey={({ id }) => String(id)}
        empty="还没有令牌。部门的系统要自动报送数据时，在这里开通。"
        filters={filters}
        canExport="always"
        extra={
          <Button type="primary" onClick={() => setOpen(true)}>
            开通令牌
          </Button>
        }
      />
      <NewToken isOpen={isOpen} close={() => setOpen(false)} made={setToken} />
      <Modal
        title="令牌"
        open={token !== undefined}
        onOk={() => setToken(undefined)}
        onCancel={() => setToken(undefined)}
        okText="已记下"
        cancelButtonProps={{ style: { display: 'none' } }}
        mask={{ closable: false }}
      >
        <div className="stack">
          <Alert type="warning" showIcon title="只显示这一次，请交给该系统的管理人员妥善保存。" />
          <Typography.Text copyable code>
            {token}
          </Typography.Text>
        </div>
      </Modal>
    </>
  )
}
