/** The columns departments send: field, what its cells are, and the spellings of its header (the contract, sections 2 and 3). */
import type { DatasetName } from './clean-county.ts'

export type ColumnKind =
  | 'name'
  | 'id'
  | 'day'
  | 'start'
  | 'end'
  | 'month'
  | 'money'
  | 'number'
  | 'code'
  | 'text'
  | 'phone'
  | 'year'
  | 'village'
  | 'township'
export interface FieldColumn {
  field: string
  kind: ColumnKind
  headers: readonly string[]
}

const column = (field: string, kind: ColumnKind, headers: string): FieldColumn => ({ field, kind, headers: headers.split('|') })

export const datasetColumns: Record<DatasetName, readonly FieldColumn[]> = {
  medical_settlements: [
    column('settled_on', 'day', '结算日期|结算时间|出院日期'),
    column('total', 'money', '总费用|医疗总费用'),
    column('fund_paid', 'money', '统筹支付|基本医保支付'),
    column('serious_paid', 'money', '大病保险支付'),
    column('aid_paid', 'money', '医疗救助支付'),
    column('self_paid', 'money', '合规自付|政策范围内个人自付|个人自付'),
  ],
  medical_insurance: [column('year', 'year', '参保年度|年度'), column('status', 'code', '参保状态')],
  serious_illness: [column('disease', 'text', '病种|疾病名称'), column('diagnosed_on', 'day', '确诊日期|确诊时间')],
  relief: [
    column('category', 'code', '救助类别|对象类别'),
    column('started_on', 'start', '享受开始日期|批准日期|起始时间'),
    column('ended_on', 'end', '停发日期|终止日期'),
    column('amount', 'money', '月救助金额|救助金额'),
  ],
  disability_cards: [
    column('card_number', 'text', '残疾证号'),
    column('category', 'text', '残疾类别'),
    column('grade', 'code', '残疾等级'),
    column('issued_on', 'day', '发证日期|办证日期'),
  ],
  school_roll: [
    column('school', 'text', '学校|就读学校'),
    column('stage', 'code', '学段'),
    column('status', 'code', '在校状态|就学状态'),
    column('yearly_cost', 'money', '年度自付费用|学年费用'),
  ],
  housing: [
    column('grade', 'code', '房屋鉴定等级|危房等级'),
    column('assessed_on', 'day', '鉴定日期'),
    column('remedy', 'code', '改造状态|处置状态'),
  ],
  drinking_water: [column('status', 'code', '饮水状况|达标情况'), column('dry_days', 'number', '年断水天数|缺水天数')],
  employment: [
    column('place', 'text', '务工地|务工所在地'),
    column('employer', 'text', '务工企业名称|单位'),
    column('started_on', 'start', '开始时间|务工开始日期'),
    column('ended_on', 'end', '结束时间'),
    column('monthly_wage', 'money', '务工月收入|月工资'),
  ],
  vehicles: [
    column('plate', 'text', '车牌号|号牌号码'),
    column('registered_on', 'day', '登记日期'),
    column('value', 'money', '车辆价格|购置价'),
  ],
  deaths: [column('died_on', 'day', '死亡日期')],
  accidents: [column('happened_on', 'day', '事故日期|发生时间'), column('harm', 'code', '伤害程度')],
  companies: [
    column('company', 'text', '企业名称|市场主体名称'),
    column('role', 'code', '职务|身份'),
    column('capital', 'money', '注册资本(万元)'),
    column('status', 'text', '登记状态'),
  ],
  urban_property: [
    column('property_kind', 'code', '房屋用途|房产性质'),
    column('area', 'number', '面积'),
    column('registered_on', 'day', '登记日期'),
  ],
  public_payroll: [column('employer', 'text', '单位|供养单位'), column('since', 'start', '参加工作时间|起薪时间')],
  disasters: [
    column('kind', 'text', '灾种|灾害类型'),
    column('happened_on', 'day', '受灾日期|受灾时间'),
    column('loss', 'money', '损失金额|直接经济损失(元)'),
    column('house', 'code', '房屋受损'),
  ],
  micro_loans: [
    column('lent_on', 'day', '放款日期'),
    column('due_on', 'day', '到期日期'),
    column('amount', 'money', '贷款金额'),
    column('overdue', 'money', '逾期金额|逾期本金'),
  ],
  appeals: [column('received_on', 'day', '受理日期|来访时间'), column('matter', 'text', '诉求内容|反映问题')],
}

/** Datasets about a household, named by its head or another member. */
export const householdDatasets: ReadonlySet<DatasetName> = new Set(['housing', 'drinking_water', 'disasters'])

export const nameColumn = column('name', 'name', '姓名')
export const headNameColumn = column('name', 'name', '户主姓名|姓名')
export const idColumn = column('id_number', 'id', '身份证号|身份证号码|证件号码|公民身份号码')
export const headIdColumn = column('id_number', 'id', '户主身份证号|身份证号|身份证号码')
export const bornColumn = column('born_on', 'day', '出生日期')
export const townshipColumn = column('township', 'township', '乡镇')
export const villageColumn = column('village', 'village', '村|行政村')
export const phoneColumn = column('phone', 'phone', '联系电话')

export const registerColumns: readonly FieldColumn[] = [
  column('county', 'text', '县|县(市、区、旗)'),
  column('township', 'text', '乡镇|乡|乡(镇)'),
  column('village', 'text', '行政村|村'),
  column('village_code', 'text', '行政村代码|村代码|区划代码'),
  column('group', 'text', '村民小组|组|自然村'),
  column('household_number', 'text', '户编号|家庭编号'),
  column('person_number', 'text', '人编号|人口编号'),
  column('name', 'name', '姓名'),
  column('id_number', 'id', '证件号码|身份证号码|公民身份号码|身份证号'),
  column('sex', 'code', '性别'),
  column('born_on', 'day', '出生日期'),
  column('ethnicity', 'text', '民族'),
  column('relation', 'code', '与户主关系'),
  column('kind', 'code', '户类型'),
  column('monitored_kind', 'code', '监测对象类别|监测对象类型'),
  column('identified_on', 'month', '识别监测时间|识别时间'),
  column('is_cleared', 'code', '风险是否已消除|风险是否消除'),
  column('cleared_on', 'month', '消除监测时间|风险消除时间'),
  column('risk_1', 'code', '致贫/返贫风险1'),
  column('risk_2', 'code', '致贫/返贫风险2'),
  column('risk_3', 'code', '致贫/返贫风险3'),
  column('risk_4', 'code', '致贫/返贫风险4'),
  column('risk_5', 'code', '致贫/返贫风险5'),
  column('education', 'code', '文化程度'),
  column('schooling', 'code', '在校生状况|在校生情况'),
  column('health', 'code', '健康状况'),
  column('labour', 'code', '劳动技能|劳动能力'),
  column('size', 'number', '家庭人口数|人数|当前家庭人口数'),
  column('wage', 'money', '工资性收入'),
  column('business', 'money', '生产经营性收入'),
  column('property', 'money', '财产性收入'),
  column('transfer', 'money', '转移性收入'),
  column('expense', 'money', '生产经营性支出'),
  column('net_per_head', 'money', '人均纯收入'),
  column('dibao', 'code', '享受低保政策情况|是否享受低保'),
  column('tekun', 'code', '享受特困供养政策情况|是否特困'),
  column('household_phone', 'phone', '户联系电话|联系电话'),
  column('phone', 'phone', '家庭成员联系电话'),
]
