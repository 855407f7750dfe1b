/** Where two sources say different things about one household. */
import type { Item } from '../../api/client.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash, Mark } from '../../parts/words.tsx'

type Row = Item<'/api/v1/screening/discrepancies'>

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'present',
    label: '现状',
    choices: [
      { value: 'true', label: '仍不一致' },
      { value: 'false', label: '已一致' },
    ],
  },
  { kind: 'text', key: 'household', label: '户编号', width: 130 },
]

const shownSources = 3

/** The first sources; a household with many would fill the page. */
function Sources({ sources }: Pick<Row, 'sources'>) {
  const lines = sources.map(({ file, row }) => `${file} 第 ${row} 行`)
  return (
    <span title={lines.join('\n')}>
      {lines.slice(0, shownSources).join('；')}
      {lines.length > shownSources ? <span className="faint">{` 等 ${lines.length} 处`}</span> : null}
    </span>
  )
}

const columns: OfficeColumn<Row>[] = [
  {
    key: 'personName',
    title: '姓名',
    width: 100,
    phone: 'heading',
    sorts: upFirst('person'),
    show: ({ personName, headName }) => personName || (headName ? `${headName}家` : dash),
  },
  { key: 'place', title: '乡镇、村', width: 150, sorts: upFirst('place'), show: ({ township, village }) => `${township} ${village}` },
  { key: 'label', title: '比对', width: 180, sorts: upFirst('comparison'), show: ({ label }) => label },
  { key: 'message', title: '怎么不一致', width: 320, show: ({ message }) => message },
  {
    key: 'sources',
    title: '来源',
    width: 220,
    phone: 'none',
    show: ({ sources }) => <Sources sources={sources} />,
  },
  { key: 'foundOn', title: '发现日期', width: 110, sorts: downFirst('newest'), show: ({ foundOn }) => foundOn },
  {
    key: 'isPresent',
    title: '现状',
    width: 120,
    show: ({ isPresent, goneOn }) =>
      isPresent ? <Mark tone="yellow">仍不一致</Mark> : <Mark tone="green">{`${goneOn ?? ''} 已一致`}</Mark>,
  },
]

export function Discrepancies() {
  return (
    <OfficeTable<Row>
      name="来源不一致"
      path="/screening/discrepancies"
      columns={columns}
      filters={filters}
      rowKey={({ id }) => String(id)}
      empty={<Beginning>没有来源之间的矛盾。每次筛查都会比对。</Beginning>}
    />
  )
}
