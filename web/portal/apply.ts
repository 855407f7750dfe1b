/** The application: at most six fields, kept on the phone until the server has it. */
import { askWithWork, refusalOf } from './ask.ts'
import { type Draft, freshKey, heldCodes, holdCode, keepUnsent, type Unsent, unsent, type Words } from './kept.ts'
import { button, field, fill, make, say } from './make.ts'
import { smallPhoto } from './photo.ts'
import { placeOfCode, token, wordsOfPlace } from './state.ts'

interface Sent {
  outcome: 'received' | 'already'
  code: string
  receivedOn: string
  dueOn: string | null
}

const inChinese = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** What was typed stays while one looks at a leaflet; it is gone with the page. */
let draft: Draft = { name: '', idNumber: '', phone: '', difficulty: '', words: '' }
let isProxy = false

/** The form; an application that waits on the phone comes first. */
export async function apply(main: Element): Promise<void> {
  const waiting = unsent()
  if (waiting !== undefined) return send(main, waiting)
  const [place, words] = [await placeOfCode(), await wordsOfPlace()]
  if (place === undefined) return fill(main, make('h1', {}, '我要申请'), say('plain', '请扫描村里张贴的二维码再申请。'))
  form(main, `${place.township} ${place.village}`, words, '')
}

function text(name: 'name' | 'idNumber' | 'phone' | 'proxyName', more: Record<string, string> = {}): HTMLInputElement {
  const input = make('input', Object.assign({ name, autocomplete: 'off', maxlength: '30' }, more))
  input.value = draft[name] ?? ''
  input.oninput = () => {
    draft[name] = input.value
  }
  return input
}

function choice(name: 'difficulty' | 'proxyRelation', choices: { code: string; label: string }[]): HTMLSelectElement {
  const options = choices.map(({ code, label }) => make('option', { value: code }, label))
  const select = make('select', { name }, make('option', { value: '' }, '请选择'), ...options)
  select.value = draft[name] ?? ''
  select.onchange = () => {
    draft[name] = select.value
  }
  return select
}

function photoField(most: number): HTMLElement {
  const shown = make('div', { 'aria-live': 'polite' })
  const input = make('input', { id: 'f-photo', class: 'unseen', type: 'file', accept: 'image/*' })
  const show = (message?: string) =>
    fill(
      shown,
      message !== undefined && say('error', message),
      draft.photo !== undefined && make('img', { class: 'photo', alt: '所附照片', src: `data:image/jpeg;base64,${draft.photo}` }),
    )
  input.onchange = async () => {
    const file = input.files?.[0]
    if (file === undefined) return
    fill(shown, '正在处理照片…')
    const photo = await smallPhoto(file, most)
    if (photo === undefined) return show('这张照片打不开，请换一张或不附照片。')
    draft.photo = photo
    show()
  }
  show()
  const hint = isProxy ? '代办须附一张，如本人在场、手印或手写的申请' : '可以不附，如病历、受灾的房屋'
  const pick = make('label', { class: 'pick', for: 'f-photo' }, '拍照或选一张照片')
  return make('div', { class: 'field' }, input, pick, make('small', {}, hint), shown)
}

function wordsField(most: number): HTMLElement {
  const input = make('textarea', { name: 'words', rows: '4', maxlength: String(most) })
  input.value = draft.words
  input.oninput = () => {
    draft.words = input.value
  }
  return field('情况说明', input, `可以不填，最多 ${most} 字`)
}

/** Whether somebody else applies, and who; `changed` draws the form anew. */
function proxyFields(relations: string[], changed: () => void): HTMLElement {
  const box = make('input', { type: 'checkbox', id: 'proxy' })
  box.checked = isProxy
  box.onchange = () => {
    isProxy = box.checked
    changed()
  }
  const choices = relations.map((one) => ({ code: one, label: one }))
  return make(
    'div',
    {},
    make('p', { class: 'check' }, box, make('label', { for: 'proxy' }, '我是替别人申请（代办）')),
    isProxy && field('您的姓名（代办人）', text('proxyName')),
    isProxy && field('您是申请人的', choice('proxyRelation', choices)),
  )
}

function form(main: Element, place: string, words: Words, problem: string): void {
  const told = make('div', {}, problem !== '' && say('error', problem))
  const submit = async () => {
    const missing = firstMissing()
    if (missing !== undefined) return fill(told, say('error', missing))
    const asked: Draft = Object.assign({}, draft)
    if (!isProxy) {
      delete asked.proxyName
      delete asked.proxyRelation
    }
    await send(main, Object.assign(asked, { token, key: freshKey() }))
  }
  const fields = make(
    'form',
    { novalidate: true },
    proxyFields(words.relations, () => form(main, place, words, '')),
    field(isProxy ? '申请人姓名' : '姓名', text('name')),
    field(isProxy ? '申请人身份证号' : '身份证号', text('idNumber', { maxlength: '24' })),
    field('联系电话', text('phone', { type: 'tel' })),
    field('遇到什么困难', choice('difficulty', words.difficulties)),
    wordsField(words.mostWords),
    photoField(words.mostPhotoBytes),
    told,
    button('提交申请', '正在提交…', submit),
  )
  const consent = '提交就是同意村里和乡镇上门核实。内容加密保存，只用于核实您家的情况。'
  fill(main, make('h1', {}, '我要申请'), make('p', { class: 'place' }, place), fields, make('p', { class: 'foot' }, consent))
  if (problem !== '') told.scrollIntoView()
}

function firstMissing(): string | undefined {
  if (isProxy && (draft.proxyName ?? '') === '') return '请填写代办人的姓名。'
  if (isProxy && (draft.proxyRelation ?? '') === '') return '请选择您是申请人的什么人。'
  if (draft.name.trim() === '') return '请填写姓名。'
  if (draft.idNumber.trim() === '') return '请填写身份证号。'
  if (draft.phone.trim() === '') return '请填写联系电话。'
  if (draft.difficulty === '') return '请选择遇到什么困难。'
  if (isProxy && draft.photo === undefined) return '代办的请附一张照片。'
  return undefined
}

let sending: Promise<void> | undefined
/** Where the outcome is shown: the page may have been drawn anew while it was on its way. */
let shown: Element | undefined

/** Sends what waits; without network it stays on the phone and is sent again with the same key. */
export function send(main: Element, one: Unsent): Promise<void> {
  shown = main
  fill(main, make('h1', {}, '正在提交'), say('plain', '正在发送，请稍等…'))
  if (sending === undefined) {
    const over = () => {
      sending = undefined
    }
    sending = trySend(one)
    sending.then(over, over)
  }
  return sending
}

async function trySend(one: Unsent): Promise<void> {
  const isKept = keepUnsent(one)
  const place = () => shown as Element
  try {
    const body = Object.assign({}, one, { earlier: heldCodes().map(({ code }) => code) })
    const sent = await askWithWork<Sent>('apply', one.key, '/applications', body)
    keepUnsent(undefined)
    draft = { name: '', idNumber: '', phone: '', difficulty: '', words: '' }
    isProxy = false
    holdCode({ code: sent.code, on: sent.receivedOn })
    received(place(), sent)
  } catch (error) {
    const { status, sentence } = refusalOf(error)
    if (status === 0) return waits(place(), one, isKept)
    keepUnsent(undefined)
    draft = Object.assign({}, one)
    isProxy = one.proxyName !== undefined
    const [village, words] = [await placeOfCode().catch(() => undefined), await wordsOfPlace()]
    form(place(), village === undefined ? '' : `${village.township} ${village.village}`, words, sentence)
  }
}

function waits(main: Element, one: Unsent, isKept: boolean): void {
  const drop = () => {
    keepUnsent(undefined)
    draft = Object.assign({}, one)
    location.hash = '#apply'
    void apply(main)
  }
  fill(
    main,
    make('h1', {}, '还没有发出去'),
    say(
      'plain',
      isKept
        ? '现在没有网络。申请已存在这个手机里，有网时会自动发送，关掉页面也不会丢。'
        : '现在没有网络。请不要关掉页面，有网时会自动发送。',
    ),
    button('现在再试', '正在发送…', () => send(main, one)),
    make('button', { type: 'button', class: 'quiet', onclick: drop }, '先不发，回去修改'),
  )
}

function received(main: Element, { outcome, code, receivedOn, dueOn }: Sent): void {
  const isNew = outcome === 'received'
  fill(
    main,
    make('h1', {}, isNew ? '已经收到您的申请' : '您已经申请过了'),
    isNew ? undefined : say('plain', `${inChinese(receivedOn)}已经收到这一户的申请，正在办理，不用再申请。`),
    make('p', {}, '查询码（请记下或截图）：'),
    make('p', { class: 'code' }, code),
    dueOn === null ? undefined : make('p', {}, `乡镇最迟${inChinese(dueOn)}受理，之后村里会上门核实。成不成都会告诉您。`),
    make('a', { class: 'tile', href: `#follow-${code.replace(/ /g, '')}` }, make('b', {}, '查办理进度')),
    make('a', { class: 'tile', href: '#' }, make('b', {}, '回到首页')),
  )
}
