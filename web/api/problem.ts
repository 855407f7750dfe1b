/** What the server says when it refuses: the body of RFC 9457, whose `detail` is the Chinese sentence to show. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly details: unknown

  constructor(status: number, code: string, detail: string, details?: unknown) {
    super(detail)
    this.status = status
    this.code = code
    this.details = details
  }
}

/** Turns any refused answer into a problem with a sentence, also when a proxy answered instead of the server. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const known = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const detail = typeof known.detail === 'string' ? known.detail : `服务器没有给出可用的回答（${status}），请稍后再试。`
  return new ApiProblem(status, typeof known.code === 'string' ? known.code : 'web.unreadable_answer', detail, known.details)
}

/** The one sentence for any error that reaches the screen. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.message
  return '页面出错，请刷新后重试。'
}
