/** Policy as it is in force: numbers with their history and basis, rules in plain words, the documents behind them. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useAddress } from '../../parts/address-state.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Changes } from './changes.tsx'
import { Law } from './law.tsx'
import { Parameters } from './parameters.tsx'
import { Rules } from './rules.tsx'

export interface Asked {
  division?: string
  on?: string
}

export default function Policy() {
  const [state, setState] = useAddress()
  const asked: Asked = { ...(state.division ? { division: state.division } : {}), ...(state.on ? { on: state.on } : {}) }
  const tabs = [
    { key: 'parameters', label: '参数', children: <Parameters asked={asked} /> },
    { key: 'rules', label: '规则', children: <Rules asked={asked} /> },
    { key: 'law', label: '文件依据', children: <Law /> },
    { key: 'changes', label: '本地调整', children: <Changes /> },
  ]
  return (
    <Page
      title="政策与参数"
      hint="每个数都有起始日期和依据；本地没有规定的，按上级的执行。调整由一人提出、另一人批准。"
      actions={
        <>
          <DatePicker
            aria-label="哪一天的政策"
            value={state.on ? dayjs(state.on) : null}
            placeholder="今天的政策"
            onChange={(day) => setState({ on: day?.format('YYYY-MM-DD') })}
          />
          <DivisionPicker value={state.division} onChange={(code) => setState({ division: code })} label="本辖区" deepest={6} />
        </>
      }
    >
      <PageTabs label="政策的内容" tabs={tabs} forget={['after', 'sort', 'find', 'about', 'used', 'state', 'parameter']} />
    </Page>
  )
}
