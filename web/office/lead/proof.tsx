/** The parts of a proof card, drawn the same on the screen and on paper. */

import { Scrolling } from '../../parts/scrolling.tsx'
import { Mark } from '../../parts/words.tsx'
import type { LeadCard } from './page.tsx'

type Evidence = LeadCard['evidence'][number]

function valueInWords({ value, unit }: Evidence): string {
  if (value === null) return '不明'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' ? `${value.toLocaleString('zh-CN')}${unit}` : `${value}${unit}`
}

function thresholdOf({ threshold, comparison, unit }: Evidence): string {
  return threshold === null ? '—' : `${comparison} ${threshold.toLocaleString('zh-CN')}${unit}`
}

export function Values({ lead }: { lead: LeadCard }) {
  return (
    <Scrolling label="数值与标准">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">该户</th>
            <th scope="col">标准</th>
            <th scope="col">标准的依据</th>
          </tr>
        </thead>
        <tbody>
          {lead.evidence.map((item) => (
            <tr key={item.fact + (item.parameter ?? '')}>
              <td>{item.label}</td>
              <td>
                <strong className="number">{valueInWords(item)}</strong>
              </td>
              <td className="number">{thresholdOf(item)}</td>
              <td>
                {item.parameterLabel
                  ? `${item.parameterLabel}${item.parameterSince ? `，${item.parameterSince} 起` : ''}${item.parameterRegion ? `（${item.parameterRegion}）` : ''}。`
                  : null}
                {item.basis.filter((line) => line !== '待县确认').join('；')}
                {item.isProvisional ? <Mark tone="yellow">待县确认</Mark> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** `most` keeps the sheet of paper to one page. */
export function Sources({ lead, most = 20 }: { lead: LeadCard; most?: number }) {
  const shown = lead.sources.slice(0, most)
  const left = lead.sourceCount - shown.length
  return (
    <ul className="sources">
      {shown.map((source) => (
        <li key={`${source.file} ${source.sheet} ${source.row}`}>
          <div className="faint">{`${source.datasetLabel}：${source.file}${source.sheet ? `，${source.sheet}` : ''}，第 ${source.row} 行`}</div>
          {source.cells.length > 0 ? (
            <div className="source-cells">
              {source.cells.map(({ label, value }) => (
                <span key={label}>
                  <span className="faint">{label}</span> {value || '（空）'}
                </span>
              ))}
            </div>
          ) : null}
        </li>
      ))}
      {left > 0 ? <li className="faint">{`另有 ${left} 行，见系统`}</li> : null}
    </ul>
  )
}

export function CounterEvidence({ lead }: { lead: LeadCard }) {
  return (
    <ul className="sources">
      {lead.counterEvidence.map(({ kind, label, value, file, row }) => (
        <li key={`${kind} ${file} ${row}`}>
          {`${label}：${value}`}
          <span className="faint">{`（${file}，第 ${row} 行）`}</span>
        </li>
      ))}
    </ul>
  )
}

export function Rule({ lead }: { lead: LeadCard }) {
  return (
    <>
      <p className="plain">{lead.plain}</p>
      {lead.ruleBasis.length > 0 ? <p className="faint">{`依据：${lead.ruleBasis.join('；')}`}</p> : null}
    </>
  )
}

export function Questions({ lead }: { lead: LeadCard }) {
  return (
    <ol className="questions">
      {lead.questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ol>
  )
}
