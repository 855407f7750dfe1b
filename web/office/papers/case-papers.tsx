/** The papers of one case: each form as a Word file, the household's whole file, with full numbers only for a reason. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

interface Wanted {
  address: string
  name: string
}

/** Fetches a paper; with full numbers the reason is asked for first. */
function useTaking(isFull: boolean) {
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<Wanted | undefined>()
  const [isBusy, setBusy] = useState(false)
  const fetchIt = async ({ address, name }: Wanted, reason?: string) => {
    setBusy(true)
    try {
      await download(address, name, { method: 'POST', body: { isFull, ...(reason ? { reason } : {}) } })
      setWanted(undefined)
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    } finally {
      setBusy(false)
    }
  }
  const take = (one: Wanted, isPublic = false) => {
    if (isFull && !isPublic) setWanted(one)
    else void fetchIt(one)
  }
  const asking = (
    <ReasonModal
      title="打印完整的证件号码和电话"
      label="打印的原因"
      okText="打印"
      isOpen={wanted !== undefined}
      isBusy={isBusy}
      usual={['归档', '上级检查', '录入全国系统']}
      close={() => setWanted(undefined)}
      act={(reason) => wanted && void fetchIt(wanted, reason)}
    />
  )
  return { take, isBusy, asking }
}

export default function CasePapers({ theCase }: { theCase: { id: number } }) {
  const may = useMay()
  const [isFull, setFull] = useState(false)
  const { take, isBusy, asking } = useTaking(isFull)
  const { id } = theCase
  const asked = useQuery({
    queryKey: ['case-papers', id],
    queryFn: () => ok(api.GET('/api/v1/cases/{id}/papers', { params: { path: { id } } })),
  })
  return (
    <Block
      title="一户一档"
      extra={
        <div className="row">
          {may('person.unmask') ? (
            <Checkbox checked={isFull} onChange={({ target }) => setFull(target.checked)}>
              完整的证件号码和电话
            </Checkbox>
          ) : null}
          <Button
            type="primary"
            icon={<DownloadOutlined />}
            loading={isBusy}
            onClick={() => take({ address: `/api/v1/cases/${id}/file`, name: '一户一档.zip' })}
          >
            全部下载
          </Button>
        </div>
      }
    >
      <p className="faint">内容都来自办理记录，不用重抄；公示和公告任何时候都不含证件号码、电话、账号和健康状况。</p>
      <Answered asked={asked}>
        {({ items }) => (
          <ul className="lines" aria-label="表单">
            {items.map(({ form, title, file, missing, isPublic }) => (
              <li key={form}>
                <span className="grow">{`${file} ${title}`}</span>
                {missing === null ? (
                  <Button
                    size="small"
                    disabled={isBusy}
                    onClick={() => take({ address: `/api/v1/cases/${id}/papers/${form}`, name: `${title}.docx` }, isPublic)}
                  >
                    打印（Word）
                  </Button>
                ) : (
                  <Mark>{missing}</Mark>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {asking}
    </Block>
  )
}
