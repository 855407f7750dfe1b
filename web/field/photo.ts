/** A photo as it is kept: made small, with the time and place where it was taken, nothing else in it. */
import { freshKey, sha256 } from './sealing.ts'
import type { Place, Promised } from './types.ts'

const longestSide = 1600
const quality = 0.75

/** Where the phone is; null when it does not know within eight seconds or may not say. */
export function placeNow(): Promise<Place | null> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ latitude: round(coords.latitude), longitude: round(coords.longitude), accuracy: Math.round(coords.accuracy) }),
      () => done(null),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 },
    )
  })
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Drawn anew, so that what the camera wrote into the file is gone. */
export async function shrunk(file: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return bytesOf(canvas, 'image/jpeg')
}

export async function bytesOf(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png'): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  if (blob === null) throw new Error('no picture')
  return blob.arrayBuffer()
}

export async function promiseOf(kind: Promised['kind'], bytes: ArrayBuffer, place: Place | null, now: Date): Promise<Promised> {
  return { clientKey: freshKey(), kind, sha256: await sha256(bytes), takenAt: now.toISOString(), place, caption: '' }
}
