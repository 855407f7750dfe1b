/** Which records an officer types or chooses, and what a typed one must be. */
import type { Policy } from '../policy/index.ts'
import type { JsonObject, JsonValue, RecordKind } from './case-types.ts'

/** Officers type or choose these; everything else is found. */
export const typedRecords = ['visitor', 'risk_factors', 'object_kind', 'clearing_mode', 'opinion', 'reason'] as const
export type TypedRecord = (typeof typedRecords)[number]

export const isTyped = (kind: RecordKind): kind is TypedRecord => (typedRecords as readonly string[]).includes(kind)

const longest = 500
const mostRisks = 5

export const riskCodes = (policy: Policy): string[] => Object.keys(policy.codeLists.get('risk')?.codes ?? {})
export const objectKinds = (policy: Policy): string[] => Object.keys(policy.codeLists.get('monitored_kind')?.codes ?? {})

/** What is wanted, where the value is not that; nothing when it is. */
export function wrongTyped(policy: Policy, kind: TypedRecord, value: JsonValue): string | undefined {
  switch (kind) {
    case 'opinion':
    case 'reason':
      return typeof value === 'string' && value.trim().length >= 2 && value.length <= longest ? undefined : `请写 2 至 ${longest} 个字`
    case 'clearing_mode':
      return value === 'assisted' || value === 'natural' ? undefined : '请选择帮扶消除或自然消除'
    case 'object_kind':
      return objectKinds(policy).includes(String(value)) ? undefined : `请从${objectKinds(policy).join('、')}中选择`
    case 'risk_factors': {
      const known = riskCodes(policy)
      const isRight =
        Array.isArray(value) && value.length > 0 && value.length <= mostRisks && value.every((one) => known.includes(String(one)))
      return isRight ? undefined : `请选择 1 至 ${mostRisks} 项风险，最主要的在前`
    }
    case 'visitor':
      return Number.isInteger((value as JsonObject | null)?.officerId) ? undefined : '请选择一名用户'
  }
}
