/** Handing in: the month, a word of explanation, the files; what they hold is recognised afterwards. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, DatePicker, Drawer, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useAddress } from '../../parts/address-state.ts'
import { UploadBox } from '../../parts/upload-box.tsx'

interface HandedIn {
  items: { id: number; name: string; jobId: string }[]
}

/** Until the tenth one hands in for the month that has ended. */
function usualMonth(): Dayjs {
  const today = dayjs()
  return today.date() <= 10 ? today.subtract(1, 'month') : today
}

export function HandIn({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const [state] = useAddress()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [month, setMonth] = useState<Dayjs | null>(null)
  const [note, setNote] = useState('')
  const shown = month ?? (state.forMonth ? dayjs(`${state.forMonth}-01`) : usualMonth())
  const replaces = state.replaces
  const fields = { month: shown.format('YYYY-MM'), note, ...(replaces ? { replaces } : {}) }
  return (
    <Drawer title={replaces ? '报送改正后的文件' : '报送文件'} open={isOpen} onClose={close} size={480} destroyOnHidden>
      <Form layout="vertical">
        {replaces ? (
          <Alert type="info" showIcon title="收到后替换原来的那一份；改正表和整份新文件都可以。" style={{ marginBottom: 12 }} />
        ) : null}
        <Form.Item label="数据所属月份" htmlFor="hand-in-month">
          <DatePicker
            id="hand-in-month"
            picker="month"
            value={shown}
            onChange={setMonth}
            allowClear={false}
            disabledDate={(day) => day.isAfter(dayjs())}
          />
        </Form.Item>
        <Form.Item label="备注（可不填）" htmlFor="hand-in-note">
          <Input
            id="hand-in-note"
            value={note}
            onChange={({ target }) => setNote(target.value)}
            maxLength={200}
            placeholder="例如：含补报的 9 月数据"
          />
        </Form.Item>
        <UploadBox<HandedIn>
          address="/api/v1/files"
          fields={fields}
          isMany={!replaces}
          words="点击选择文件，或把文件拖到这里"
          hint="支持 xlsx、xls、csv，一次可选多个；表头不必改名，系统自动辨认是哪张数据表。"
          done={({ items }) => {
            void client.invalidateQueries()
            const [first] = items
            if (items.length === 1 && first) void navigate({ to: '/files/$id', params: { id: String(first.id) } })
          }}
        />
      </Form>
    </Drawer>
  )
}
