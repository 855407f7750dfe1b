/** The reading side of the page: the start, the leaflets, where an application stands, the own household. */
import { ask, askWithWork, refusalOf } from './ask.ts'
import { dropCodes, heldCodes, type Words } from './kept.ts'
import { button, field, fill, make, say } from './make.ts'
import { placeOfCode, token, wordsOfPlace } from './state.ts'

export interface Told {
  receivedOn: string
  stage: 'waiting' | 'refused' | 'working' | 'done'
  sentence: string
  since: string
  dueOn: string | null
  steps: { label: string; state: 'done' | 'now' | 'next' }[]
}

const inChinese = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

const tile = (to: string, title: string, hint: string) =>
  make('a', { class: 'tile', href: to }, make('b', {}, title), make('span', {}, hint))

/** Four ways to go on; the own household only where its code was scanned. */
export async function start(main: Element): Promise<void> {
  const place = await placeOfCode()
  fill(
    main,
    make('h1', {}, '防止返贫监测帮扶'),
    place === undefined ? undefined : make('p', { class: 'place' }, `${place.township} ${place.village}`),
    place === undefined ? undefined : tile('#apply', '我要申请', '家里有困难，在这里告诉村里和乡镇'),
    place?.kind === 'household' && tile('#own', '我家的情况', '先核对身份，再看办到哪一步'),
    tile('#follow', '查办理进度', '用申请时给的查询码'),
    tile('#leaflets', '看政策', '谁能申请、怎么申请、有哪些帮助'),
    place === undefined && say('plain', '要申请，请扫描村里张贴的二维码；也可以打电话或到村委会办理。'),
    make('p', { class: 'foot' }, '不会用手机的，可以打 ', make('a', { href: 'tel:12317' }, '12317'), ' 或到村委会办理。'),
  )
}

export async function leaflets(main: Element): Promise<void> {
  const { leaflets: all } = await wordsOfPlace()
  fill(
    main,
    make('h1', {}, '看政策'),
    ...all.map(({ id, title }) => make('a', { class: 'tile', href: `#leaflet-${id}` }, make('b', {}, title))),
  )
}

export async function leaflet(main: Element, id: string): Promise<void> {
  const found = (await wordsOfPlace()).leaflets.filter((one) => one.id === id)[0]
  if (found === undefined) return leaflets(main)
  fill(main, ...paper(found))
  // Counted without saying who read; a count that is lost is no harm.
  if (token !== '') ask('POST', `/codes/${encodeURIComponent(token)}/reads`, { leaflet: id }).catch(() => undefined)
}

function paper({ title, sections, basis, reviewedOn }: Words['leaflets'][number]): HTMLElement[] {
  const parts = sections.map(({ heading, lines }) =>
    make('section', {}, make('h2', {}, heading), make('ul', {}, ...lines.map((line) => make('li', {}, line)))),
  )
  const source = `${basis === '' ? '' : `依据：${basis}。`}${inChinese(reviewedOn)}核对。`
  return [make('h1', {}, title), ...parts, make('p', { class: 'foot' }, source)]
}

/** One request and how far it has come. */
export function progress({ receivedOn, sentence, since, stage, dueOn, steps }: Told): HTMLElement {
  const words = { done: '已完成', now: '正在办', next: '还没到' }
  const line = (label: string, state: 'done' | 'now' | 'next') =>
    make('li', { class: state }, make('span', { class: 'dot' }), label, make('small', {}, words[state]))
  return make(
    'section',
    { class: 'progress' },
    say(stage === 'done' ? 'good' : 'plain', make('b', {}, sentence)),
    make('p', {}, `${inChinese(receivedOn)}收到${stage === 'waiting' && dueOn !== null ? `，最迟${inChinese(dueOn)}受理` : ''}。`),
    since === receivedOn ? undefined : make('p', {}, `${inChinese(since)}到这一步。`),
    steps.length > 0 && make('ol', { class: 'steps' }, ...steps.map(({ label, state }) => line(label, state))),
  )
}

export async function follow(main: Element, given = ''): Promise<void> {
  const input = make('input', { name: 'code', inputmode: 'numeric', autocomplete: 'off', maxlength: '20', placeholder: '12 位数字' })
  const answer = make('div', { 'aria-live': 'polite' })
  const look = async () => {
    const code = input.value.trim()
    if (code === '') return fill(answer, say('error', '请填写查询码。'))
    try {
      const { found, progress: told } = await askWithWork<{ found: boolean; progress: Told | null }>('look', code, '/progress', { code })
      fill(answer, found && told !== null ? progress(told) : say('error', '没有这个查询码，请照着申请时给的 12 位数字再填一遍。'))
    } catch (error) {
      fill(answer, say('error', refusalOf(error).sentence))
    }
  }
  const held = heldCodes()
  const clear = () => {
    dropCodes()
    void follow(main)
  }
  const forget = make('button', { type: 'button', class: 'quiet', onclick: clear }, '从这个手机上清除')
  fill(
    main,
    make('h1', {}, '查办理进度'),
    make('form', {}, field('查询码', input), button('查询', '正在查询…', look)),
    answer,
    held.length > 0 &&
      make(
        'section',
        {},
        make('h2', {}, '这个手机上的查询码'),
        ...held.map(({ code, on }) =>
          make(
            'a',
            { class: 'tile', href: `#follow-${code.replace(/ /g, '')}` },
            make('b', {}, code),
            make('span', {}, `${inChinese(on)}申请`),
          ),
        ),
        forget,
      ),
  )
  if (given === '') return
  input.value = given
  await look()
}

export async function own(main: Element): Promise<void> {
  const name = make('input', { name: 'name', autocomplete: 'off', maxlength: '30' })
  const four = make('input', { name: 'four', autocomplete: 'off', maxlength: '4', placeholder: '4 位' })
  const answer = make('div', { 'aria-live': 'polite' })
  const look = async () => {
    const asked = { token, name: name.value.trim(), lastFour: four.value.trim() }
    if (asked.name === '' || asked.lastFour.length !== 4) return fill(answer, say('error', '请填写姓名，和身份证号或电话的后 4 位。'))
    try {
      const subject = asked.token + asked.name + asked.lastFour
      const { isSame, items } = await askWithWork<{ isSame: boolean; items: Told[] }>('look', subject, '/household-checks', asked)
      if (!isSame) fill(answer, say('error', '核对不上。请填写这一户家庭成员的姓名，和本人登记的身份证号或电话的后 4 位。'))
      else if (items.length === 0) fill(answer, say('plain', '您家现在没有正在办理的申请。'))
      else fill(answer, ...items.map(progress))
    } catch (error) {
      fill(answer, say('error', refusalOf(error).sentence))
    }
  }
  fill(
    main,
    make('h1', {}, '我家的情况'),
    make('p', {}, '为保护您家的信息，请先核对身份。'),
    make(
      'form',
      {},
      field('姓名', name, '家里任何一位成员'),
      field('后 4 位', four, '本人身份证号或登记电话的最后 4 位'),
      button('核对并查看', '正在核对…', look),
    ),
    answer,
  )
}
