/** SHA-256 in plain arithmetic: pages without TLS and old phones have no `crypto.subtle`. */

/** The first 32 bits of the roots of the first primes: square roots begin the state, cube roots go into the rounds. */
function rootsOfPrimes(power: number, count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) {
    let isPrime = true
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false
    const root = n ** power
    if (isPrime) found.push(((root - Math.floor(root)) * 0x100000000) | 0)
  }
  return found
}

const initial = rootsOfPrimes(1 / 2, 8)
const rounds = rootsOfPrimes(1 / 3, 64)
const schedule = new Int32Array(64)

/** Works one block of 64 bytes into the state. */
function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  const w = schedule
  for (let i = 0; i < 16; i += 1) {
    const p = at + i * 4
    w[i] = (bytes[p]! << 24) | (bytes[p + 1]! << 16) | (bytes[p + 2]! << 8) | bytes[p + 3]!
  }
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0]! + a) | 0
  state[1] = (state[1]! + b) | 0
  state[2] = (state[2]! + c) | 0
  state[3] = (state[3]! + d) | 0
  state[4] = (state[4]! + e) | 0
  state[5] = (state[5]! + f) | 0
  state[6] = (state[6]! + g) | 0
  state[7] = (state[7]! + h) | 0
}

export function bytesOf(text: string): Uint8Array {
  const binary = unescape(encodeURIComponent(text))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** Hashes texts that begin alike: what is common is worked in once. Answers the first 32 bits of the digest, which is all a puzzle asks for. */
export function hashesBehind(prefix: string): (ending: string) => number {
  const head = bytesOf(prefix)
  const whole = head.length - (head.length % 64)
  const middle = new Int32Array(initial)
  for (let at = 0; at < whole; at += 64) compress(middle, head, at)
  const rest = head.subarray(whole)
  return (ending) => {
    const length = rest.length + ending.length
    const padded = new Uint8Array((((length + 8) >> 6) + 1) * 64)
    padded.set(rest)
    for (let i = 0; i < ending.length; i += 1) padded[rest.length + i] = ending.charCodeAt(i)
    padded[length] = 0x80
    const bits = (whole + length) * 8
    for (let i = 0; i < 4; i += 1) padded[padded.length - 1 - i] = (bits >>> (8 * i)) & 255
    const state = new Int32Array(middle)
    for (let at = 0; at < padded.length; at += 64) compress(state, padded, at)
    return state[0]! >>> 0
  }
}
