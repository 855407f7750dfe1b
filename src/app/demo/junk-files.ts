/** Files that lie in every such folder and are no dataset: a notice, a picture under a wrong name, a lock file, a list of contacts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openWorkbook } from './xlsx-file.ts'

/** Writes them and says which file is skipped and why. */
export const writeJunk = (folder: string): { file: string; why: string }[] => {
  const at = (file: string): string => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    return join(folder, file)
  }
  const notice = openWorkbook(at('办公室/关于报送防返贫比对数据的通知.xlsx'), 'xlsx', false)
  const page = notice.sheet('通知', false)
  for (const line of ['关于报送防返贫监测比对数据的通知', '各有关单位:', '请于每月5日前报送上月数据。', '联系人:县专班办公室'])
    page.put([line])
  notice.close()
  writeFileSync(
    at('办公室/现场照片.xlsx'),
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1),
  )
  writeFileSync(at('医保局/~$医保结算.xlsx'), `${String.fromCharCode(5)}admin${' '.repeat(48)}`)
  writeFileSync(at('办公室/部门联络员名单.csv'), '单位,姓名,联系电话\r\n县医保局,王联络,13900000001\r\n县教育局,李联络,13900000002\r\n')
  return [
    { file: '办公室/关于报送防返贫比对数据的通知.xlsx', why: 'notice' },
    { file: '办公室/现场照片.xlsx', why: 'picture' },
    { file: '医保局/~$医保结算.xlsx', why: 'lock_file' },
    { file: '办公室/部门联络员名单.csv', why: 'no_dataset' },
  ]
}
