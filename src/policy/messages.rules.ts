/** What the checkers of YAML and shape say, in Chinese. */
import type { z } from 'zod'

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表([…])',
  object: '键值({…})',
  record: '键值({…})',
  null: 'null',
}

/** The message for a shape that does not fit; messages written in the schema itself take precedence over it. */
export function chineseMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'invalid_value':
      return `须为 ${issue.values.map(String).join('、')} 之一`
    case 'too_small':
      return issue.origin === 'array' ? `至少要有 ${issue.minimum} 项` : `不得小于 ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'array' ? `最多 ${issue.maximum} 项` : `不得大于 ${issue.maximum}`
    case 'invalid_key':
      return issue.issues[0]?.message ?? '键的写法不对'
    case 'invalid_union':
      return '内容不符合允许的任何一种写法'
    case 'invalid_format':
      return '写法不对'
    default:
      return '内容不对'
  }
}

function wrongType(issue: z.core.$ZodRawIssue): string {
  const key = String(issue.path?.at(-1) ?? '')
  const expected = 'expected' in issue ? String(issue.expected) : ''
  if (issue.input === undefined) return key === 'basis' ? '缺少依据(basis)' : `缺少“${key}”`
  if (issue.input === null && (issue.path ?? []).length === 0) return '文件是空的'
  if (expected === 'string' && typeof issue.input === 'number') return `代码须加引号:"${issue.input}"(不加引号会被当成数字)`
  return `须为${typeNames[expected] ?? expected}`
}

const yamlMessages: Record<string, string> = {
  DUPLICATE_KEY: '键重复',
  TAB_AS_INDENT: '缩进只能用空格,不能用制表符',
  BAD_INDENT: '缩进不对,或括号没有合上',
  MULTIPLE_DOCS: '一个文件里只能有一份内容(不能有 ---)',
  MISSING_CHAR: '缺少引号、括号或冒号',
  UNEXPECTED_TOKEN: '此处多出内容',
  BLOCK_AS_IMPLICIT_KEY: '缩进或冒号有误',
}

/** The message for a text that is not YAML at all. */
export function yamlMessage(code: string): string {
  return yamlMessages[code] ?? `不是正确的 YAML(${code})`
}
