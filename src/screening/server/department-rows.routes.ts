/** HTTP: what departments handed in about one household. */
import { type Route, route } from '../../access/index.ts'
import { departmentRows } from './department-rows.actions.ts'
import { departmentRowsAnswer, departmentRowsQuery } from './department-rows-shapes.ts'
import { idParams } from './shapes.ts'

export const departmentRowRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/register/households/:id/department-rows',
    summary: '部门数据里关于这一户的行：出处、怎样认定的、主要内容（遮盖，查看留痕）',
    needs: 'lead.read',
    params: idParams,
    query: departmentRowsQuery,
    answer: departmentRowsAnswer,
    handle: (ctx, { params, query }) => departmentRows(ctx, params.id, query),
  }),
]
