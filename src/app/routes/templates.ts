/** Blank forms of the datasets: the route stands here because the forms are made by the workbooks. */
import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { storeProblems } from '../../store/index.ts'
import { writeDepartmentTemplate } from '../workbooks/index.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const templateRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/datasets/:name/template',
    summary: '下载数据表的空白报送表',
    needs: 'file.hand_in',
    params: z.object({ name: z.string().regex(/^[a-z][a-z0-9_]*$/) }),
    async handle(ctx, { params: { name } }) {
      const dataset = ctx.policy.datasets.get(name)
      if (dataset === undefined || ctx.officer.datasets?.has(name) === false)
        throw new Problem(storeProblems.notFound, { what: '这种数据表' })
      const path = join(tmpdir(), `xianjie-${randomUUID()}.xlsx`)
      try {
        await writeDepartmentTemplate(path, dataset, Object.fromEntries(ctx.policy.codeLists), { day: ctx.today })
        return { kind: 'file', name: `${dataset.label}报送表.xlsx`, type: xlsx, content: await readFile(path) }
      } finally {
        await rm(path, { force: true })
      }
    },
  }),
]
