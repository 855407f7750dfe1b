/** Sends a file and tells how far it has got; only XMLHttpRequest reports that. */
import { settle, signedOutEvent, writeHeaders } from './asking.ts'
import { ApiProblem, problemFrom } from './problem.ts'

export interface Sending<Answer> {
  answer: Promise<Answer>
  cancel: () => void
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `onProgress` gets the share sent, 0 to 1; fields go before the file, so that the server knows them when it comes. */
export function send<Answer>(
  address: string,
  files: readonly File[],
  fields: Record<string, string>,
  onProgress: (share: number) => void,
): Sending<Answer> {
  const request = new XMLHttpRequest()
  const intention = `POST ${address} ${JSON.stringify(fields)} ${files.map((file) => `${file.name} ${file.size} ${file.lastModified}`).join(';')}`
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('file', file, file.name)
  const answer = new Promise<Answer>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem(0, 'web.offline', '文件没有传完，连不上服务器，请检查网络后重传。'))
    request.onabort = () => reject(new ApiProblem(0, 'web.cancelled', '已取消上传。'))
    request.onload = () => {
      settle(intention)
      const body = parsed(request.responseText)
      if (request.status === 401) window.dispatchEvent(new Event(signedOutEvent))
      if (request.status >= 200 && request.status < 300) resolve(body as Answer)
      else reject(problemFrom(request.status, body))
    }
  })
  request.open('POST', address)
  for (const [name, value] of Object.entries(writeHeaders(intention))) request.setRequestHeader(name, value)
  request.send(form)
  return { answer, cancel: () => request.abort() }
}
