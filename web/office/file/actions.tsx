/** What can be done with a file: accept, withdraw, send a corrected one, download. */
import { DownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Dropdown, Modal, Radio } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { count } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { FileDetail } from './page.tsx'

function Accept({ file }: { file: FileDetail }) {
  const [isOpen, setOpen] = useState(false)
  const [despite, setDespite] = useState<string[]>([])
  const [beside, setBeside] = useState<boolean>()
  const others = file.warnings.filter(({ code }) => code === 'already_accepted')
  const toDecide = file.warnings.filter(({ mustDecide, code }) => mustDecide && code !== 'already_accepted')
  const isOpenQuestion = others.length > 0 && beside === undefined
  const accept = useAct(
    () =>
      ok(
        api.POST('/api/v1/files/{id}/accept', {
          params: { path: { id: file.id } },
          body: {
            version: file.version,
            despite: [...despite, ...others.map(({ code }) => code)] as never,
            beside: beside ?? false,
          },
        }),
      ),
    '已接收，下次筛查时生效',
    () => setOpen(false),
  )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        接收
      </Button>
      <Modal
        title={`接收“${file.name}”`}
        open={isOpen}
        onCancel={() => setOpen(false)}
        okText="确认接收"
        cancelText="取消"
        confirmLoading={accept.isPending}
        okButtonProps={{ disabled: isOpenQuestion || toDecide.some(({ code }) => !despite.includes(code)) }}
        onOk={() => accept.mutate(undefined)}
      >
        <div className="stack">
          <p>{`计入 ${file.month} 的数据：${count(file.accepted)} 行可用${file.rejected > 0 ? `，${count(file.rejected)} 行不能用（可下载改正表改好后重报）` : ''}。`}</p>
          {others.length > 0 ? (
            <div className="stack">
              <p>{others.map(({ message }) => message).join(' ')}</p>
              <Radio.Group className="stack" value={beside} onChange={({ target }) => setBeside(target.value as boolean)}>
                <Radio value={false}>以本份为准，先前的不再计入</Radio>
                <Radio value={true}>分几份报送，一并计入</Radio>
              </Radio.Group>
            </div>
          ) : null}
          {toDecide.length > 0 ? <p>以下情况请逐条确认：</p> : null}
          <Checkbox.Group
            className="stack"
            value={despite}
            onChange={(codes) => setDespite(codes.map(String))}
            options={toDecide.map(({ code, message }) => ({ value: code, label: `${message} 仍要接收。` }))}
          />
        </div>
      </Modal>
    </>
  )
}

function Withdraw({ file }: { file: FileDetail }) {
  const [state, setState] = useAddress()
  const close = () => setState({ act: undefined }, true)
  const withdraw = useAct(
    (reason: string) =>
      ok(api.POST('/api/v1/files/{id}/withdraw', { params: { path: { id: file.id } }, body: { version: file.version, reason } })),
    '已撤回',
    close,
  )
  return (
    <>
      <Button danger onClick={() => setState({ act: 'withdraw' }, true)}>
        撤回
      </Button>
      <ReasonModal
        title={`撤回“${file.name}”`}
        label="撤回原因"
        okText="撤回"
        isDanger
        isOpen={state.act === 'withdraw'}
        isBusy={withdraw.isPending}
        usual={['报错了月份', '报错了文件', '数据不完整', '部门要求撤回']}
        close={close}
        act={withdraw.mutate}
      >
        <p className="faint">撤回后这份文件不再参加筛查，由它产生的线索在下次筛查时自动核销；原件和记录保留。</p>
      </ReasonModal>
    </>
  )
}

export function FileActions({ file }: { file: FileDetail }) {
  const may = useMay()
  const { message } = App.useApp()
  const save = (what: 'corrections' | 'original') =>
    void download(`/api/v1/files/${file.id}/${what}`, what === 'original' ? file.name : `${file.name}改正表.xlsx`).catch((error: unknown) =>
      message.error(sentenceOf(error)),
    )
  const isAlive = file.state === 'read' || file.state === 'accepted'
  const downloads = [
    ...(file.issues > 0 && isAlive ? [{ key: 'corrections', label: '改正表（有问题的行）' }] : []),
    ...(file.destroyedAt ? [] : [{ key: 'original', label: '原文件（留痕）' }]),
  ]
  return (
    <>
      {file.replacedBy ? (
        <Link to="/files/$id" params={{ id: String(file.replacedBy) }}>
          <Button>查看替换它的文件</Button>
        </Link>
      ) : null}
      {downloads.length > 0 ? (
        <Dropdown menu={{ items: downloads, onClick: ({ key }) => save(key as 'corrections') }} trigger={['click']}>
          <Button icon={<DownOutlined />} iconPlacement="end">
            下载
          </Button>
        </Dropdown>
      ) : null}
      {may('file.hand_in') && isAlive ? (
        <Link to="/files" search={{ handIn: '1', replaces: String(file.id), forMonth: file.month } as never}>
          <Button>报送改正后的文件</Button>
        </Link>
      ) : null}
      {may('file.hand_in') && file.state !== 'withdrawn' && file.state !== 'replaced' ? <Withdraw file={file} /> : null}
      {may('file.accept') && file.state === 'read' ? <Accept file={file} /> : null}
    </>
  )
}
