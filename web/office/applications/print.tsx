/** The slip for whoever asked: received, or the answer, with the code to follow it; half a page, no number of anybody. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import '../lead/print.css'
import './posters.css'
import type { Application } from './one.tsx'

function Paper({ one }: { one: Application }) {
  const title = one.state === 'waiting' ? '受理登记单' : '答复单'
  const asker = one.askerName === '' ? one.name : one.askerName
  useEffect(() => {
    document.title = `${title} ${asker}`
  }, [title, asker])
  return (
    <main className="paper slip">
      <div className="no-print paper-bar">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <span className="faint">交给提出的人；凭查询码可以随时查看进度。</span>
      </div>
      <h1>{title}</h1>
      <p>{`${asker}：`}</p>
      <p className="slip-text">
        {`您于 ${one.receivedOn} 提出的${one.asksFor === 'other' ? '反映' : '申请'}（${one.wayLabel}，${one.difficulty}）`}
        {one.state === 'waiting' ? `已经收到，乡镇最迟于 ${one.dueOn} 受理。` : '，现答复如下：'}
      </p>
      {one.state === 'waiting' ? null : <p className="slip-answer">{one.sentence}</p>}
      {one.state === 'refused' && one.note !== '' && one.asksFor !== 'other' ? <p className="slip-text">{`说明：${one.note}`}</p> : null}
      <p className="slip-text">查询码：</p>
      <p className="slip-code">{one.followUp}</p>
      <p className="faint">扫村里的二维码，点“查办理进度”，填写查询码，可以看到办到哪一步。也可以打 12317 或到村委会询问。</p>
      <p className="paper-sign">
        <span>{`经办：${one.state === 'waiting' ? one.enteredBy : one.decidedBy}`}</span>
        <span>收件人签字：</span>
        <span>日期：　　　年　　月　　日</span>
      </p>
    </main>
  )
}

export default function PrintApplication() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['application', id],
    queryFn: () => ok(api.GET('/api/v1/applications/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(one) => <Paper one={one} />}</Answered>
}
