/** One HTTP route, defined once: the server, its OpenAPI document, the permission tests and the web's types follow from it. */
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Context } from '../store/index.ts'
import type { Permission } from './permissions.ts'

/** What a download answers; the server adds the headers. */
export interface FileAnswer {
  kind: 'file'
  /** As the officer sees it, Chinese allowed. */
  name: string
  type: string
  content: Buffer | Readable
}

/** A log-in or log-out: the server sets or clears the session cookie and sends the body. */
export interface SessionAnswer {
  kind: 'session'
  /** `null` clears the cookie. */
  token: string | null
  expiresAt?: Date
  body: unknown
}

/** A file that came with a request, already received whole into a temporary place that is removed after the answer. */
export interface Upload {
  name: string
  path: string
  size: number
  sha256: string
}

export interface RouteInput<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  uploads: readonly Upload[]
  /** Address and program of the client, for sessions and the audit trail. */
  address: string
  userAgent: string
  /** The session's own token, where one came; only log-out and password routes need it. */
  token: string | undefined
}

/** `public`: no log-in asked, runs as nobody with no area; `signed-in`: any officer. */
export type Needs = Permission | 'public' | 'signed-in'

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, parameters as `:name`. */
  path: `/${string}`
  /** One Chinese line for the API document. */
  summary: string
  needs: Needs
  params?: Params
  query?: Query
  body?: Body
  /** What is answered as JSON; absent for downloads. */
  answer?: Answer
  /** Files are expected as multipart/form-data; `body` then describes its text fields. */
  takesFiles?: true
  /** The answer carries a password or token that is shown once: it is not kept for repeated requests. */
  answersSecret?: true
  handle: (
    ctx: Context,
    input: RouteInput<z.infer<Params>, z.infer<Query>, z.infer<Body>>,
  ) => Promise<z.infer<Answer> | FileAnswer | SessionAnswer>
}

/** Declares a route; the handler's input and answer are typed by the schemas. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  definition: Route<P, Q, B, A>,
): Route {
  return definition as unknown as Route
}
