/** The filters of the lead queue, the same by household and by lead. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { OfficeFilter } from '../../parts/table/definition.ts'

const yesNo = (yes: string, no: string) => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
]

/** Rules by name, for choosing one. */
export function useRuleChoices(): { value: string; label: string }[] {
  const rules = useQuery({
    queryKey: ['rules'],
    queryFn: () => ok(api.GET('/api/v1/policy/rules', { params: { query: {} } })),
    staleTime: 600_000,
  })
  return (rules.data?.items ?? []).map(({ ruleId, label }) => ({ value: ruleId, label }))
}

export function useLeadFilters(): OfficeFilter[] {
  const rules = useRuleChoices()
  return [
    { kind: 'division', key: 'division', label: '乡镇或村', width: 140 },
    {
      kind: 'choice',
      key: 'urgency',
      label: '紧急程度',
      isMany: true,
      width: 130,
      choices: [
        { value: 'red', label: '红色' },
        { value: 'yellow', label: '黄色' },
        { value: 'green', label: '绿色' },
      ],
    },
    {
      kind: 'choice',
      key: 'state',
      label: '状态',
      width: 100,
      choices: [
        { value: 'open', label: '待处理' },
        { value: 'handled', label: '处理中' },
        { value: 'closed', label: '已办结' },
      ],
    },
    { kind: 'choice', key: 'rule', label: '规则', isMany: true, width: 140, choices: rules },
    { kind: 'choice', key: 'isNew', label: '新增', width: 96, choices: yesNo('本次新增', '以前已有') },
    { kind: 'choice', key: 'monitored', label: '监测对象', width: 112, choices: yesNo('已是监测对象', '不是监测对象') },
    { kind: 'choice', key: 'assignedTo', label: '分派', width: 96, choices: [{ value: 'me', label: '分派给我' }] },
    { kind: 'text', key: 'household', label: '户编号', width: 110 },
  ]
}
