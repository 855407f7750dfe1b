/** Files that hold longer SQL beside their TypeScript, each with the reason; the list may only shrink. */

const oneStep = '一步一句,语句与执行它的步骤写在一起'

export const sqlInPlace: Readonly<Record<string, string>> = {
  'src/policy/cell-forms.rules.ts': '单元格写法的 SQL 宏与 TypeScript 函数一一对照,由性质测试保证一致',
  'src/app/corrections-feed.ts': oneStep,
  'src/app/csv-outputs.ts': '每个结果文件的列与取数在一处对照',
  'src/app/output.ts': oneStep,
  'src/app/pipeline.ts': oneStep,
  'src/app/workbook-feed.ts': '每张工作表的列与取数在一处对照',
  'src/intake/identity-issues.ts': oneStep,
  'src/intake/intake.ts': oneStep,
  'src/intake/register.ts': oneStep,
  'src/linkage/names.ts': oneStep,
  'src/screening/counter-evidence.ts': oneStep,
  'src/screening/examples.ts': oneStep,
  'src/screening/quality/evaluate.ts': oneStep,
  'src/screening/screening.ts': oneStep,
}
