/** The columns with which every list about households begins. */

interface Placed {
  township: string
  village: string
  householdNumber: string
  headName: string
}

export const placeColumns = [
  ['乡镇', (one: Placed) => one.township],
  ['村', (one: Placed) => one.village],
  ['户编号', (one: Placed) => one.householdNumber],
  ['户主', (one: Placed) => one.headName],
] as const
