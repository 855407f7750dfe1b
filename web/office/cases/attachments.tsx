/** Photos, scans and papers of the case: seen with a click, added by dropping them here. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { Block } from '../../parts/page.tsx'
import { UploadBox } from '../../parts/upload-box.tsx'
import { Moment } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { CaseCard } from './case.tsx'

const kindLabels = { photo: '照片', signature: '签名', scan: '扫描件', document: '文件' } as const

export function CaseAttachments({ theCase }: { theCase: CaseCard }) {
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = (id: number, name: string) =>
    download(`/api/v1/attachments/${id}`, name).catch((error: unknown) => void message.error(sentenceOf(error)))
  return (
    <Block title={`附件（${theCase.attachments.length}）`}>
      {theCase.attachments.length === 0 ? <p className="faint">还没有附件。</p> : null}
      <ul className="lines">
        {theCase.attachments.map(({ id, name, kind, caption, addedBy, addedAt }) => (
          <li key={id}>
            <span className="grow">
              {caption || name}
              <div className="faint">
                {`${kindLabels[kind]}，${addedBy} `}
                <Moment at={addedAt} />
              </div>
            </span>
            <Button size="small" icon={<DownloadOutlined />} onClick={() => void save(id, name)}>
              下载
            </Button>
          </li>
        ))}
      </ul>
      {may('case.visit') ? (
        <UploadBox
          address={`/api/v1/cases/${theCase.id}/attachments`}
          accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx"
          isMany
          words="点这里选择照片或文件，也可以拖进来"
          hint="JPG、PNG、PDF、Word、Excel；加密保存，下载留痕"
          done={() => void client.invalidateQueries({ queryKey: ['case', String(theCase.id)] })}
        />
      ) : null}
    </Block>
  )
}
