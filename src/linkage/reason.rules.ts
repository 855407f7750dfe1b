/** Why a row was linked, in a sentence for the person who has to stand by it. */
import type { LevelName } from './settings.ts'

export interface LinkDetails {
  /** The name in the row and the name in the register. */
  found?: string | null
  registered?: string | null
  score?: number
}

// prettier-ignore
const sentences: Record<LevelName, string> = {
  id: '证件号码与登记册相同',
  id_repaired: '证件号码去掉空格、引号、全角等书写差异（或由 15 位升为 18 位）后与登记册相同',
  id_truncated: '证件号码后几位被表格软件丢失，前 15 位和姓名与登记册相符',
  id_typo: '证件号码校验不符，错一位或颠倒两位，姓名与登记册相符',
  name_born_village: '姓名、出生日期和村与登记册相同',
  name_phone_village: '姓名、联系电话和村与登记册相同',
  name_variant: '姓名同音、异体或简写，同乡镇，出生日期或联系电话相同',
  probable: '综合姓名、证件号码、出生日期、电话和住址，相符程度达到认定线',
}

/** A score of one at level `probable` is a clerk's decision: computed scores stay below. */
export function reasonText(level: LevelName, details: LinkDetails = {}): string {
  if (level === 'probable' && details.score === 1) return '人工确认'
  const { found, registered, score } = details
  const differs = found && registered && found !== registered ? `；姓名写作“${found}”，登记册为“${registered}”` : ''
  const rated = level === 'probable' && score !== undefined ? `（${score.toFixed(4)}）` : ''
  return `${sentences[level]}${rated}${differs}`
}
