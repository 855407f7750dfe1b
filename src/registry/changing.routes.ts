/** Changing the register over HTTP: events in life, fields, taking back. */
import { z } from 'zod'
import { type Route, route } from '../access/index.ts'
import { registerEvent } from './events.actions.ts'
import { changeFields } from './fields.actions.ts'
import { byId } from './register.routes.ts'
import { actDone, fieldChange, lifeEvent } from './register.schema.ts'
import { undoAct } from './undo.actions.ts'

export const changingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/register/households/:id/events',
    summary: '登记变动：出生、死亡、收养、婚入、婚出、迁入、迁出、分户、并户、变更户主、整户搬迁',
    needs: 'register.change',
    params: byId,
    body: lifeEvent,
    answer: actDone,
    handle: (ctx, { params, body }) => registerEvent(ctx, params.id, body),
  }),
  route({
    method: 'PATCH',
    path: '/register/households/:id',
    summary: '修改农户和成员的信息',
    needs: 'register.change',
    params: byId,
    body: fieldChange,
    answer: actDone,
    handle: (ctx, { params, body }) => changeFields(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/register/acts/:id/undo',
    summary: '撤销该户最近一次登记',
    needs: 'register.change',
    params: byId,
    body: z.object({ reason: z.string().trim().min(2, '请写明原因').max(300) }),
    answer: actDone,
    handle: (ctx, { params, body }) => undoAct(ctx, params.id, body.reason),
  }),
]
