/** Elements made in one line; text is always text, never markup. */

type Attributes = Record<string, string | boolean | ((event: Event) => void)>
type Child = Node | string | undefined | false

/** `make('a', { href, onclick })`; a property beginning with `on` is a listener, `true` sets, `false` leaves out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]!
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  for (const child of children) if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  return element
}

/** Puts these in place of what is there. */
export function fill(place: Element, ...children: Child[]): void {
  while (place.firstChild) place.removeChild(place.firstChild)
  for (const child of children) if (child) place.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
}

export const say = (kind: 'error' | 'good' | 'plain', ...children: Child[]): HTMLElement =>
  make('div', { class: `say ${kind}`, role: kind === 'error' ? 'alert' : 'status' }, ...children)

/** A button that says that it is working, and cannot be pressed twice. */
export function button(label: string, busy: string, act: () => Promise<void>): HTMLButtonElement {
  const made = make('button', { type: 'submit', class: 'main' }, label)
  made.addEventListener('click', (event) => {
    event.preventDefault()
    if (made.disabled) return
    made.disabled = true
    made.textContent = busy
    const over = () => {
      made.disabled = false
      made.textContent = label
    }
    act().then(over, over)
  })
  return made
}

/** A labelled field, with a place below for what is wrong with it. */
export function field(label: string, input: HTMLElement, hint = ''): HTMLElement {
  const id = `f-${input.getAttribute('name') ?? ''}`
  input.id = id
  if (hint !== '') input.setAttribute('aria-describedby', `${id}-hint`)
  return make('div', { class: 'field' }, make('label', { for: id }, label), input, hint !== '' && make('small', { id: `${id}-hint` }, hint))
}
