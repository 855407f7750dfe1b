/** Which number formats show a day or a time; the value alone does not say. */

export type NumberMeaning = 'number' | 'day' | 'time' | 'duration'

/** Ids that programs never write out: dates everywhere, and those that mean a date in Chinese, Japanese and Korean versions. */
const builtinDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const builtinTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56])
const builtinDurations = new Set([46])

/** What a number under a built-in format id means. */
export function meaningOfFormatId(id: number): NumberMeaning {
  if (builtinDays.has(id)) return 'day'
  if (builtinTimes.has(id)) return 'time'
  return builtinDurations.has(id) ? 'duration' : 'number'
}

/** What a number under a format code such as `yyyy"年"m"月"` means; only the part for positive numbers counts. */
export function meaningOfFormatCode(code: string): NumberMeaning {
  const bare = code.replace(/"[^"]*"?|[\\!_*]./g, '')
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'duration'
  const tokens = bare
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]!
    .replace(/general|g\/通用格式|standard|a\/p|am\/pm|上午\/下午/gi, '')
  if (/[yd]|aaa/i.test(tokens)) return 'day'
  if (/[hs]/i.test(tokens)) return 'time'
  if (/m/i.test(tokens)) return 'day'
  return /e/i.test(tokens) && !/[0#?]/.test(tokens) ? 'day' : 'number'
}
