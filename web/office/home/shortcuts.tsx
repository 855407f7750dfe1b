/** For administrators, who have no queue: the pages they work on. */
import { Link } from '@tanstack/react-router'
import { Block } from '../../parts/page.tsx'
import { isFor, menu } from '../frame/menu.ts'
import { useMay, useSession } from '../frame/session.ts'

const purposes: Record<string, string> = {
  '/joint': '移交给民政部门的低收入家庭，答复和移来',
  '/policy': '现行参数、依据和规则',
  '/officers': '开通、停用、移交账号，维护机构',
  '/audit': '谁在什么时候看过、改过什么，封签是否完好',
  '/security': '部门系统的令牌，在线会话',
}

export function Shortcuts() {
  const may = useMay()
  const { data } = useSession()
  const entries = menu.flatMap((group) => group.entries).filter((entry) => entry.needs.length > 0 && isFor(entry, may, data?.datasets))
  return (
    <Block title="常用功能" className="span-12">
      <ul className="lines">
        {entries.map(({ path, label }) => (
          <li key={path}>
            <Link to={path as '/'}>{label}</Link>
            <span className="faint">{purposes[path]}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}
