/** Tokens of departments' systems, and the sessions that are open. */
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Sessions } from './sessions.tsx'
import { Tokens } from './tokens.tsx'

const tabs = [
  { key: 'tokens', label: '系统令牌', children: <Tokens /> },
  { key: 'sessions', label: '在线会话', children: <Sessions /> },
]

export default function Security() {
  return (
    <Page title="令牌与会话" hint="部门的系统用令牌报送数据；发现异常登录可以强制下线。">
      <PageTabs label="令牌与会话" tabs={tabs} />
    </Page>
  )
}
