/** What stands around a workbook's sheets: which there are and where, the date system, and which styles show days. */
import { Problem } from '../../kernel/index.ts'
import { xmlText } from './cell-value.rules.ts'
import { meaningOfFormatCode, meaningOfFormatId, type NumberMeaning } from './number-format.rules.ts'
import { readerProblems } from './problems.ts'
import { xmlAttributes, xmlTags } from './xml-tags.ts'
import { partText, type ZipFile, type ZipPart } from './zip.ts'

const mostSheets = 1024

export interface SheetEntry {
  name: string
  hidden: boolean
  part: ZipPart | undefined
}

export interface Workbook {
  is1904: boolean
  sheets: SheetEntry[]
  sharedStrings: ZipPart | undefined
  /** What a number means, by the cell's style. */
  meanings: NumberMeaning[]
}

interface Relation {
  /** Last word of the type, the same in transitional and strict workbooks. */
  type: string
  target: string
}

/** Finds a part whatever the case of its name. */
export function findPart(zip: ZipFile, path: string): ZipPart | undefined {
  const exact = zip.parts.get(path)
  if (exact !== undefined) return exact
  const lower = path.toLowerCase()
  for (const [name, part] of zip.parts) if (name.toLowerCase() === lower) return part
  return undefined
}

/** Reads the parts around the sheets; a workbook without a single sheet to read is a Problem. */
export async function readWorkbook(zip: ZipFile, signal?: AbortSignal): Promise<Workbook> {
  const main = [...(await readRelations(zip, '', signal)).values()].find((relation) => relation.type === 'officeDocument')
  const path = main !== undefined && findPart(zip, main.target) !== undefined ? main.target : 'xl/workbook.xml'
  const part = findPart(zip, path)
  if (part === undefined) throw new Problem(readerProblems.damaged, { file: zip.file, found: '缺少工作簿目录' })
  const relations = await readRelations(zip, path, signal)
  const { is1904, sheets } = readSheetList(zip, await partText(zip, part, signal), relations)
  if (sheets.length === 0) throw new Problem(readerProblems.noSheet, { file: zip.file })
  const byType = (type: string, usual: string) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target
    return (target === undefined ? undefined : findPart(zip, target)) ?? findPart(zip, usual)
  }
  const styles = byType('styles', 'xl/styles.xml')
  const meanings = styles === undefined ? [] : readStyles(await partText(zip, styles, signal))
  return { is1904, sheets, meanings, sharedStrings: byType('sharedStrings', 'xl/sharedStrings.xml') }
}

function readSheetList(zip: ZipFile, xml: string, relations: Map<string, Relation>): Pick<Workbook, 'is1904' | 'sheets'> {
  const sheets: SheetEntry[] = []
  let is1904 = false
  let count = 0
  for (const tag of xmlTags(xml)) {
    if (tag.isClosing) continue
    if (tag.name === 'workbookPr') is1904 = /^(1|true|on)$/.test(xmlAttributes(tag.attributes).get('date1904') ?? '')
    if (tag.name !== 'sheet') continue
    count += 1
    if (count > mostSheets) throw new Problem(readerProblems.suspicious, { file: zip.file, found: `工作表超过 ${mostSheets} 张` })
    const attributes = xmlAttributes(tag.attributes)
    const relation = relations.get(attributes.get('id') ?? '')
    if (relation !== undefined && relation.type !== 'worksheet') continue
    sheets.push({
      name: xmlText(attributes.get('name') ?? ''),
      hidden: /hidden/i.test(attributes.get('state') ?? ''),
      part: findPart(zip, relation?.target ?? `xl/worksheets/sheet${count}.xml`),
    })
  }
  return { is1904, sheets }
}

async function readRelations(zip: ZipFile, path: string, signal?: AbortSignal): Promise<Map<string, Relation>> {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const part = findPart(zip, `${folder}_rels/${path.slice(slash + 1)}.rels`)
  const relations = new Map<string, Relation>()
  if (part === undefined) return relations
  for (const tag of xmlTags(await partText(zip, part, signal))) {
    if (tag.name !== 'Relationship' || tag.isClosing) continue
    const attributes = xmlAttributes(tag.attributes)
    if (attributes.get('TargetMode') === 'External') continue
    const type = attributes.get('Type') ?? ''
    relations.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, xmlText(attributes.get('Target') ?? '')),
    })
  }
  return relations
}

/** A target as a part's name; `..` never leads above the root of the zip. */
function resolve(folder: string, target: string): string {
  const segments: string[] = []
  const whole = target.replaceAll('\\', '/')
  for (const segment of (whole.startsWith('/') ? whole : folder + whole).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

function readStyles(xml: string): NumberMeaning[] {
  const codes = new Map<number, NumberMeaning>()
  const meanings: NumberMeaning[] = []
  let inside = ''
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'numFmts' || tag.name === 'cellXfs') inside = tag.isClosing || tag.isSelfClosing ? '' : tag.name
    if (tag.isClosing) continue
    if (inside === 'numFmts' && tag.name === 'numFmt') {
      const attributes = xmlAttributes(tag.attributes)
      codes.set(Number(attributes.get('numFmtId')), meaningOfFormatCode(xmlText(attributes.get('formatCode') ?? '')))
    }
    if (inside === 'cellXfs' && tag.name === 'xf') {
      const id = Number(xmlAttributes(tag.attributes).get('numFmtId') ?? 0)
      meanings.push(codes.get(id) ?? meaningOfFormatId(id))
    }
  }
  return meanings
}
