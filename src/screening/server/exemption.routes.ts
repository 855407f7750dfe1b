/** HTTP: exemptions of leads and quality findings. */
import { type Route, route } from '../../access/index.ts'
import { exemptionList, grantExemption, revokeExemption } from './exemption.actions.ts'
import { exemptionPage, exemptionQuery, exemptionShape, idParams, newExemption, revokeBody } from './shapes.ts'

export const exemptionRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/exemptions',
    summary: '豁免清单',
    needs: 'lead.read',
    query: exemptionQuery,
    answer: exemptionPage,
    handle: (ctx, { query }) => exemptionList(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/exemptions',
    summary: '批准豁免：理由、佐证、有效期',
    needs: 'exemption.grant',
    body: newExemption,
    answer: exemptionShape,
    handle: (ctx, { body }) => grantExemption(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/exemptions/:id/revoke',
    summary: '撤销豁免',
    needs: 'exemption.grant',
    params: idParams,
    body: revokeBody,
    answer: exemptionShape,
    handle: (ctx, { params, body }) => revokeExemption(ctx, params.id, body),
  }),
]
