/** What to do first in a county where nothing has been entered yet; gone as soon as there is something. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, ok } from '../../api/client.ts'
import { Block } from '../../parts/page.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'

function Steps({ steps }: { steps: readonly (readonly [string, Record<string, string>, string, ReactNode])[] }) {
  return (
    <Block title="开始使用" className="span-12">
      <ol className="questions">
        {steps.map(([path, search, label, words]) => (
          <li key={label}>
            <Link className="in-text" to={path as '/'} search={search as never}>
              {label}
            </Link>
            <span className="faint">{`　${words}`}</span>
          </li>
        ))}
      </ol>
    </Block>
  )
}

function ForAdministrator() {
  const { area } = useSignedIn()
  const below = useQuery({
    queryKey: ['divisions', area.code],
    queryFn: () => ok(api.GET('/api/v1/divisions', { params: { query: { under: area.code, limit: 1000 } } })),
  })
  if (below.data === undefined || below.data.items.length > 0) return null
  return (
    <Steps
      steps={[
        ['/officers', { tab: 'divisions' }, '上传行政区划名单', '本县、乡镇和村的代码、名称'],
        ['/officers', { tab: 'offices' }, '设立机构', '乡镇、村委会，以及报送数据的各部门'],
        ['/officers', {}, '开通账号', '可下载模板批量开通；初始密码当面交给本人'],
      ]}
    />
  )
}

function ForCounty() {
  const asked = useQuery({
    queryKey: ['register-summary', undefined],
    queryFn: () => ok(api.GET('/api/v1/register/summary', { params: { query: {} } })),
  })
  if (asked.data === undefined || asked.data.households > 0) return null
  return (
    <Steps
      steps={[
        ['/files', { handIn: '1' }, '导入农户档案', '从全国系统导出的农户家庭成员信息，原样报送，再接收'],
        ['/files', { tab: 'datasets' }, '收集部门数据', '下载模板发给各部门，或由联络员登录报送'],
        ['/screening', {}, '发起筛查', '接收数据后进行，线索自动分到各乡镇'],
      ]}
    />
  )
}

export function FirstSteps() {
  const may = useMay()
  if (may('register.load')) return <ForCounty />
  return may('officer.manage') && may('system.manage') ? <ForAdministrator /> : null
}
