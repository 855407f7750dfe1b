/** A notice as one sheet to be printed and hung. */
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Answered } from '../../parts/notices.tsx'
import '../lead/print.css'
import { useNotice } from './notice.tsx'
import { Poster } from './poster.tsx'
import './review.css'

export default function NoticePrint() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useNotice(id)
  return (
    <Answered asked={asked}>
      {(notice) => (
        <main className="paper">
          <div className="no-print paper-bar">
            <Button type="primary" onClick={() => window.print()}>
              打印
            </Button>
            <span className="faint">盖章后张贴；张贴好拍一张照片上传，公示期从次日起算。</span>
          </div>
          <Poster notice={notice} />
        </main>
      )}
    </Answered>
  )
}
