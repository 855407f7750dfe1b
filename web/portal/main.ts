/** The public phone page: what stands after `#` says what is shown, so that the phone's own back key works. */
import { apply, send } from './apply.ts'
import { refusalOf } from './ask.ts'
import { unsent } from './kept.ts'
import { fill, make, say } from './make.ts'
import './portal.css'
import { follow, leaflet, leaflets, own, start } from './views.ts'

const main = document.getElementById('page')!
const retrySeconds = 15

async function show(): Promise<void> {
  const [view = '', ...rest] = decodeURIComponent(location.hash.slice(1)).split('-')
  const given = rest.join('-')
  const back = make('a', { class: 'back', href: '#' }, '‹ 首页')
  const body = make('div', {})
  fill(main, view === '' ? undefined : back, body)
  window.scrollTo(0, 0)
  const views: Record<string, () => Promise<void>> = {
    apply: () => apply(body),
    follow: () => follow(body, given),
    own: () => own(body),
    leaflets: () => leaflets(body),
    leaflet: () => leaflet(body, given),
  }
  try {
    await (views[view] ?? (() => start(body)))()
  } catch (error) {
    const again = make('button', { type: 'button', class: 'main', onclick: () => void show() }, '再试一次')
    fill(
      body,
      make('h1', {}, '打不开'),
      say('error', refusalOf(error).sentence),
      again,
      make('a', { class: 'tile', href: '#leaflets' }, make('b', {}, '看政策')),
    )
  }
}

/** An application left on the phone is sent as soon as there is a network again. */
function sendWaiting(): void {
  const one = unsent()
  if (one === undefined || document.hidden || location.hash !== '#apply') return
  void send(main.lastElementChild ?? main, one)
}

window.addEventListener('hashchange', () => void show())
window.addEventListener('online', sendWaiting)
document.addEventListener('visibilitychange', sendWaiting)
setInterval(sendWaiting, retrySeconds * 1000)
if (unsent() !== undefined) location.hash = '#apply'
void show()
