/** What the public pages may send and get: closed, and without names, numbers, phones or health in any answer. */
import { z } from 'zod'

const tokenText = z.string().regex(/^[2-9a-z]{20}$/, '二维码不完整')
const solved = { challenge: z.string().max(80), nonce: z.string().max(20) }
/** Bounds only; what is wrong inside them is said in plain words by `typed.rules.ts`. */
const typed = z.string().max(2000)

export const tokenParams = z.strictObject({ token: z.string().max(200) })
export const openQuery = z.strictObject({ scan: z.literal('1').optional() })
export const puzzleQuery = z.strictObject({ for: z.enum(['apply', 'look']) })
export const readBody = z.strictObject({ leaflet: z.string().max(60) })

export const applicationBody = z.strictObject({
  token: tokenText,
  /** Made by the page once for one application, however often it is sent. */
  key: z.string().regex(/^[0-9a-f]{32}$/, '编号不对，请重新打开页面'),
  ...solved,
  name: typed,
  idNumber: typed,
  phone: typed,
  difficulty: typed,
  words: z.string().max(5000).default(''),
  proxyName: typed.optional(),
  proxyRelation: typed.optional(),
  photo: z.string().max(1_800_000).optional(),
  /** Follow-up codes this phone already holds. */
  earlier: z.array(z.string().max(40)).max(10).default([]),
})

export const progressBody = z.strictObject({ code: z.string().max(60), ...solved })
export const checkBody = z.strictObject({ token: tokenText, name: z.string().max(60), lastFour: z.string().max(20), ...solved })

const step = z.strictObject({ label: z.string(), state: z.enum(['done', 'now', 'next']) })
export const toldShape = z.strictObject({
  receivedOn: z.string(),
  stage: z.enum(['waiting', 'refused', 'working', 'done']),
  sentence: z.string(),
  since: z.string(),
  dueOn: z.string().nullable(),
  steps: z.array(step),
})

export const puzzleAnswer = z.strictObject({ challenge: z.string(), bits: z.number() })
export const codeAnswer = z.strictObject({
  kind: z.enum(['village', 'household']),
  township: z.string(),
  village: z.string(),
})
export const wordsAnswer = z.strictObject({
  difficulties: z.array(z.strictObject({ code: z.string(), label: z.string() })),
  relations: z.array(z.string()),
  mostWords: z.number(),
  mostPhotoBytes: z.number(),
  leaflets: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      sections: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()) })),
      basis: z.string(),
      reviewedOn: z.string(),
    }),
  ),
})
export const sentAnswer = z.strictObject({
  /** `already`: the holder of the earlier follow-up code has this under way since that day. */
  outcome: z.enum(['received', 'already']),
  code: z.string(),
  receivedOn: z.string(),
  dueOn: z.string().nullable(),
})
export const progressAnswer = z.strictObject({ found: z.boolean(), progress: toldShape.nullable() })
export const checkAnswer = z.strictObject({ isSame: z.boolean(), items: z.array(toldShape) })
export const nothing = z.strictObject({})
