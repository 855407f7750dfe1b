/** One sheet as it was recognised; the table it is taken for and the meaning of its columns can be put right. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { count, dash, Facts, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { FileDetail } from './page.tsx'

type HandedInSheet = FileDetail['sheets'][number]
const unread = '—'

/** What the officer has chosen and not yet sent. */
function useChoice(file: FileDetail, sheet: HandedInSheet) {
  const [dataset, setDataset] = useState<string | null | undefined>(undefined)
  const [columns, setColumns] = useState<Record<string, string | null>>({})
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: () => ok(api.GET('/api/v1/datasets')), staleTime: 600_000 })
  const reset = () => {
    setDataset(undefined)
    setColumns({})
  }
  const save = useAct(
    () =>
      ok(
        api.PUT('/api/v1/files/{id}/sheets/{no}', {
          params: { path: { id: file.id, no: sheet.no } },
          body: {
            version: file.version,
            dataset: dataset === undefined ? sheet.chosenDataset : dataset,
            columns: { ...(dataset === undefined ? sheet.chosenColumns : {}), ...columns },
          },
        }),
      ),
    '已按您的指定重新读取，下次同样的表头会照此办理',
    reset,
  )
  const shown = dataset === undefined ? sheet.dataset : dataset
  const isChanged = dataset !== undefined || Object.keys(columns).length > 0
  return { datasets: datasets.data?.items ?? [], dataset: shown, setDataset, columns, setColumns, isChanged, reset, save }
}

function Columns({ sheet, choice, canChange }: { sheet: HandedInSheet; choice: ReturnType<typeof useChoice>; canChange: boolean }) {
  const fields = choice.datasets.find(({ name }) => name === choice.dataset)?.fields ?? []
  const options = [{ value: unread, label: '不读这一列' }, ...fields.map(({ name, label }) => ({ value: name, label }))]
  return (
    <Scrolling label="列的含义">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">表头（原样）</th>
            <th scope="col">读作</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => {
            const chosen = choice.columns[column.header]
            const field = chosen === undefined ? column.field : chosen
            return (
              <tr key={column.index}>
                <td>{column.header || '（无表头）'}</td>
                <td>
                  {canChange && column.header ? (
                    <Select
                      size="small"
                      style={{ minWidth: 170 }}
                      aria-label={`“${column.header}”读作`}
                      showSearch={{ optionFilterProp: 'label' }}
                      value={field ?? unread}
                      options={options}
                      onChange={(value: string) =>
                        choice.setColumns({ ...choice.columns, [column.header]: value === unread ? null : value })
                      }
                    />
                  ) : (
                    (column.label ?? dash)
                  )}
                </td>
                <td>
                  {column.isChosen ? <Mark tone="blue">人工指定</Mark> : field === null ? <span className="faint">不参与筛查</span> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolling>
  )
}

export function Sheet({ file, sheet }: { file: FileDetail; sheet: HandedInSheet }) {
  const may = useMay()
  const choice = useChoice(file, sheet)
  const canChange = may('file.hand_in') && (file.state === 'read' || file.state === 'unreadable')
  const missing = sheet.missing.filter(({ recognises }) => !recognises)
  return (
    <div className="columns">
      <Block title="识别结果" className="span-5">
        <div className="stack">
          <div className="row">
            <span>数据表</span>
            {canChange ? (
              <Select
                style={{ minWidth: 220 }}
                aria-label="数据表"
                showSearch={{ optionFilterProp: 'label' }}
                value={choice.dataset ?? undefined}
                placeholder="没有认出，请指定"
                options={choice.datasets.map(({ name, label }) => ({ value: name, label }))}
                onChange={(value: string) => choice.setDataset(value)}
              />
            ) : (
              <strong>{sheet.datasetLabel ?? '未认出'}</strong>
            )}
          </div>
          <p className="plain">{sheet.reason}</p>
          <Facts
            lines={[
              ['表头在', sheet.headerRow ? `第 ${sheet.headerRow} 行` : null],
              ['数据行', count(sheet.rowsIn)],
              ['可用', count(sheet.accepted)],
              ['不能用', count(sheet.rejected)],
              ['月份', sheet.months.map(({ month, rows }) => `${month}（${count(rows)}）`).join('、')],
              ['乡镇', sheet.townships.map(({ name, rows }) => `${name}（${count(rows)}）`).join('、')],
            ]}
          />
          {missing.length > 0 ? (
            <Alert
              type="info"
              showIcon
              title={`没有找到这些栏目：${missing.map(({ label }) => label).join('、')}。需要它们的规则将判为“不确定”。`}
            />
          ) : null}
          {choice.isChanged ? (
            <div className="row">
              <Button type="primary" loading={choice.save.isPending} onClick={() => choice.save.mutate(undefined)}>
                按指定重新读取
              </Button>
              <Button onClick={choice.reset}>还原</Button>
            </div>
          ) : null}
        </div>
      </Block>
      <Block title="列的含义" className="span-7">
        <Columns sheet={sheet} choice={choice} canChange={canChange} />
      </Block>
      {sheet.issueCounts.length > 0 ? (
        <Block title="问题汇总" className="span-12">
          <ul className="lines">
            {sheet.issueCounts.map(({ header, code, severity, cells }) => (
              <li key={header + code}>
                <Mark tone={severity === 'error' ? 'red' : 'yellow'}>{severity === 'error' ? '不能用' : '存疑'}</Mark>
                <span className="grow">{header}</span>
                <span className="number">{count(cells)} 个单元格</span>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
    </div>
  )
}
