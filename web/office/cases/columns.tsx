/** The columns of every list of cases. */
import type { OfficeColumn } from '../../parts/table/definition.ts'
import { dash } from '../../parts/words.tsx'
import { type CaseLine, CaseMarks, Due } from './words.tsx'

export const caseColumns: OfficeColumn<CaseLine>[] = [
  { key: 'due', title: '应办结', width: 140, sorts: { ascend: 'due' }, show: (line) => <Due line={line} /> },
  { key: 'headName', title: '户主', width: 80, phone: 'heading', show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村', width: 150, sorts: { ascend: 'place' }, show: ({ township, village }) => `${township} ${village}` },
  { key: 'state', title: '状态', width: 170, show: (line) => <CaseMarks line={line} /> },
  { key: 'stateSince', title: '进入日期', width: 110, phone: 'none', show: ({ stateSince }) => stateSince },
  { key: 'risks', title: '风险', width: 150, show: ({ risks }) => risks.join('、') || dash },
  { key: 'channel', title: '来源', width: 120, phone: 'none', show: ({ channelLabel }) => channelLabel },
  { key: 'responsible', title: '负责人', width: 90, show: ({ responsible }) => responsible?.name ?? '未指定' },
  { key: 'openedOn', title: '发起日期', width: 110, phone: 'none', sorts: { descend: 'newest' }, show: ({ openedOn }) => openedOn },
]
