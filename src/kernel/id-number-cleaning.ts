/** Removes what people and programs put around an identity number without changing it. */
import { foldFullWidth, squeeze } from './text-forms.ts'

/** The number as it should have been written, and what was mended, in plain Chinese. */
export interface CleanedIdNumber {
  readonly text: string
  readonly repairs: readonly string[]
}

// Order matters: the formula wrapper needs its quotes, and folding comes before everything that looks at ASCII signs.
const STEPS: readonly (readonly [label: string, mend: (text: string) => string])[] = [
  ['去掉空格和不可见字符', squeeze],
  ['全角字符改为半角', foldFullWidth],
  ['去掉公式外壳 =""', (text) => text.replace(/^="(.*)"$/, '$1')],
  ['去掉引号', (text) => text.replace(/['‘’‚‛"“”„‟`´′″]/g, '')],
  ['去掉连字符', (text) => text.replace(/(?<![-‐‑‒–—−])[-‐‑‒–—−](?![-‐‑‒–—−])/g, '')],
  ['去掉末尾的小数部分 .0', (text) => text.replace(/^(\d{15,22})\.0+$/, '$1')],
  ['小写 x 改为大写 X', (text) => text.replace(/^(\d{17})x/, '$1X')],
  ['形近字符改为 X', (text) => text.replace(/^(\d{17})[×✕ⅩⅹХхΧχ]/, '$1X')],
  ['小写 b 改为大写 B', (text) => text.replace(/^(\d{17}[\dX]\d\d)b(\d)$/, '$1B$2')],
]

/** Cleans a number without judging it; digits are never changed, and masks (`****`, `----`) stay to be seen. */
export function cleanIdNumber(raw: string): CleanedIdNumber {
  const repairs: string[] = []
  let text = raw
  for (const [label, mend] of STEPS) {
    const mended = mend(text)
    if (mended !== text) repairs.push(label)
    text = mended
  }
  return { text, repairs }
}
