/** A file a phone wrote because it could not send: opened here in the browser, each form sent as the phone would have sent it. */
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../api/problem.ts'
import type { ExportFile } from '../../field/export-file.ts'
import { photoBytes } from '../../field/export-file.ts'
import { isSealedFile, openFile } from '../../field/sealing.ts'
import { sendForm, sendPhoto } from '../../field/sync.ts'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import { useSignedIn } from '../frame/session.ts'

interface Line {
  headName: string
  state: 'sent' | 'refused'
  says: string
}

/** One form with its photos; what is wrong with it holds up no other. */
async function carriedIn(file: ExportFile, form: ExportFile['forms'][number], ownId: number): Promise<Line> {
  const { headName, body, photos } = form
  try {
    const answer = await sendForm(file.officer.id === ownId ? body : { ...body, visitorId: file.officer.id })
    let says = answer.notes.join('；')
    for (const { clientKey, data } of photos)
      if (answer.missing.includes(clientKey))
        await sendPhoto(body.clientKey, clientKey, photoBytes(data)).catch(
          (error: unknown) => (says = `照片没有收下：${sentenceOf(error)}`),
        )
    return { headName, state: 'sent', says }
  } catch (error) {
    return { headName, state: 'refused', says: sentenceOf(error) }
  }
}

export function Import() {
  const { officer } = useSignedIn()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [says, setSays] = useState('')
  const [lines, setLines] = useState<Line[]>([])
  const [isBusy, setBusy] = useState(false)
  const needsPassword = isSealedFile(text)
  const cannotOpen = needsPassword && crypto.subtle === undefined
  const choose = async (file: File | undefined) => {
    setLines([])
    setSays('')
    setName(file?.name ?? '')
    setText(file ? await file.text() : '')
  }
  const carryIn = async () => {
    setBusy(true)
    setSays('')
    const file = await openFile<ExportFile>(text, password)
    if (file?.format !== 'xianjie-visits') setSays('文件打不开：密码不对，或不是手机端导出的文件。')
    else {
      const done: Line[] = []
      for (const form of file.forms) {
        done.push(await carriedIn(file, form, officer.id))
        setLines([...done])
      }
      if (file.forms.length === 0) setSays('文件里没有入户表。')
    }
    setBusy(false)
  }
  return (
    <Block title="导入手机端导出的文件">
      <p className="faint">手机发送不了时，用“导出成文件”拷过来。已经收到过的不会重复；导入后请删除文件。</p>
      <div className="row" style={{ gap: 10, margin: '10px 0' }}>
        <input
          type="file"
          accept=".json,application/json"
          aria-label="手机端导出的文件"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        {needsPassword ? (
          <Input.Password
            aria-label="文件密码"
            placeholder="文件密码"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            style={{ width: 200 }}
          />
        ) : null}
        <Button
          type="primary"
          disabled={text === '' || cannotOpen || (needsPassword && password === '')}
          loading={isBusy}
          onClick={() => void carryIn()}
        >
          导入
        </Button>
      </div>
      {cannotOpen ? (
        <Alert type="warning" showIcon title="本页不是加密连接，浏览器不能解开文件。请用 https:// 开头的地址打开本页再导入。" />
      ) : null}
      {says ? <Alert type="error" showIcon title={says} /> : null}
      {lines.length > 0 ? (
        <table className="plain-table">
          <caption className="faint">{name}</caption>
          <thead>
            <tr>
              <th scope="col">户主</th>
              <th scope="col">结果</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
              <tr key={at}>
                <td>{line.headName}</td>
                <td>{line.state === 'sent' ? <Mark tone="green">已收下</Mark> : <Mark tone="red">没有收下</Mark>}</td>
                <td>{line.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Block>
  )
}
