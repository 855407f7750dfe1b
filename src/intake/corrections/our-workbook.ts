/** Knows a workbook of ours among the input files by its mark, without reading any of its sheets. */
import { open } from 'node:fs/promises'
import { defaultLimits } from '../readers/reader.ts'
import { openZip, partText, type ZipFile } from '../readers/zip.ts'
import { ourMark } from './book.ts'

/** True when either mark is there: the author, or the name that an office program keeps when it saves the workbook again. A file that is no workbook is not ours. */
export async function isOurWorkbook(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return false
  try {
    const zip = await openZip(handle, path, defaultLimits)
    if ((await textOf(zip, 'docProps/core.xml')).includes(`<dc:creator>${ourMark.creator}</dc:creator>`)) return true
    return new RegExp(`<definedName [^>]*name="${ourMark.definedName}"`).test(await textOf(zip, 'xl/workbook.xml'))
  } catch {
    // Not a zip, or a damaged one: the readers say so when they open it.
    return false
  } finally {
    await handle.close()
  }
}

async function textOf(zip: ZipFile, name: string): Promise<string> {
  const part = zip.parts.get(name)
  return part === undefined ? '' : partText(zip, part)
}
