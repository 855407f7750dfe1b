/** A photo made small enough for a weak network; place and camera data are lost on the way, as they should. */

const widest = 1280

/** Base64 of a JPEG of at most so many bytes; undefined when the phone cannot read the file. */
export async function smallPhoto(file: File, mostBytes: number): Promise<string | undefined> {
  const image = await loaded(file)
  if (image === undefined) return undefined
  for (let size = widest, quality = 0.75; size >= 480; size = Math.round(size * 0.75), quality = 0.6) {
    const scale = Math.min(1, size / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    const pen = canvas.getContext('2d')
    if (pen === null) return undefined
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const photo = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
    if (photo !== '' && photo.length * 0.75 <= mostBytes) return photo
  }
  return undefined
}

function loaded(file: File): Promise<HTMLImageElement | undefined> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onerror = () => done(undefined)
    reader.onload = () => {
      const image = new Image()
      image.onload = () => done(image)
      image.onerror = () => done(undefined)
      image.src = String(reader.result)
    }
    reader.readAsDataURL(file)
  })
}
