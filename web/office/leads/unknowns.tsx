/** Households that a rule could not judge, by what was missing, and how to fill the gap. */
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Answered } from '../../parts/notices.tsx'
import { type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { count } from '../../parts/words.tsx'

type Line = Answer<'/api/v1/screening/unknowns'>['items'][number]

const columns: WholeColumn<Line>[] = [
  { key: 'ruleLabel', title: '规则', width: 180, phone: 'heading', value: ({ ruleLabel }) => ruleLabel },
  { key: 'missing', title: '缺少的数据', width: 260, value: ({ missing }) => missing.join('、') },
  {
    key: 'households',
    title: '不能判定的户',
    width: 120,
    align: 'right',
    value: ({ households }) => households,
    show: ({ households }) => count(households),
  },
  { key: 'remedy', title: '怎么补', width: 320, value: ({ remedy }) => remedy },
]

export function Unknowns() {
  const [state, setState] = useAddress()
  const division = state.division
  const asked = useQuery({
    queryKey: ['unknowns', division],
    queryFn: () => ok(api.GET('/api/v1/screening/unknowns', { params: { query: division ? { division } : {} } })),
  })
  return (
    <Answered asked={asked}>
      {({ items }) => (
        <WholeTable<Line>
          name="因缺少数据不能判定的户"
          rows={items}
          columns={columns}
          rowKey={({ ruleId, missing }) => `${ruleId} ${missing.join()}`}
          find="规则或数据"
          extra={<DivisionPicker value={division} onChange={(code) => setState({ division: code })} label="乡镇或村" />}
          empty={<Beginning>没有不能判定的户。每次筛查都会列出缺什么数据。</Beginning>}
        />
      )}
    </Answered>
  )
}
