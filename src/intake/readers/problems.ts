/** Everything that can be wrong with a file as a whole, in words that name the file and say what to do. */
import { kind } from '../../kernel/index.ts'

interface Named {
  file: string
}

// biome-ignore format: a table
export const readerProblems = {
  missing:       kind<Named>('intake.file_missing', 422, (d) => `打不开“${d.file}”：文件不存在、已被移走，或者没有读取权限。请检查后再试。`),
  empty:         kind<Named>('intake.file_empty', 422, (d) => `“${d.file}”是空文件(0 字节)。请让提供单位重新发送。`),
  notTable:      kind<Named & { found: string; advice: string }>('intake.file_not_table', 422, (d) => `“${d.file}”实际是${d.found}，不是表格。${d.advice}`),
  otherFormat:   kind<Named & { found: string }>('intake.file_other_format', 422, (d) => `“${d.file}”是${d.found}，本程序不读取。请用 WPS 或 Excel 打开，另存为 xlsx 后再交。`),
  utf16:         kind<Named>('intake.file_utf16', 422, (d) => `“${d.file}”是 UTF-16(Unicode)文本，本程序不读取。请用 WPS 或 Excel 打开，另存为 xlsx 或“CSV UTF-8”后再交。`),
  encrypted:     kind<Named>('intake.file_encrypted', 422, (d) => `“${d.file}”有密码，读不出来。请用 WPS 或 Excel 打开，取消密码后另存为 xlsx 再交。`),
  damaged:       kind<Named & { found: string }>('intake.file_damaged', 422, (d) => `“${d.file}”已损坏或不完整(${d.found})。请重新下载或让提供单位重新发送，也可以用 WPS 或 Excel 打开后另存为 xlsx 再交。`),
  tooLarge:      kind<Named & { found: string }>('intake.file_too_large', 422, (d) => `“${d.file}”超出可读取的范围(${d.found})。请删去无关内容或拆分成几个文件后再交。`),
  suspicious:    kind<Named & { found: string }>('intake.file_suspicious', 422, (d) => `“${d.file}”内部结构异常(${d.found})，为安全起见没有读取。请用 WPS 或 Excel 打开，另存为 xlsx 后再交。`),
  tooSlow:       kind<Named & { seconds: number }>('intake.file_too_slow', 422, (d) => `“${d.file}”在 ${d.seconds} 秒内没有读完，已停止读取。请用 WPS 或 Excel 打开，另存为 xlsx 后再交。`),
  noSheet:       kind<Named>('intake.file_no_sheet', 422, (d) => `“${d.file}”里没有可读取的工作表。请检查文件内容。`),
}
