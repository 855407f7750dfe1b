/** The first page after the log-in: what waits for me, what is late, what is missing. */
import { Page } from '../../parts/page.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'
import { FirstSteps } from './first-steps.tsx'
import { HandInGaps } from './hand-in-gaps.tsx'
import { HomeFigures } from './home-figures.tsx'
import { Queue } from './queue.tsx'
import { Running } from './running.tsx'
import { Shortcuts } from './shortcuts.tsx'

function greeting(): string {
  const hour = new Date().getHours()
  return hour < 11 ? '早上好' : hour < 14 ? '中午好' : hour < 18 ? '下午好' : '晚上好'
}

export default function Home() {
  const session = useSignedIn()
  const may = useMay()
  const isAdministrator = !may('lead.read') && !may('file.hand_in')
  return (
    <Page
      title={`${session.officer.name}，${greeting()}`}
      hint={`${session.office.name}，${session.roleLabel}，管辖范围：${session.area.name}`}
    >
      <HomeFigures />
      <div className="columns">
        <FirstSteps />
        {may('lead.read') ? <Queue /> : null}
        {may('file.read') ? <HandInGaps /> : null}
        {may('screening.run') || may('system.manage') ? <Running /> : null}
        {isAdministrator ? <Shortcuts /> : null}
      </div>
    </Page>
  )
}
