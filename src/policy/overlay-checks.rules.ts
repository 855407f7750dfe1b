/** Mistakes of regions: what they override does not exist, or the level above does not let them. */
import type { Draft } from './draft.ts'
import type { PolicyError } from './policy-errors.ts'
import { regionsUpwards, valueOn } from './resolve.rules.ts'
import type { DatedValue, Parameter, ParameterOverlay } from './schema.ts'
import type { StrictFile } from './strict-file.ts'

/** Over the parameters and datasets of all regions. */
export function overlayMistakes(draft: Draft): PolicyError[] {
  const parameters = [...draft.regionParameters].flatMap(([path, file]) => {
    const { region, id } = apart(path)
    const national = draft.parameters.get(id)
    if (national !== undefined) return powersExceeded(draft, file, region, id, national.value)
    const isUnread = draft.texts.has(`national/parameters/${id}.yaml`)
    return isUnread ? [] : [file.error([], `全国没有参数“${id}”,地区不能单独设定`)]
  })
  const datasets = [...draft.regionDatasets].flatMap(([path, file]) => {
    const { id } = apart(path)
    return draft.texts.has(`datasets/${id}.yaml`) && id !== 'identity' ? [] : [file.error([], `没有数据表“${id}”`)]
  })
  return [...parameters, ...datasets]
}

function powersExceeded(draft: Draft, file: StrictFile<ParameterOverlay>, region: string, id: string, national: Parameter): PolicyError[] {
  const own = file.value.values
  const above: Record<string, DatedValue>[] = []
  for (const level of regionsUpwards(region).slice(1)) above.push(draft.regionParameters.get(`${level}/${id}`)?.value.values ?? {})
  above.push(national.values)
  const days = [...new Set([own, ...above].flatMap((values) => Object.keys(values)))].sort()
  const reported = new Set<string>()
  return days.flatMap((day) => {
    const mine = valueOn(own, day)
    if (mine === undefined || mine.dated.value === null || reported.has(mine.since)) return []
    const message = exceeded(national.lower_levels_may, mine.dated.value, inForceAbove(above, day), day)
    if (message === undefined) return []
    reported.add(mine.since)
    return [file.error(['values', mine.since, 'value'], message)]
  })
}

function exceeded(
  may: Parameter['lower_levels_may'],
  mine: DatedValue['value'],
  above: DatedValue['value'],
  day: string,
): string | undefined {
  if (may === 'set') return undefined
  if (may === 'nothing') return '上级规定此参数下级不得改动(lower_levels_may: nothing)'
  if (above === null) return undefined
  if (typeof mine !== 'number' || typeof above !== 'number') return '此参数不是数值,不能只许提高或降低'
  if (may === 'raise' && mine < above) return `此参数只可提高:${day} 上级为 ${above},此处为 ${mine}`
  if (may === 'lower' && mine > above) return `此参数只可降低:${day} 上级为 ${above},此处为 ${mine}`
  return undefined
}

/** What would hold if the region said nothing, nearest level first. */
function inForceAbove(above: readonly Record<string, DatedValue>[], day: string): DatedValue['value'] {
  return above.map((values) => valueOn(values, day)?.dated.value ?? null).find((value) => value !== null) ?? null
}

function apart(path: string): { region: string; id: string } {
  const slash = path.indexOf('/')
  return { region: path.slice(0, slash), id: path.slice(slash + 1) }
}
