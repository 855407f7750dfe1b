/** Cells that could not be read, or only with a doubt, one line each. */
import type { Item } from '../../api/client.ts'
import { type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import type { FileDetail } from './page.tsx'

type Row = Item<'/api/v1/files/{id}/issues'>

const columns: OfficeColumn<Row>[] = [
  { key: 'sheet', title: '工作表', width: 130, phone: 'none', show: ({ sheet }) => sheet },
  { key: 'row', title: '行', width: 70, align: 'right', sorts: upFirst('place'), show: ({ row }) => row },
  { key: 'header', title: '列', width: 150, phone: 'heading', sorts: upFirst('header'), show: ({ header }) => header },
  {
    key: 'severity',
    title: '程度',
    width: 80,
    sorts: upFirst('severity'),
    show: ({ severity }) => (severity === 'error' ? <Mark tone="red">不能用</Mark> : <Mark tone="yellow">存疑</Mark>),
  },
  { key: 'found', title: '读到的内容', width: 200, show: ({ found }) => found || '（空）' },
  { key: 'expected', title: '应当是', width: 280, show: ({ expected }) => expected },
]

export function Issues({ file, sheetNo }: { file: FileDetail; sheetNo?: number }) {
  const filters: OfficeFilter[] = [
    {
      kind: 'choice',
      key: 'severity',
      label: '程度',
      choices: [
        { value: 'error', label: '不能用' },
        { value: 'warning', label: '存疑' },
      ],
    },
    {
      kind: 'choice',
      key: 'header',
      label: '列',
      choices: [...new Set(file.sheets.flatMap(({ issueCounts }) => issueCounts.map(({ header }) => header)))].map((value) => ({
        value,
        label: value,
      })),
    },
  ]
  return (
    <OfficeTable<Row>
      name={`${file.name}的问题`}
      path={`/files/${file.id}/issues`}
      columns={columns}
      filters={filters}
      {...(sheetNo === undefined ? {} : { fixed: { sheet: String(sheetNo) } })}
      rowKey={(row) => `${row.sheetNo} ${row.row} ${row.header} ${row.code}`}
      empty="没有发现问题，可以接收。"
    />
  )
}
