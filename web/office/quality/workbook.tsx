/** The Excel round trip: download the list, fill in the right values, send it back. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAddress, writeAddress } from '../../parts/address-state.ts'
import { Block } from '../../parts/page.tsx'
import { UploadBox } from '../../parts/upload-box.tsx'
import { useMay } from '../frame/session.ts'

interface SentBack {
  mended: number
  unchanged: number
  refused: { row: number; message: string }[]
}

export function RoundTrip() {
  const may = useMay()
  const [state] = useAddress()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [answer, setAnswer] = useState<SentBack | undefined>()
  if (!may('quality.mend')) return null
  const save = () =>
    void download(`/api/v1/quality/workbook${writeAddress({ division: state.division, rule: state.rule })}`, '数据质量问题清单.xlsx').catch(
      (error: unknown) => message.error(sentenceOf(error)),
    )
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={save}>
        下载待改清单
      </Button>
      <Button icon={<UploadOutlined />} onClick={() => setOpen(true)}>
        传回改好的清单
      </Button>
      <Drawer title="传回改好的清单" open={isOpen} onClose={() => setOpen(false)} size={480} destroyOnHidden>
        <div className="stack">
          <p>在下载的清单里填写“更正值”一列，其他列不要改动，然后传回。空着的行保持不变。</p>
          <UploadBox<SentBack>
            address="/api/v1/quality/workbook"
            accept=".xlsx"
            words="点击选择改好的清单，或拖到这里"
            done={(sent) => {
              setAnswer(sent)
              void client.invalidateQueries()
            }}
          />
          {answer ? (
            <Block title={`改正 ${answer.mended} 处，${answer.unchanged} 行没有填写`}>
              {answer.refused.length > 0 ? (
                <ul className="lines">
                  {answer.refused.map(({ row, message: said }) => (
                    <li key={row}>
                      <span className="mark red">{`第 ${row} 行`}</span>
                      <span className="grow">{said}</span>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="faint">填写的内容全部采用。</p>
              )}
            </Block>
          ) : null}
        </div>
      </Drawer>
    </>
  )
}
