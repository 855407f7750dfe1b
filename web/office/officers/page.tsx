/** Officers and offices: who works where, with what role, until when. */
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Bulk } from './bulk.tsx'
import { Divisions } from './divisions.tsx'
import { OfficeList } from './office-list.tsx'
import { NewOfficer } from './officer-form.tsx'
import { OfficerList } from './officer-list.tsx'
import { Roles } from './roles.tsx'

const tabs = [
  { key: 'officers', label: '用户', children: <OfficerList /> },
  { key: 'offices', label: '机构', children: <OfficeList /> },
  { key: 'roles', label: '角色与权限', children: <Roles /> },
  { key: 'divisions', label: '行政区划', children: <Divisions /> },
]

export default function Officers() {
  return (
    <Page
      title="用户与机构"
      hint="人员轮换时用“移交”：旧账号到期，未办事项转给接手人，办过的仍记在原来的人名下。"
      actions={
        <>
          <Bulk />
          <NewOfficer />
        </>
      }
    >
      <PageTabs label="用户与机构的内容" tabs={tabs} />
    </Page>
  )
}
