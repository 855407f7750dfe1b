/** Front door of papers: forms as Word files, one household one file, the national layout. It comes after the other parts and reads what they recorded. */

export { papersRoutes } from './papers.routes.ts'
export { papersPolicy } from './papers-policy.ts'
