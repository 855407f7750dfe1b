/** The sixteen rules on one household a sentence, all in one county. */
import { describe, expect, test } from 'vitest'
import { answers, everySheet, screenCounty } from './county.test-support.ts'
import { illness } from './illness.cases.test-support.ts'
import { incomeAndRelief } from './income-and-relief.cases.test-support.ts'
import { labour } from './labour.cases.test-support.ts'
import { schoolAndHome } from './school-and-home.cases.test-support.ts'

/** Further files of some datasets, with other columns. */
const headers = {
  second: everySheet.bills,
  detailed: '结算日期,总费用,合规自付',
  funded: '结算日期,统筹支付,合规自付',
  vocational: everySheet.roll,
  costless: '学段,在校状态',
  taps: '饮水状况',
  losses: '灾种,受灾日期,损失金额',
  lent: '放款日期,到期日期,贷款金额',
  ruins: '灾种,受灾日期,房屋受损',
}
const parts = { illness, labour, 'school and home': schoolAndHome, 'income, relief and the dead': incomeAndRelief }
const county = screenCounty({ cases: Object.values(parts).flat(), headers })

describe.each(Object.entries(parts))('%s', (_, cases) => {
  test.each(cases)('$name', async (one) => {
    expect(answers(await county, one)).toEqual(one.expected)
  })
})
