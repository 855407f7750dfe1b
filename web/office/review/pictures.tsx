/** Photos and signed pages of a meeting or a notice: looked at, and added where that may be done. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { download } from '../../api/download.ts'
import { UploadBox } from '../../parts/upload-box.tsx'
import { Moment } from '../../parts/words.tsx'

interface OnePage {
  id: number
  kind: string
  caption: string
  name: string
  addedAt: string
  addedBy: string
}

interface PagesProps {
  about: 'meeting' | 'notice'
  id: number
  pages: readonly OnePage[]
  /** Where further ones go. */
  address?: string
}

export const pictureTypes = '.jpg,.jpeg,.png,.webp,.pdf'

export function Pages({ about, id, pages, address }: PagesProps) {
  const client = useQueryClient()
  return (
    <div className="stack">
      <ul className="lines" aria-label="照片和签字页">
        {pages.map((page) => (
          <li key={page.id}>
            <span className="grow">
              {page.caption}
              <span className="faint">
                {`　${page.addedBy} `}
                <Moment at={page.addedAt} />
              </span>
            </span>
            <Button size="small" onClick={() => void download(`/api/v1/attachments/${page.id}`, page.name)}>
              查看
            </Button>
          </li>
        ))}
        {pages.length === 0 ? <li className="faint">还没有照片</li> : null}
      </ul>
      {address ? (
        <div className="columns">
          {(['scan', 'photo'] as const).map((one) => (
            <div key={one} className="span-6">
              <UploadBox
                address={address}
                fields={{ kind: one }}
                accept={pictureTypes}
                words={one === 'scan' ? '上传签字后的会议记录' : '上传会议照片'}
                hint={one === 'scan' ? '打印记录，到会人员签字后拍照或扫描' : '会场照片'}
                done={() => void client.invalidateQueries({ queryKey: [`review-${about}`, id] })}
                isMany={one === 'photo'}
              />
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
