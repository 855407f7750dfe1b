/** The fields a file has, by block, as policy defines them. */
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, ok } from '../../api/client.ts'

export type Field = Answer<'/api/v1/register/fields'>['items'][number]

/** Shown elsewhere on the page, or changed only through an event. */
const elsewhere = new Set(['name', 'group_name', 'person_number', 'relation_to_head'])

export function useAllFields(): Field[] {
  const asked = useQuery({ queryKey: ['register-fields'], queryFn: () => ok(api.GET('/api/v1/register/fields')), staleTime: 3_600_000 })
  return asked.data?.items ?? []
}

export function useFields(about: Field['about']): Field[] {
  return useAllFields().filter((field) => field.about === about && !elsewhere.has(field.name))
}

/** In the order in which the blocks first appear. */
export function blocksOf(fields: readonly Field[]): [string, Field[]][] {
  const blocks = new Map<string, Field[]>()
  for (const field of fields) blocks.set(field.block, [...(blocks.get(field.block) ?? []), field])
  return [...blocks]
}

/** A value in words: codes by their labels, money with its unit. */
export function inWords(field: Field, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  if (field.codes.length > 0)
    return value
      .split(',')
      .map((code) => field.codes.find((one) => one.code === code)?.label ?? code)
      .join('、')
  if (field.kind === 'money' && !value.includes('*')) return `${Number(value).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`
  return value
}
