/** Where phones reach the public page: as it was printed last on this computer, else this address itself. */
const name = 'xianjie.public-address'

export function publicAddress(): string {
  try {
    return localStorage.getItem(name) ?? location.origin
  } catch {
    return location.origin
  }
}

export function rememberPublicAddress(address: string): void {
  try {
    localStorage.setItem(name, address)
  } catch {
    // Typed again next time.
  }
}
