/** Walks the tags of a small XML text, in linear time whatever the text; namespaces' prefixes are dropped. */

export interface XmlTag {
  /** Without prefix. */
  name: string
  isClosing: boolean
  isSelfClosing: boolean
  /** Everything between the name and the end of the tag. */
  attributes: string
  /** Where the text after the tag begins. */
  end: number
}

/** Every tag in order; comments, instructions and CDATA are passed over. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const mark = xml[at + 1]
    if (mark === '!' || mark === '?') {
      at = xml.indexOf('<', skipDeclaration(xml, at))
      continue
    }
    const end = tagEnd(xml, at + 1)
    const body = xml.slice(at + (mark === '/' ? 2 : 1), end)
    const isSelfClosing = body.endsWith('/')
    const nameLength = body.search(/[\s/]|$/)
    const fullName = body.slice(0, nameLength)
    yield {
      name: fullName.slice(fullName.indexOf(':') + 1),
      isClosing: mark === '/',
      isSelfClosing,
      attributes: body.slice(nameLength),
      end: end + 1,
    }
    at = xml.indexOf('<', end)
  }
}

function skipDeclaration(xml: string, at: number): number {
  const close = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '>'
  const end = xml.indexOf(close, at)
  return end === -1 ? xml.length : end + close.length
}

/** Index of the `>` that ends the tag; one inside quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let i = from; i < xml.length; i++) {
    const c = xml.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === 62) return i
    else if (c === 34 || c === 39) quote = c
  }
  return xml.length
}

/** The tag's attributes by name without prefix, entities left as they are; reading stops at the first that is not well formed. */
export function xmlAttributes(attributes: string): Map<string, string> {
  const found = new Map<string, string>()
  const attribute = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  for (let match = attribute.exec(attributes); match !== null; match = attribute.exec(attributes)) {
    const name = match[1]!.slice(match[1]!.indexOf(':') + 1)
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? '')
  }
  return found
}
