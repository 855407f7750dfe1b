/** A value that is shown masked; seeing it whole is an act with a reason, which the audit trail keeps. */
import { EyeOutlined } from '@ant-design/icons'
import { App, Button, Input, Popover } from 'antd'
import { useEffect, useState } from 'react'
import { sentenceOf } from '../api/problem.ts'

const usualReasons = ['入户核实', '电话联系农户', '办理帮扶业务', '核对部门数据', '回复农户查询']
const shownFor = 60_000

/** `unmask` is left out where the officer may not see more. */
export function MaskedValue({
  value,
  label,
  unmask,
}: {
  value: string | null
  label: string
  unmask?: (reason: string) => Promise<string | null>
}) {
  const { message } = App.useApp()
  const [whole, setWhole] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (whole === null) return
    const timer = setTimeout(() => setWhole(null), shownFor)
    return () => clearTimeout(timer)
  }, [whole])
  if (value === null || value === '') return <span className="faint">未登记</span>
  if (!unmask) return <span className="number">{value}</span>
  const show = async () => {
    setBusy(true)
    try {
      setWhole((await unmask(reason.trim())) ?? value)
      setAsking(false)
    } catch (error) {
      void message.error(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const form = (
    <form
      className="unmask"
      onSubmit={(event) => {
        event.preventDefault()
        void show()
      }}
    >
      <label htmlFor={`reason-${label}`}>查看完整{label}的原因（将记入审计日志）</label>
      <Input
        id={`reason-${label}`}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        placeholder="至少 2 个字"
        maxLength={200}
        autoFocus
      />
      <span className="marks">
        {usualReasons.map((text) => (
          <button type="button" key={text} className="mark blue pick" onClick={() => setReason(text)}>
            {text}
          </button>
        ))}
      </span>
      <Button htmlType="submit" type="primary" size="small" loading={isBusy} disabled={reason.trim().length < 2}>
        查看
      </Button>
    </form>
  )
  return (
    <span className="masked">
      <span className="number">{whole ?? value}</span>
      {whole === null ? (
        <Popover content={form} trigger="click" open={isAsking} onOpenChange={setAsking} destroyOnHidden>
          <Button type="text" size="small" icon={<EyeOutlined />} aria-label={`查看完整${label}`} />
        </Popover>
      ) : null}
    </span>
  )
}
