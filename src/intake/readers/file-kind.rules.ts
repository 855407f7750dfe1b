/** What a file really is, by its first bytes; its name is never asked, except that `.et` cannot be told from xls otherwise. */

export type Found =
  | { kind: 'zip' | 'ole' | 'biff' | 'html' | 'xml2003' | 'text' | 'utf16' }
  | { kind: 'other-format'; found: string }
  | { kind: 'no-table'; found: string; advice: string }

const askAgain = '请让提供单位导出 Excel(xlsx)或 CSV 后再交。'
const unpack = '请先解压,再把里面的表格放进文件夹。'

// biome-ignore format: a table
const magics: readonly { bytes: string | readonly number[]; at?: number; found: string; advice: string }[] = [
  { bytes: '%PDF',                            found: 'PDF 文档',    advice: askAgain },
  { bytes: [0xff, 0xd8, 0xff],                found: 'JPEG 图片',   advice: askAgain },
  { bytes: [0x89, 0x50, 0x4e, 0x47],          found: 'PNG 图片',    advice: askAgain },
  { bytes: 'GIF8',                            found: 'GIF 图片',    advice: askAgain },
  { bytes: 'WEBP', at: 8,                     found: 'WebP 图片',   advice: askAgain },
  { bytes: 'ftyp', at: 4,                     found: '视频或图片',  advice: askAgain },
  { bytes: [0x49, 0x49, 0x2a, 0x00],          found: 'TIFF 图片',   advice: askAgain },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a],          found: 'TIFF 图片',   advice: askAgain },
  { bytes: 'BM',                              found: 'BMP 图片',    advice: askAgain },
  { bytes: '{\\rtf',                          found: 'RTF 文档',    advice: askAgain },
  { bytes: 'Rar!',                            found: 'RAR 压缩包',  advice: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf],          found: '7z 压缩包',   advice: unpack },
  { bytes: [0x1f, 0x8b],                      found: 'gzip 压缩包', advice: unpack },
  { bytes: 'MZ',                              found: '可执行程序',  advice: '请勿打开,并告知提供单位。' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46],          found: '可执行程序',  advice: '请勿打开,并告知提供单位。' },
  { bytes: 'SQLite format 3',                 found: '数据库文件',  advice: askAgain },
  { bytes: 'PAR1',                            found: 'Parquet 数据文件', advice: askAgain },
]

/** `start` holds the first bytes of the file, `text` the same decoded as text. */
export function kindOf(start: Buffer, text: string, isUtf16: boolean, isText: boolean): Found {
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0x50, 0x4b, 0x05, 0x06])) return { kind: 'zip' }
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'ole' }
  if (start[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(start[1] ?? -1) && (start[2] ?? 99) <= 16 && start[3] === 0)
    return { kind: 'biff' }
  for (const magic of magics) {
    if (!startsWith(start, magic.bytes, magic.at ?? 0) || (magic.bytes.length === 2 && isText)) continue
    return { kind: 'no-table', found: magic.found, advice: magic.advice }
  }
  if (isUtf16) return { kind: 'utf16' }
  return isText ? kindOfText(text) : { kind: 'no-table', found: '无法识别的文件', advice: askAgain }
}

function kindOfText(text: string): Found {
  const head = text.replace(/^[\uFEFF\s]+/, '').slice(0, 4096)
  if (/^MIME-Version:/i.test(head)) return { kind: 'other-format', found: '单个文件网页(mht)' }
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype html|html|head|meta|body|table|style|div|script)\b/i.test(head))
    return { kind: 'html' }
  if (!/^<\?xml|^<(\w+:)?Workbook/i.test(head)) return { kind: 'text' }
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return { kind: 'xml2003' }
  if (/opendocument/.test(head)) return { kind: 'other-format', found: 'ODF 表格(fods)' }
  if (/<pkg:package|wordml/i.test(head)) return { kind: 'no-table', found: 'Word 文档', advice: askAgain }
  return { kind: 'no-table', found: '一般的 XML 文件', advice: askAgain }
}

function startsWith(start: Buffer, bytes: string | readonly number[], at = 0): boolean {
  const wanted = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)
  return start.length >= at + wanted.length && start.compare(wanted, 0, wanted.length, at, at + wanted.length) === 0
}

/** What a zip is that is no workbook we read; undefined when it is one. */
export function kindOfZip(names: ReadonlySet<string>, mimetype: string | undefined): Found | undefined {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.xml$/i)) return undefined
  if (has(/^xl\/workbook\.bin$/i)) return { kind: 'other-format', found: '二进制工作簿(xlsb)' }
  if (mimetype?.includes('opendocument.spreadsheet') === true) return { kind: 'other-format', found: 'ODF 表格(ods)' }
  if (mimetype?.includes('opendocument') === true) return { kind: 'no-table', found: 'ODF 文档', advice: askAgain }
  if (has(/^word\//i)) return { kind: 'no-table', found: 'Word 文档(docx)', advice: askAgain }
  if (has(/^ppt\//i)) return { kind: 'no-table', found: '演示文稿(pptx)', advice: askAgain }
  if (has(/^OFD\.xml$/i)) return { kind: 'no-table', found: 'OFD 文档', advice: askAgain }
  if (has(/\.iwa$/i)) return { kind: 'other-format', found: 'Numbers 表格' }
  if (has(/^_rels\/\.rels$/i)) return undefined
  return { kind: 'no-table', found: 'ZIP 压缩包', advice: unpack }
}

/** What an OLE container holds, by the names of its streams; undefined when it is a workbook. */
export function kindOfOle(bytes: Buffer, name: string): Found | 'encrypted' | 'damaged' | undefined {
  const directoryAt =
    bytes.length < 52 ? Number.POSITIVE_INFINITY : (bytes.readUInt32LE(48) + 1) * 2 ** Math.min(bytes.readUInt16LE(30), 20)
  if (directoryAt >= bytes.length) return 'damaged'
  const has = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted'
  if (/\.et$/i.test(name)) return { kind: 'other-format', found: 'WPS 表格(et)' }
  if (has('Workbook') || has('Book')) return undefined
  if (has('WordDocument')) return { kind: 'no-table', found: 'Word 文档(doc)', advice: askAgain }
  if (has('PowerPoint Document')) return { kind: 'no-table', found: '演示文稿(ppt)', advice: askAgain }
  return { kind: 'no-table', found: '不含表格的 Office 文件', advice: askAgain }
}
