/** Names of files as officers give them, made fit to be kept and shown. */

/** Bytes: file systems take 255, and words are put behind. */
const longest = 200

/** The last part of the name without signs no file system takes; empty when nothing is left. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .replace(/^(\.|~\$)+/, '')
    .toWellFormed()
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  const signs = [...clean.slice(0, clean.length - ending.length)]
  while (Buffer.byteLength(signs.join('') + ending) > longest) signs.pop()
  return signs.join('') + ending
}

/** The name without its ending, with other words and another ending. */
export function renamed(name: string, words: string, ending: string): string {
  return `${name.replace(/\.[^.]*$/, '')}${words}.${ending}`
}

/** First day of the month after, as months are written. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** What a file system everywhere takes as the name of a file. */
export const plainName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120)

/** Under what name a screening reads a file, and names it as a source: two files may share month, department and name, but not the number. */
export const readingPlace = ({
  fileId,
  month,
  department,
  name,
}: {
  fileId: number
  month: string
  department: string
  name: string
}): string => `${plainName(`${month} ${department} 第${fileId}号`)}/${plainName(name)}`

/** What a screening's name of a file says; nothing for a file that was not handed in through the browser. */
export function readPlace(place: string): { month: string; department: string; fileId: number; name: string } | undefined {
  const [, month, department, fileId, name] = /^(\d{4}-\d{2}) (.*) 第(\d+)号\/(.+)$/.exec(place) ?? []
  if (month === undefined || department === undefined || fileId === undefined || name === undefined) return undefined
  return { month, department, fileId: Number(fileId), name }
}
