/** The sheet that says how a form is filled in. */
import type { Book } from '../../intake/index.ts'

/** One sentence to a row, so that nothing on the sheet looks like a table of data. */
export async function writeManual(book: Book, name: string, title: string, sentences: readonly string[]): Promise<void> {
  const sheet = book.sheet({ name, widths: [110] })
  await sheet.row([{ value: title, style: 'sheetTitle' }], 30)
  for (const sentence of sentences) await sheet.row([{ value: sentence, style: 'text' }])
  sheet.close()
}
