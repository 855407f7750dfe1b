/** Every permission word there is; `policy/roles.yaml` gives them to roles. */
// biome-ignore format: a table
export const permissions = {
  'register.read':      '查看农户档案',
  'register.change':    '登记人口变动、修改农户信息',
  'register.load':      '导入全国系统数据并处理差异',
  'person.unmask':      '查看完整证件号码、电话、账号（须填原因，留痕）',
  'file.hand_in':       '报送部门数据',
  'file.read':          '查看已报送的数据',
  'file.accept':        '接收、撤回部门数据',
  'screening.run':      '发起、取消筛查，试算规则',
  'lead.read':          '查看线索',
  'lead.handle':        '处理线索（分派、退回、办结）',
  'exemption.grant':    '批准豁免',
  'quality.read':       '查看数据质量问题',
  'quality.mend':       '改正数据质量问题',
  'policy.read':        '查看政策参数与规则',
  'policy.change':      '调整本地政策参数',
  'officer.manage':     '管理本地用户与机构',
  'export.table':       '导出表格（带水印，留痕）',
  'audit.read':         '查看审计日志',
  'security.manage':    '管理密钥、令牌与登录安全',
  'system.manage':      '备份、任务与运行状态',
} as const

export type Permission = keyof typeof permissions
