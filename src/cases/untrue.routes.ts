/** HTTP: what villages found untrue, confirmed by the township. */
import { z } from 'zod'
import { type Route, route } from '../access/index.ts'
import { divisionCode } from './shapes.ts'
import { confirmUntrue, untrueWaiting } from './untrue.actions.ts'
import { confirmBody, confirmed, untrueList } from './untrue-shapes.ts'

export const untrueRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/untrue-cases',
    summary: '村里核实不属实、等待复核的帮扶事项',
    needs: 'case.read',
    query: z.object({ division: divisionCode.optional() }),
    answer: untrueList,
    handle: (ctx, { query }) => untrueWaiting(ctx, query.division),
  }),
  route({
    method: 'POST',
    path: '/untrue-cases/confirm',
    summary: '确认不属实，可一次多户；逐户办理，办不成的写明原因',
    needs: 'case.dispatch',
    body: confirmBody,
    answer: confirmed,
    handle: (ctx, { body }) => confirmUntrue(ctx, body),
  }),
]
