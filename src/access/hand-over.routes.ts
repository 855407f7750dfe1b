/** Handing an account over, over HTTP. */
import { z } from 'zod'
import { type HandOverStep, handOver } from './hand-over.actions.ts'
import { day, idParams } from './lists.ts'
import { name, officerItem, shownOfficers, username } from './officers.routes.ts'
import type { Roles } from './roles.ts'
import { type Route, route } from './route.ts'

const body = z.strictObject({
  version: z.number().int(),
  startsOn: day.describe('接手人的第一天；移交人用到前一天'),
  successor: z.union([
    z.strictObject({ name, username, validUntil: day.nullable().optional() }),
    z.strictObject({ officerId: z.number().int() }),
  ]),
})

/** POST /officers/:id/hand-over. */
export function handOverRoutes(roles: Roles, steps: readonly HandOverStep[]): Route[] {
  return [
    route({
      method: 'POST',
      path: '/officers/:id/hand-over',
      summary: '移交账号：旧账号到期，未办事项转给接手人，已办的仍记在原来的人名下',
      needs: 'officer.manage',
      params: idParams,
      body,
      answer: z.object({
        from: officerItem,
        to: officerItem,
        initialPassword: z.string().nullable().describe('只显示这一次'),
        moved: z.record(z.string(), z.number()),
      }),
      answersSecret: true,
      async handle(ctx, input) {
        const { from, to, initialPassword, moved } = await handOver(ctx, roles, input.params.id, input.body, steps)
        const [shownFrom, shownTo] = await shownOfficers(ctx, roles, [from, to])
        return { from: shownFrom as z.infer<typeof officerItem>, to: shownTo as z.infer<typeof officerItem>, initialPassword, moved }
      },
    }),
  ]
}
