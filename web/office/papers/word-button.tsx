/** A paper as a Word file, by one press. */
import { FileWordOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'

export function WordButton({ address, name }: { address: string; name: string }) {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      await download(address, `${name}.docx`, { method: 'POST', body: {} })
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<FileWordOutlined />} loading={isBusy} onClick={() => void take()}>
      Word
    </Button>
  )
}
