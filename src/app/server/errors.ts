/** Every error that reaches the edge becomes an RFC 9457 body: Problems in full, bugs without detail. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../kernel/index.ts'
import { serverProblems } from './problems.ts'

/** What is sent for a Problem; `details` are machine-readable and carry no personal data. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  details: z.unknown().optional(),
  requestId: z.string(),
})

const inputNames: Record<string, string> = { body: '内容', params: '地址', querystring: '查询条件', headers: '请求头' }

/** One line per wrong field, in the field's own name. */
export function zodLines(issues: readonly { path: readonly PropertyKey[]; message: string }[], where = ''): string[] {
  return issues.map(({ path, message }) => `${[where, path.join('.')].filter((part) => part !== '').join(' ') || '内容'}：${message}`)
}

function asProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof z.ZodError) return new Problem(serverProblems.badInput, { found: zodLines(error.issues) })
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = inputNames[error.validationContext ?? 'body'] ?? ''
    const found = error.validation.map(
      ({ instancePath, message }) => `${where} ${instancePath.replace(/^\//, '').replaceAll('/', '.')}：${message ?? ''}`,
    )
    return new Problem(serverProblems.badInput, { found })
  }
  const { statusCode, code, message } = error as FastifyError
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Problem(serverProblems.tooLarge, { limit: '2 GB 的文件或 2 MB 的表单' })
  if (statusCode === 415) return new Problem(serverProblems.badRequest, { reason: '内容类型不对' })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Problem(serverProblems.badRequest, { reason: message })
  return new Problem(serverProblems.bug, { requestId: request.id }, { cause: error })
}

/** Fastify's error handler. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error, request)
  if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem, requestId: request.id }, problem.code)
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:xianjie:${problem.code}`,
        title: problem.message.split(/[：。]/)[0],
        status: problem.status,
        detail: problem.message,
        code: problem.code,
        details: problem.details,
        requestId: request.id,
      }),
    )
}
