/** The last way out: what was not sent as one file, to be carried to an office and read in there. */

import type { PhoneStore } from './phone-store.ts'
import { base64, fromBase64, sealFile } from './sealing.ts'
import type { FormBody } from './types.ts'

export interface ExportFile {
  format: 'xianjie-visits'
  version: 1
  officer: { id: number; name: string }
  madeAt: string
  forms: { body: FormBody; headName: string; photos: { clientKey: string; data: string }[] }[]
}

/** Forms that are not wholly with the county, photos included. */
export async function exported(store: PhoneStore, now: Date): Promise<ExportFile> {
  const forms: ExportFile['forms'] = []
  for (const { body, headName, state, missing } of store.known().outgoing) {
    if (state === 'sent' && missing.length === 0) continue
    const photos: { clientKey: string; data: string }[] = []
    for (const { clientKey } of body.attachments ?? []) {
      const bytes = await store.photo(clientKey)
      if (bytes !== undefined) photos.push({ clientKey, data: base64(bytes) })
    }
    forms.push({ body, headName, photos })
  }
  return { format: 'xianjie-visits', version: 1, officer: store.officer, madeAt: now.toISOString(), forms }
}

/** Saved on the phone; without a password it is readable by anybody who holds it. */
export async function saveExport(file: ExportFile, password: string): Promise<void> {
  const text = password === '' ? JSON.stringify(file) : await sealFile(password, file)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `入户走访-${file.officer.name}-${file.madeAt.slice(0, 10)}${password === '' ? '-未加密' : ''}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export const photoBytes = (data: string): ArrayBuffer => fromBase64(data).buffer
