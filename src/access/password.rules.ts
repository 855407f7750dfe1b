/** What a password must be: long enough, mixed, not the user name, and none of those everybody tries first. */

const leastLength = 10
/** From this length on a sentence will do, whatever it is made of. */
const sentenceLength = 20
const longest = 128

/** Folded to lower case without marks; a password that is one of these with digits and marks around it is refused too. */
const commonWords = new Set(
  `password passw0rd p@ssword p@ssw0rd admin administrator root guest test user welcome login letmein master secret
  qwerty qwertyuiop qwer qwe asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz 1qaz2wsx 1q2w3e 1q2w3e4r q1w2e3r4 zaq1xsw2
  abc abcd abcde abcdef aaa aaaa aaaaa iloveyou woaini woaini1314 wodemima mima nihao zhongguo china beijing
  fupin xianjie tuopin xiangcun zhenxing xiangcunzhenxing jiance bangfu fangzhifanpin guizhou huawei dragon monkey sunshine football`.split(
    /\s+/,
  ),
)

/** All faults at once, in the officer's words; none when the password may be used. */
export function passwordFaults(password: string, username: string): string[] {
  const faults: string[] = []
  const lower = password.normalize('NFKC').toLowerCase()
  if ([...password].length < leastLength) faults.push(`至少 ${leastLength} 位`)
  if ([...password].length > longest) faults.push(`最多 ${longest} 位`)
  if ([...password].length < sentenceLength && kindsIn(password) < 3)
    faults.push(`大写字母、小写字母、数字、符号中至少用三种（或用 ${sentenceLength} 位以上的一句话）`)
  // A name of two or three letters stands in many good passwords by chance.
  if (username.length > 3 && lower.includes(username.toLowerCase())) faults.push('不能包含用户名')
  if (isCommon(lower)) faults.push('太常见，容易被猜到')
  return faults
}

function kindsIn(password: string): number {
  return [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
}

/** A common word with digits and marks around it, one sign over and over, or a run of the keyboard's digits. */
function isCommon(lower: string): boolean {
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const plain = lower.replace(/[^a-z0-9@]/g, '')
  const isRun = '01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain)
  return commonWords.has(core) || commonWords.has(plain) || isRun || new Set(lower).size < 5
}

/** Without signs that are easily taken for one another. */
const letters = { upper: 'ABCDEFGHJKMNPQRSTUVWXYZ', lower: 'abcdefghjkmnpqrstuvwxyz', digit: '23456789' }

/** A password to be handed over on paper, `Kfpm-7Qtx-4Rbw`: three groups of four, 65 bits; `pick(n)` draws evenly from 0 to n − 1. */
export function initialPassword(pick: (below: number) => number): string {
  const all = letters.upper + letters.lower + letters.digit
  const signs = Array.from({ length: 12 }, () => all[pick(all.length)])
  // One of each kind in fixed places, so that the policy always holds.
  signs[0] = letters.upper[pick(letters.upper.length)]
  signs[1] = letters.lower[pick(letters.lower.length)]
  signs[4] = letters.digit[pick(letters.digit.length)]
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join('')).join('-')
}
