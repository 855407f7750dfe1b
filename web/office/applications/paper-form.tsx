/** A paper application typed in: what stands on the paper, and nothing the system knows. */
import { Button, Checkbox, Form, Input, Modal, Select, Upload } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { smallPhoto } from '../../portal/photo.ts'
import { useSignedIn } from '../frame/session.ts'
import { useEntered } from './entered.tsx'
import './applications.css'
import { useFormWords } from './words.ts'

interface Values {
  divisionCode?: string
  name: string
  idNumber: string
  phone: string
  difficulty: string
  words?: string
  proxyName?: string
  proxyRelation?: string
  /** Base64 of a JPEG. */
  photo?: string
}

export function PaperForm({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { area } = useSignedIn()
  const words = useFormWords()
  const [form] = Form.useForm<Values>()
  const [isProxy, setProxy] = useState(false)
  const enter = useAct((values: Values) => ok(api.POST('/api/v1/applications', { body: values })), undefined, useEntered(close))
  const must = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Modal
      title="录入纸质申请"
      open={isOpen}
      okText="登记"
      cancelText="取消"
      confirmLoading={enter.isPending}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
      style={{ top: 24 }}
    >
      <Form form={form} layout="vertical" preserve={false} onFinish={(values) => enter.mutate(values)}>
        {area.code.length === 12 ? null : (
          <Form.Item name="divisionCode" label="村" rules={[{ required: true, len: 12, message: '请选择到村' }]}>
            <Village />
          </Form.Item>
        )}
        <Form.Item name="name" label="申请人姓名" rules={must('请填写姓名')}>
          <Input maxLength={30} autoFocus autoComplete="off" />
        </Form.Item>
        <div className="pair">
          <Form.Item name="idNumber" label="身份证号" rules={must('请填写身份证号')}>
            <Input maxLength={24} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label="联系电话" rules={must('请填写联系电话')}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="difficulty" label="遇到的困难" rules={must('请选择困难')}>
          <Select options={words?.difficulties.map(({ code, plain }) => ({ value: code, label: `${code}：${plain}` })) ?? []} />
        </Form.Item>
        <Form.Item name="words" label="情况说明">
          <Input.TextArea rows={3} maxLength={500} showCount placeholder="照纸上写的填，可以不填" />
        </Form.Item>
        <Form.Item name="photo" label="纸质申请的照片（可以不附）">
          <PaperPhoto most={words?.mostPhotoBytes ?? 0} />
        </Form.Item>
        <Form.Item>
          <Checkbox checked={isProxy} onChange={({ target }) => setProxy(target.checked)}>
            由他人代办
          </Checkbox>
        </Form.Item>
        {isProxy ? (
          <div className="pair">
            <Form.Item name="proxyName" label="代办人姓名" rules={must('请填写代办人姓名')}>
              <Input maxLength={30} autoComplete="off" />
            </Form.Item>
            <Form.Item name="proxyRelation" label="与申请人关系" rules={must('请选择关系')}>
              <Select options={words?.relations.map((one) => ({ value: one, label: one })) ?? []} />
            </Form.Item>
          </div>
        ) : null}
      </Form>
    </Modal>
  )
}

/** The sheet as it was handed in, made small in the browser; value and change come from the form around it. */
function PaperPhoto({ most, value, onChange }: { most: number; value?: string; onChange?: (photo: string | undefined) => void }) {
  const [trouble, setTrouble] = useState('')
  const take = async (file: File) => {
    const photo = await smallPhoto(file, most)
    setTrouble(photo === undefined ? '这个文件不是能打开的图片，请换一张。' : '')
    onChange?.(photo)
  }
  return (
    <div className="stack">
      {value ? <img className="sent-photo" src={`data:image/jpeg;base64,${value}`} alt="纸质申请" /> : null}
      <div className="row">
        <Upload
          accept="image/*"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file)
            return false
          }}
        >
          <Button>{value ? '换一张' : '选择照片'}</Button>
        </Upload>
        {value ? <Button onClick={() => onChange?.(undefined)}>不附照片</Button> : null}
      </div>
      {trouble === '' ? null : <p role="alert">{trouble}</p>}
    </div>
  )
}

/** Value and change come from the form around it. */
function Village({ value, onChange, id }: { value?: string; onChange?: (code: string | undefined) => void; id?: string }) {
  return (
    <DivisionPicker
      value={value}
      onChange={(code) => onChange?.(code)}
      label="请选择村"
      style={{ width: '100%' }}
      {...(id === undefined ? {} : { id })}
    />
  )
}
