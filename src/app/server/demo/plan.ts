/** Who works in the invented county: offices on the division tree, departments beside the county's, and officers of every role. */
import type { SetUpPlan } from '../../../access/index.ts'
import { layOut } from '../../demo/names.ts'

/** The invented county and its neighbour, inside 黔西南州 so that its regional parameters apply. */
export const county = '522399'
const neighbour = '522398'

/** Folder of the department's files in the invented county, with the datasets its liaison hands in. */
export const departments: Readonly<Record<string, readonly string[]>> = {
  医保局: ['medical_settlements', 'medical_insurance'],
  卫健局: ['serious_illness'],
  民政局: ['relief', 'deaths'],
  残联: ['disability_cards'],
  教育局: ['school_roll'],
  住建局: ['housing'],
  水务局: ['drinking_water'],
  人社局: ['employment'],
  公安局: ['vehicles', 'deaths', 'accidents'],
  市场监管局: ['companies'],
  自然资源局: ['urban_property'],
  财政局: ['public_payroll'],
  应急局: ['disasters', 'accidents'],
  金融办: ['micro_loans'],
  信访局: ['appeals'],
}

export interface DemoPlan extends SetUpPlan {
  /** Log-in of the liaison of each department's folder. */
  liaisons: Readonly<Record<string, string>>
  /** Where the village cadre works. */
  village: string
}

/** One password for all: the county is invented, and whoever tries it wants to change seats quickly. */
export function demoPlan(households: number, password: string): DemoPlan {
  const villages = layOut(county, households)
  const townships = new Map(villages.map(({ code, township }) => [code.slice(0, 9), township]))
  const [village] = villages
  if (village === undefined) throw new RangeError('a county has villages')
  const home = village.code.slice(0, 9)
  const government = (divisionCode: string, name: string) => ({ divisionCode, kind: 'government' as const, name })
  const bureau = '九九县农业农村局'
  const officer = (username: string, name: string, role: string, divisionCode: string, office: string) => ({
    username,
    name,
    role,
    office: { divisionCode, name: office },
    password,
  })
  const names = Object.keys(departments)
  const liaisons = Object.fromEntries(names.map((name, index) => [name, `liaison${String(index + 1).padStart(2, '0')}`]))
  return {
    liaisons,
    village: village.code,
    divisions: [
      { code: '52', name: '贵州省' },
      { code: '5223', name: '黔西南州' },
      { code: county, name: '九九县' },
      { code: neighbour, name: '九八县' },
      ...[...townships].map(([code, name]) => ({ code, name })),
      ...villages.map(({ code, village: name }) => ({ code, name })),
    ],
    offices: [
      government('52', '贵州省农业农村厅'),
      government('5223', '黔西南州农业农村局'),
      government(county, bureau),
      government(neighbour, '九八县农业农村局'),
      ...[...townships].map(([code, name]) => government(code, `${name}人民政府`)),
      ...villages.map(({ code, village: name }) => government(code, `${name}村民委员会`)),
      ...names.map((name) => ({
        divisionCode: county,
        kind: 'department' as const,
        name: `九九县${name}`,
        datasets: departments[name] ?? [],
      })),
    ],
    officers: [
      officer('zhao', '赵建国', 'county_officer', county, bureau),
      officer('zhou', '周明远', 'county_lead', county, bureau),
      officer('wang', '王秀兰', 'township_officer', home, `${townships.get(home)}人民政府`),
      officer('wu', '吴志强', 'township_lead', home, `${townships.get(home)}人民政府`),
      officer('li', '李春梅', 'village_cadre', village.code, `${village.village}村民委员会`),
      officer('zheng', '郑立新', 'prefecture_supervisor', '5223', '黔西南州农业农村局'),
      officer('feng', '冯海燕', 'province_supervisor', '52', '贵州省农业农村厅'),
      officer('system', '陈系统', 'system_administrator', county, bureau),
      officer('security', '褚安全', 'security_administrator', county, bureau),
      officer('sun', '孙审计', 'audit_administrator', county, bureau),
      officer('qian', '钱外县', 'county_officer', neighbour, '九八县农业农村局'),
      ...names.map((name) => officer(liaisons[name] ?? '', `${name}联络员`, 'department_liaison', county, `九九县${name}`)),
    ],
  }
}
