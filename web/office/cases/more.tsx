/** What can be done with a case beside moving it on: note, give it to somebody, the green channel. */
import { Button, Dropdown, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { useMay } from '../frame/session.ts'
import type { CaseCard } from './case.tsx'

type Doing = 'note' | 'assign' | 'green' | undefined

function Assign({ theCase, isOpen, close }: { theCase: CaseCard; isOpen: boolean; close: () => void }) {
  const [officerId, setOfficerId] = useState(theCase.responsible?.id)
  const assign = useAct(
    (to: number) =>
      ok(
        api.POST('/api/v1/cases/{id}/assign', {
          params: { path: { id: theCase.id } },
          body: { version: theCase.version, officerId: to },
        }),
      ),
    '已指定负责人',
    close,
  )
  return (
    <Modal
      title="指定负责人"
      open={isOpen}
      okText="指定"
      cancelText="取消"
      okButtonProps={{ disabled: officerId === undefined }}
      confirmLoading={assign.isPending}
      onCancel={close}
      onOk={() => officerId !== undefined && assign.mutate(officerId)}
    >
      <Select
        style={{ width: '100%' }}
        aria-label="负责人"
        placeholder="选择负责核实和帮扶的人"
        value={officerId ?? null}
        onChange={(id) => setOfficerId(id ?? undefined)}
        notFoundContent="该村和所在乡镇没有可以入户核实的用户，请联系本地管理员。"
        options={theCase.options.visitors.map(({ id, name, isOfVillage }) => ({
          value: id,
          label: isOfVillage ? name : `${name}（乡镇）`,
        }))}
      />
    </Modal>
  )
}

export function CaseMore({ theCase }: { theCase: CaseCard }) {
  const may = useMay()
  const [doing, setDoing] = useState<Doing>()
  const stop = () => setDoing(undefined)
  const params = { path: { id: theCase.id } }
  const { version, isGreenChannel } = theCase
  const note = useAct((text: string) => ok(api.POST('/api/v1/cases/{id}/notes', { params, body: { version, text } })), '已记录', stop)
  const green = useAct(
    (reason: string) => ok(api.POST('/api/v1/cases/{id}/green-channel', { params, body: { version, isOn: !isGreenChannel, reason } })),
    isGreenChannel ? '已关闭绿色通道' : '已开通绿色通道',
    stop,
  )
  const items = [
    { key: 'note', label: '记备注' },
    ...(may('case.dispatch') && theCase.isOpen
      ? [
          { key: 'assign', label: '指定负责人' },
          { key: 'green', label: isGreenChannel ? '关闭绿色通道' : '开通绿色通道' },
        ]
      : []),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => setDoing(key as Doing) }}>
        <Button>更多</Button>
      </Dropdown>
      <ReasonModal
        title="记一条备注"
        label="备注"
        okText="记录"
        isOpen={doing === 'note'}
        isBusy={note.isPending}
        close={stop}
        act={note.mutate}
      />
      <ReasonModal
        title={isGreenChannel ? '关闭绿色通道' : '开通绿色通道'}
        label="理由"
        okText={isGreenChannel ? '关闭' : '开通'}
        usual={isGreenChannel ? [] : ['突发自然灾害，先行救助', '突发意外事故，先行救助', '突发重病，先行救助']}
        isOpen={doing === 'green'}
        isBusy={green.isPending}
        close={stop}
        act={green.mutate}
      >
        <p>{isGreenChannel ? '之后按正常程序办理。' : '可以先落实帮扶，识别程序随后补办，期限照常计算。'}</p>
      </ReasonModal>
      <Assign key={version} theCase={theCase} isOpen={doing === 'assign'} close={stop} />
    </>
  )
}
