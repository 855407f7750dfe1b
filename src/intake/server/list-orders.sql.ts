/** The orders in which files and their issues can be listed. */
import { sql } from 'kysely'
import { byName, byNumber, byText, downwards, upwards } from '../../access/index.ts'

const number = byNumber(sql`f.id`)

/** The newest or the oldest first, or by what a column shows. */
export const fileOrders = {
  newest: downwards(number),
  oldest: upwards(number),
  name: upwards(byName(sql`f.name`), number),
  state: upwards(byText(sql`f.state`), number),
  month: upwards(byText(sql`f.month`), number),
  department: upwards(byName(sql`f.department`), number),
  accepted: downwards(byNumber(sql`f.accepted_rows`), number),
  rejected: downwards(byNumber(sql`f.rejected_rows`), number),
  issues: downwards(byNumber(sql`f.issues`), number),
}

const cell = [byNumber(sql`sheet_no`), byNumber(sql`issue_no`)] as const

/** In the order of the file, or by what a column shows. */
export const issueOrders = {
  place: upwards(...cell),
  header: upwards(byName(sql`column_header`), ...cell),
  severity: upwards(byText(sql`severity`), ...cell),
}
