/** The frame around every page: who one is and where, the tasks one may do, and the way out. */
import { KeyOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Dropdown, Menu, Result } from 'antd'
import { useState } from 'react'
import { useNarrow } from '../../parts/narrow.ts'
import { icons } from './icons.tsx'
import { isFor, menu } from './menu.ts'
import { type Session, useMay, useSession, useSignOut } from './session.ts'

export function Unfound() {
  return <Result status="info" title="没有这个页面" extra={<Link to="/">回首页</Link>} />
}

function SideMenu({ opened }: { opened?: () => void }) {
  const may = useMay()
  const { data } = useSession()
  const { pathname } = useLocation()
  const here = menu.flatMap(({ entries }) => entries).filter(({ path }) => (path === '/' ? pathname === '/' : pathname.startsWith(path)))
  const current = pathname.startsWith('/households') ? '/register' : (here.at(-1)?.path ?? '')
  const items = menu
    .map(({ label, entries }) => ({
      key: label,
      type: 'group' as const,
      label,
      children: entries
        .filter((entry) => isFor(entry, may, data?.datasets))
        .map(({ path, label: text, icon }) => ({ key: path, icon: icons[icon], label: <Link to={path as '/'}>{text}</Link> })),
    }))
    .filter(({ children }) => children.length > 0)
  return (
    <Menu className="side-menu" mode="inline" selectedKeys={[current]} items={items} onClick={() => opened?.()} aria-label="功能菜单" />
  )
}

function Head({ session, openMenu }: { session: Session; openMenu: (() => void) | undefined }) {
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { officer, office, area } = session
  return (
    <header className="head">
      {openMenu ? <Button type="text" icon={<MenuOutlined />} aria-label="打开菜单" onClick={openMenu} /> : <img src="/icon.svg" alt="" />}
      <span className="head-name">衔接</span>
      <span className="head-area" title={`管辖范围：${area.name}`}>
        {area.name}
      </span>
      <span className="head-space" />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', disabled: true, label: `${office.name}，${session.roleLabel}` },
            { key: 'account', icon: <KeyOutlined />, label: '修改密码与登录安全', onClick: () => void navigate({ to: '/account' }) },
            { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: () => signOut() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} title="个人菜单">
          {officer.name}
          {openMenu ? null : <span className="head-office">{office.name}</span>}
        </Button>
      </Dropdown>
    </header>
  )
}

export default function Desk({ session }: { session: Session }) {
  const isNarrow = useNarrow()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const { pathname } = useLocation()
  if (session.mustChangePassword && pathname !== '/account') return <Navigate to="/account" />
  return (
    <div className="frame">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Head session={session} openMenu={isNarrow ? () => setMenuOpen(true) : undefined} />
      {isNarrow ? (
        <Drawer open={isMenuOpen} onClose={() => setMenuOpen(false)} placement="left" size={240} title="功能菜单">
          <SideMenu opened={() => setMenuOpen(false)} />
        </Drawer>
      ) : (
        <nav className="side" aria-label="功能">
          <SideMenu />
        </nav>
      )}
      <main className="main" id="main">
        <Outlet />
      </main>
    </div>
  )
}
