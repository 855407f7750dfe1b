/** Which office is told when nobody has accepted what came in: the one above the office that should have. */

export const levels = ['village', 'township', 'county', 'prefecture', 'province'] as const
export type Level = (typeof levels)[number]

export const levelLabels: Readonly<Record<Level, string>> = {
  village: '村',
  township: '乡镇',
  county: '县',
  prefecture: '市（州）',
  province: '省',
}

const lengths: Readonly<Record<number, Level>> = { 12: 'village', 9: 'township', 6: 'county', 4: 'prefecture', 2: 'province' }

/** The level of an office by its area; the nation is above all. */
export const levelOf = (area: string): Level => lengths[area.length] ?? 'province'

/** The township accepts what is about its villages, the county what nobody has given to a township yet. */
export const toldAbout = (place: string): Level => (levelOf(place) === 'county' ? 'prefecture' : 'county')
