/** Writes text as GB18030, which Node can read but not write. */

let twoByte: Uint16Array | undefined
let fourByte: Map<number, number> | undefined

/** Builds the way back from the decoder once: two-byte codes for most characters, linear positions for the rest of the plane. */
const tables = (): { two: Uint16Array; four: Map<number, number> } => {
  if (twoByte !== undefined && fourByte !== undefined) return { two: twoByte, four: fourByte }
  const decoder = new TextDecoder('gb18030')
  const two = new Uint16Array(65_536)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd') two[text.charCodeAt(0)] = (lead << 8) | trail
    }
  }
  const four = new Map<number, number>()
  for (let position = 0; position < 39_420; position++) {
    const text = decoder.decode(Uint8Array.from(fourBytes(position)))
    if (text.length === 1 && text !== '\ufffd') four.set(text.charCodeAt(0), position)
  }
  twoByte = two
  fourByte = four
  return { two, four }
}

const fourBytes = (position: number): [number, number, number, number] => [
  0x81 + Math.floor(position / 12_600),
  0x30 + (Math.floor(position / 1_260) % 10),
  0x81 + (Math.floor(position / 10) % 126),
  0x30 + (position % 10),
]

/** The bytes of a text; characters beyond the plane take their place in the second half of the four-byte codes. */
export const encodeGb18030 = (text: string): Uint8Array => {
  const { two, four } = tables()
  const bytes = new Uint8Array(text.length * 4)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number
    if (point < 0x80) {
      bytes[length++] = point
      continue
    }
    const pair = point < 0x10000 ? (two[point] as number) : 0
    if (pair !== 0) {
      bytes[length++] = pair >> 8
      bytes[length++] = pair & 0xff
      continue
    }
    if (point > 0xffff) i += 1
    const position = point > 0xffff ? 189_000 + point - 0x10000 : (four.get(point) ?? 0)
    bytes.set(fourBytes(position), length)
    length += 4
  }
  return bytes.subarray(0, length)
}
