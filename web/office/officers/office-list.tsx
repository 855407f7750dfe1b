/** Offices: the divisions' own, and departments beside them with the tables they hand in. */
import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useDatasetLabels } from '../../parts/datasets.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash } from '../../parts/words.tsx'

type Office = Item<'/api/v1/offices'>

interface OfficeValues {
  divisionCode: string
  kind: 'government' | 'department'
  name: string
  datasets?: string[]
}

const filters: OfficeFilter[] = [
  { kind: 'text', key: 'name', label: '机构名称' },
  { kind: 'division', key: 'under', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'kind',
    label: '类别',
    choices: [
      { value: 'government', label: '政府、村委会' },
      { value: 'department', label: '部门' },
    ],
  },
]

/** A control of a form around the division picker. */
function FormDivision({ id, value, onChange }: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return (
    <DivisionPicker
      {...(id ? { id } : {})}
      value={value}
      onChange={(code) => onChange?.(code)}
      label="选择行政区划"
      style={{ width: '100%' }}
    />
  )
}

function OfficeForm({ office, isOpen, close }: { office: Office | undefined; isOpen: boolean; close: () => void }) {
  const [form] = Form.useForm<OfficeValues>()
  const kind = Form.useWatch('kind', form) ?? office?.kind
  const labels = useDatasetLabels()
  const save = useAct(
    async ({ name, datasets = [], ...place }: OfficeValues) =>
      office
        ? ok(api.PATCH('/api/v1/offices/{id}', { params: { path: { id: office.id } }, body: { version: office.version, name, datasets } }))
        : ok(api.POST('/api/v1/offices', { body: { ...place, name, datasets, validUntil: null } })),
    '已保存',
    close,
  )
  return (
    <Modal
      title={office ? `修改${office.name}` : '设立机构'}
      open={isOpen}
      onCancel={close}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form<OfficeValues>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={office ?? { kind: 'department', datasets: [] }}
        onFinish={(values) => save.mutate(values)}
      >
        {office ? null : (
          <>
            <Form.Item name="kind" label="类别">
              <Radio.Group
                options={[
                  { value: 'department', label: '部门' },
                  { value: 'government', label: '政府、村委会' },
                ]}
              />
            </Form.Item>
            <Form.Item name="divisionCode" label="所在行政区划（不选为本辖区）">
              <FormDivision />
            </Form.Item>
          </>
        )}
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
        {kind === 'department' ? (
          <Form.Item name="datasets" label="报送的数据表">
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={[...labels].map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

export function OfficeList() {
  const [chosen, setChosen] = useState<Office | 'new' | undefined>()
  const labels = useDatasetLabels()
  const columns: OfficeColumn<Office>[] = [
    { key: 'name', title: '机构', width: 220, phone: 'heading', sorts: upFirst('name'), show: ({ name }) => name },
    {
      key: 'kind',
      title: '类别',
      width: 120,
      sorts: upFirst('kind'),
      show: ({ kind }) => (kind === 'department' ? '部门' : '政府、村委会'),
    },
    {
      key: 'divisionName',
      title: '行政区划',
      width: 150,
      sorts: upFirst('division'),
      show: ({ divisionName, divisionCode }) => divisionName ?? divisionCode,
    },
    {
      key: 'datasets',
      title: '报送的数据表',
      width: 280,
      show: ({ datasets }) => datasets.map((name) => labels.get(name) ?? name).join('、') || dash,
    },
    {
      key: 'validFrom',
      title: '有效期',
      width: 190,
      sorts: downFirst('from'),
      show: ({ validFrom, validUntil }) => `${validFrom} 至 ${validUntil ?? '长期'}`,
    },
    {
      key: 'act',
      title: '操作',
      width: 70,
      show: (office) => (
        <Button type="link" size="small" onClick={() => setChosen(office)}>
          修改
        </Button>
      ),
    },
  ]
  return (
    <>
      <OfficeTable<Office>
        name="机构名单"
        path="/offices"
        columns={columns}
        filters={filters}
        rowKey={({ id }) => String(id)}
        empty="还没有机构。"
        canExport="always"
        extra={<Button onClick={() => setChosen('new')}>设立机构</Button>}
      />
      <OfficeForm office={chosen === 'new' ? undefined : chosen} isOpen={chosen !== undefined} close={() => setChosen(undefined)} />
    </>
  )
}
