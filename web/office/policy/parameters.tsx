/** The numbers in force, from when, by whose decision, and what they were before. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { type WholeChoice, type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { dash, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { Asked } from './page.tsx'
import { ProposeChange } from './propose.tsx'
import { type Parameter, valueInWords } from './value.ts'

function History({ parameter }: { parameter: Parameter }) {
  const may = useMay()
  return (
    <div className="stack">
      {parameter.history.length > 0 ? (
        <Scrolling label={`${parameter.label}的历史`}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">地区</th>
                <th scope="col">自</th>
                <th scope="col">值</th>
                <th scope="col">依据</th>
              </tr>
            </thead>
            <tbody>
              {parameter.history.map((line) => (
                <tr key={line.region + line.since}>
                  <td>{line.regionLabel}</td>
                  <td className="number">{line.since}</td>
                  <td>
                    {line.value === null ? '不再另行规定' : valueInWords(line.value, line.unit)}{' '}
                    {line.isInForce ? <Mark tone="green">现行</Mark> : null}
                  </td>
                  <td>
                    {line.basis.join('；')}
                    {line.note ? <span className="faint">{`（${line.note}）`}</span> : null}
                    {line.change ? <div className="faint">{`${line.change.proposedBy}提出，${line.change.approvedBy}批准`}</div> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      ) : null}
      {parameter.note ? <p className="faint">{parameter.note}</p> : null}
      <p className="faint">{`下级可否调整：${parameter.lowerLevelsMayLabel}。最近核对：${parameter.reviewedOn}。`}</p>
      {parameter.usedBy.length > 0 ? <p className="faint">{`用于规则：${parameter.usedBy.map(({ label }) => label).join('、')}`}</p> : null}
      <span className="row">
        {may('policy.change') && parameter.lowerLevelsMay !== 'nothing' ? <ProposeChange parameter={parameter} /> : null}
        {parameter.waiting > 0 ? (
          <Link to="/policy" search={{ tab: 'changes', parameter: parameter.key, state: 'proposed' } as never}>
            {`看待批准的调整（${parameter.waiting}）`}
          </Link>
        ) : null}
        {may('screening.run') && typeof parameter.value === 'number' && parameter.usedBy.length > 0 ? (
          <Link to="/trial" search={{ key: parameter.key } as never}>
            试算
          </Link>
        ) : null}
      </span>
    </div>
  )
}

const columns: WholeColumn<Parameter>[] = [
  { key: 'label', title: '参数', width: 260, phone: 'heading', value: ({ label }) => label },
  {
    key: 'value',
    title: '现行值',
    width: 160,
    value: ({ value, unit }) => valueInWords(value, unit),
    show: ({ value, unit, waiting }) => (
      <>
        {value === null ? <span className="faint">未录入</span> : <strong className="number">{valueInWords(value, unit)}</strong>}{' '}
        {waiting > 0 ? <Mark tone="blue">调整待批准</Mark> : null}
      </>
    ),
  },
  { key: 'since', title: '自', width: 110, value: ({ since }) => since, show: ({ since }) => since ?? dash },
  { key: 'region', title: '由谁规定', width: 110, value: ({ region }) => region, show: ({ region }) => region ?? dash },
  {
    key: 'basis',
    title: '依据',
    width: 320,
    value: ({ basis }) => basis.join('；'),
    show: ({ basis, isProvisional }) => (
      <>
        {basis.filter((line) => line !== '待县确认').join('；')} {isProvisional ? <Mark tone="yellow">待县确认</Mark> : null}
      </>
    ),
  },
]

const choices: WholeChoice<Parameter>[] = [
  {
    key: 'about',
    label: '录入情况',
    choices: [
      { value: 'set', label: '已录入', holds: ({ value }) => value !== null },
      { value: 'unset', label: '未录入', holds: ({ value }) => value === null },
      { value: 'provisional', label: '待县确认', holds: ({ isProvisional }) => isProvisional },
    ],
  },
  {
    key: 'used',
    label: '用途',
    choices: [
      { value: 'yes', label: '有规则在用', holds: ({ usedBy }) => usedBy.length > 0 },
      { value: 'no', label: '没有规则用', holds: ({ usedBy }) => usedBy.length === 0 },
    ],
  },
]

export function Parameters({ asked: query }: { asked: Asked }) {
  const asked = useQuery({
    queryKey: ['parameters', query],
    queryFn: () => ok(api.GET('/api/v1/policy/parameters', { params: { query } })),
  })
  return (
    <Answered asked={asked} rows={10}>
      {({ items }) => (
        <WholeTable<Parameter>
          name="政策参数"
          rows={items}
          columns={columns}
          rowKey={({ key }) => key}
          find="参数名称、依据"
          choices={choices}
          expand={(parameter) => <History parameter={parameter} />}
          empty="没有参数。"
        />
      )}
    </Answered>
  )
}
