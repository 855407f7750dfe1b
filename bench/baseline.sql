-- The sixteen starter rules as an analyst writes them by hand for one clean county: column names known, numbers clean, every row linked by its number alone.
-- Variables: folder (the input folder), day (the as-of day), line (the monitoring line of the region on that day). Result: table hit.

SET VARIABLE year_back = getvariable('day') - INTERVAL 12 MONTH;
SET VARIABLE school_day = make_date(year(getvariable('day')) - (strftime(getvariable('day'), '%m%d') < '0901')::INTEGER, 9, 1);
SET VARIABLE this_month = strftime(getvariable('day'), '%Y%m');

-- Who died, and when.
CREATE TEMP TABLE accident AS
SELECT 身份证号 AS id_number, 事故日期 AS happened_on, 伤害程度 AS harm
FROM read_csv(getvariable('folder') || '/公安局/交通事故.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '事故日期': 'DATE', '伤害程度': 'VARCHAR'})
WHERE 事故日期 <= getvariable('day');

CREATE TEMP TABLE death AS
SELECT id_number, min(died_on) AS died_on
FROM (
  SELECT 身份证号 AS id_number, 死亡日期 AS died_on
  FROM read_csv(getvariable('folder') || '/公安局/死亡注销.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '死亡日期': 'DATE'})
  WHERE 死亡日期 <= getvariable('day')
  UNION ALL
  SELECT id_number, happened_on FROM accident WHERE harm = '死亡'
)
GROUP BY id_number;

-- The register: one row a person, with what the rules ask of a person and of a household.
CREATE TEMP TABLE person AS
SELECT r.*, d.died_on, d.died_on IS NULL AS is_living
FROM (
  SELECT 户编号 AS household, 证件号码 AS id_number, 姓名 AS name, 出生日期 AS born_on, 与户主关系 = '户主' AS is_head,
    户类型 = '脱贫户' AS is_lifted,
    监测对象类别 IS NOT NULL AND coalesce(识别监测时间 <= getvariable('this_month'), true)
      AND NOT (coalesce(风险是否已消除 = '是', false) AND coalesce(消除监测时间 <= getvariable('this_month'), true)) AS is_monitored,
    coalesce(在校生状况, '非在校生') <> '非在校生' AS is_at_school, 劳动技能 IN ('普通劳动力', '技能劳动力') AS has_labour,
    享受低保政策情况 <> '未享受' OR 享受特困供养政策情况 <> '未享受' AS is_relieved,
    家庭人口数 AS size, 工资性收入 AS wage, 生产经营性收入 AS business, 财产性收入 AS property, 转移性收入 AS transfer, 生产经营性支出 AS expense,
    人均纯收入 AS net_per_head
  FROM read_csv(getvariable('folder') || '/农户信息/农户家庭成员信息.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '县': 'VARCHAR', '乡镇': 'VARCHAR', '行政村': 'VARCHAR', '行政村代码': 'VARCHAR', '村民小组': 'VARCHAR', '户编号': 'BIGINT', '人编号': 'VARCHAR',
    '姓名': 'VARCHAR', '证件号码': 'VARCHAR', '性别': 'VARCHAR', '出生日期': 'DATE', '民族': 'VARCHAR', '与户主关系': 'VARCHAR', '户类型': 'VARCHAR',
    '监测对象类别': 'VARCHAR', '识别监测时间': 'VARCHAR', '风险是否已消除': 'VARCHAR', '消除监测时间': 'VARCHAR', '致贫/返贫风险1': 'VARCHAR',
    '致贫/返贫风险2': 'VARCHAR', '致贫/返贫风险3': 'VARCHAR', '致贫/返贫风险4': 'VARCHAR', '致贫/返贫风险5': 'VARCHAR', '文化程度': 'VARCHAR',
    '在校生状况': 'VARCHAR', '健康状况': 'VARCHAR', '劳动技能': 'VARCHAR', '家庭人口数': 'INTEGER', '工资性收入': 'DECIMAL(18,2)',
    '生产经营性收入': 'DECIMAL(18,2)', '财产性收入': 'DECIMAL(18,2)', '转移性收入': 'DECIMAL(18,2)', '生产经营性支出': 'DECIMAL(18,2)',
    '人均纯收入': 'DECIMAL(18,2)', '享受低保政策情况': 'VARCHAR', '享受特困供养政策情况': 'VARCHAR', '户联系电话': 'VARCHAR', '家庭成员联系电话': 'VARCHAR'})
) r LEFT JOIN death d USING (id_number);

-- medical-burden, and what income-below-line takes off: bills of the year, repeated ones once.
CREATE TEMP TABLE medical AS
SELECT household, greatest(sum(self_paid), 0) AS self_paid
FROM (
  SELECT DISTINCT p.household, p.rowid AS person, 结算日期, 总费用, 统筹支付, 大病保险支付, 医疗救助支付, 合规自付 AS self_paid
  FROM read_csv(getvariable('folder') || '/医保局/医保结算明细.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '结算日期': 'DATE', '总费用': 'DECIMAL(18,2)',
    '统筹支付': 'DECIMAL(18,2)', '大病保险支付': 'DECIMAL(18,2)', '医疗救助支付': 'DECIMAL(18,2)', '合规自付': 'DECIMAL(18,2)'}) m
  JOIN person p ON p.id_number = m.身份证号
  WHERE 结算日期 > getvariable('year_back') AND 结算日期 <= getvariable('day') AND (p.is_living OR 结算日期 <= p.died_on)
)
GROUP BY household;

-- Relief: who is low-income on the day, and who came to relief within the year.
CREATE TEMP TABLE relief AS
SELECT p.household,
  bool_or(救助类别 IN ('农村低保', '城市低保', '特困供养') AND (停发日期 IS NULL OR 停发日期 > getvariable('day'))) AS is_active,
  count(DISTINCT p.rowid) FILTER (救助类别 IN ('农村低保', '特困供养', '刚性支出困难') AND 享受开始日期 > getvariable('year_back')) AS new_persons,
  bool_or(救助类别 IN ('农村低保', '特困供养', '刚性支出困难') AND 享受开始日期 <= getvariable('year_back')
    AND (停发日期 IS NULL OR 停发日期 > getvariable('year_back'))) AS was_active
FROM read_csv(getvariable('folder') || '/民政局/社会救助对象.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '救助类别': 'VARCHAR', '享受开始日期': 'DATE', '停发日期': 'DATE',
  '月救助金额': 'DECIMAL(18,2)'}) r
JOIN person p ON p.id_number = r.身份证号
WHERE 享受开始日期 <= getvariable('day') AND (p.is_living OR 享受开始日期 <= p.died_on)
GROUP BY p.household;

-- Households; fields from the head's row.
CREATE TEMP TABLE household AS
SELECT p.household, p.name AS head_name, p.is_monitored, coalesce(m.self_paid, 0) AS self_paid, p.size,
  p.is_lifted OR p.is_monitored OR a.is_relieved OR coalesce(r.is_active, false) AS is_low_income,
  coalesce(p.net_per_head * p.size,
    CASE WHEN coalesce(p.wage, p.business, p.property, p.transfer) IS NOT NULL
      THEN coalesce(p.wage, 0) + coalesce(p.business, 0) + coalesce(p.property, 0) + coalesce(p.transfer, 0) - coalesce(p.expense, 0) END) AS net,
  coalesce(r.new_persons, 0) AS new_relief, coalesce(r.was_active, false) AS was_relieved
FROM person p
JOIN (SELECT household, bool_or(is_relieved) AS is_relieved FROM person GROUP BY household) a USING (household)
LEFT JOIN medical m USING (household)
LEFT JOIN relief r USING (household)
WHERE p.is_head;

-- The school roll serves three rules.
CREATE TEMP TABLE pupil AS
SELECT p.household, p.rowid AS person, p.born_on, 学段 AS stage, 在校状态 AS status, 年度自付费用 AS yearly_cost
FROM read_csv(getvariable('folder') || '/教育局/学籍名单.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '学校': 'VARCHAR', '学段': 'VARCHAR', '在校状态': 'VARCHAR',
  '年度自付费用': 'DECIMAL(18,2)'}) s
JOIN person p ON p.id_number = s.身份证号
WHERE p.is_living;

CREATE TEMP TABLE worker AS
SELECT DISTINCT p.rowid AS person
FROM read_csv(getvariable('folder') || '/人社局/务工人员.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '务工地': 'VARCHAR', '务工企业名称': 'VARCHAR', '开始时间': 'DATE',
  '结束时间': 'DATE', '务工月收入': 'DECIMAL(18,2)'}) e
JOIN person p ON p.id_number = e.身份证号
WHERE 开始时间 <= getvariable('day') AND (结束时间 IS NULL OR 结束时间 > getvariable('day') - INTERVAL 90 DAY) AND (p.is_living OR 开始时间 <= p.died_on);

CREATE TEMP TABLE disaster AS
SELECT p.household, p.rowid AS person, 受灾日期 AS happened_on, 损失金额 AS loss, 房屋受损 AS house
FROM read_csv(getvariable('folder') || '/应急局/灾情统计.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '户主姓名': 'VARCHAR', '户主身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '灾种': 'VARCHAR', '受灾日期': 'DATE', '损失金额': 'DECIMAL(18,2)',
  '房屋受损': 'VARCHAR'}) d
JOIN person p ON p.id_number = d.户主身份证号
WHERE 受灾日期 > getvariable('year_back') AND 受灾日期 <= getvariable('day');

CREATE TEMP TABLE found AS
SELECT 'medical-burden' AS rule_id, household, self_paid::VARCHAR AS value FROM household
WHERE self_paid >= CASE WHEN is_low_income THEN 6000 ELSE 10000 END
UNION ALL
SELECT 'income-below-line', household, round((net - self_paid)::DOUBLE / size, 2)::VARCHAR FROM household
WHERE NOT is_monitored AND net - self_paid < getvariable('line') * size
UNION ALL
SELECT 'new-relief', household, new_relief::VARCHAR FROM household WHERE NOT is_monitored AND new_relief > 0 AND NOT was_relieved
UNION ALL
SELECT 'serious-illness', p.household, count(DISTINCT p.rowid)::VARCHAR
FROM read_csv(getvariable('folder') || '/卫健局/大病确诊名单.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '病种': 'VARCHAR', '确诊日期': 'DATE'}) i
JOIN person p ON p.id_number = i.身份证号
WHERE 确诊日期 > getvariable('year_back') AND 确诊日期 <= getvariable('day') AND (p.is_living OR 确诊日期 <= p.died_on) GROUP BY p.household
UNION ALL
SELECT 'uninsured', household, count(*)::VARCHAR
FROM (
  SELECT p.household, p.rowid
  FROM read_csv(getvariable('folder') || '/医保局/城乡居民参保名单.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '参保年度': 'INTEGER', '参保状态': 'VARCHAR'}) i
  JOIN person p ON p.id_number = i.身份证号
  WHERE 参保年度 = year(getvariable('day')) AND p.is_living
  GROUP BY p.household, p.rowid HAVING bool_or(参保状态 IN ('未参保', '暂停参保')) AND NOT bool_or(参保状态 = '正常参保')
)
GROUP BY household
UNION ALL
SELECT 'dropout', household, count(*)::VARCHAR
FROM (
  SELECT household, person FROM pupil
  WHERE born_on <= getvariable('school_day') - INTERVAL 6 YEAR AND born_on > getvariable('school_day') - INTERVAL 16 YEAR
  GROUP BY household, person HAVING bool_or(status = '疑似失学辍学') AND NOT bool_or(status IN ('在校', '已劝返'))
)
GROUP BY household
UNION ALL
SELECT 'education-burden', household, sum(yearly_cost)::VARCHAR
FROM (SELECT DISTINCT household, person, yearly_cost FROM pupil WHERE stage IN ('普通高中', '中职', '高职', '本科及以上'))
GROUP BY household HAVING sum(yearly_cost) > 10000
UNION ALL
SELECT 'unsafe-housing', household, grade
FROM (
  SELECT p.household, 房屋鉴定等级 AS grade, coalesce(改造状态, '未改造') IN ('未改造', '改造中') AS is_open,
    rank() OVER (PARTITION BY p.household ORDER BY 鉴定日期 DESC NULLS LAST, 房屋鉴定等级 DESC) AS place
  FROM read_csv(getvariable('folder') || '/住建局/农房安全鉴定.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '户主姓名': 'VARCHAR', '户主身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '房屋鉴定等级': 'VARCHAR', '鉴定日期': 'DATE', '改造状态': 'VARCHAR'}) h
  JOIN person p ON p.id_number = h.户主身份证号
  WHERE coalesce(鉴定日期 <= getvariable('day'), true)
)
WHERE place = 1 AND grade IN ('C', 'D') GROUP BY household, grade HAVING bool_or(is_open)
UNION ALL
SELECT 'unsafe-water', p.household, CASE WHEN bool_or(饮水状况 = '不达标') THEN '不达标' ELSE max(年断水天数)::VARCHAR END
FROM read_csv(getvariable('folder') || '/水务局/农村饮水.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
  '户主姓名': 'VARCHAR', '户主身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '饮水状况': 'VARCHAR', '年断水天数': 'INTEGER'}) w
JOIN person p ON p.id_number = w.户主身份证号
WHERE 饮水状况 = '不达标' OR 年断水天数 >= 30 GROUP BY p.household
UNION ALL
SELECT 'severe-disability', household, count(*)::VARCHAR
FROM (
  SELECT p.household, p.rowid
  FROM read_csv(getvariable('folder') || '/残联/持证残疾人.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '残疾证号': 'VARCHAR', '残疾类别': 'VARCHAR', '残疾等级': 'VARCHAR', '发证日期': 'DATE'}) c
  JOIN person p ON p.id_number = c.身份证号
  WHERE 残疾等级 IN ('一级', '二级') AND 发证日期 <= getvariable('day') AND (p.is_living OR 发证日期 <= p.died_on)
  GROUP BY p.household, p.rowid HAVING min(发证日期) > getvariable('year_back')
)
GROUP BY household
UNION ALL
SELECT 'no-employment', household, count(*)::VARCHAR
FROM (
  SELECT p.household, w.person IS NOT NULL AS has_worked
  FROM person p LEFT JOIN worker w ON w.person = p.rowid
  WHERE p.is_living AND p.has_labour AND NOT p.is_at_school AND p.born_on <= getvariable('day') - INTERVAL 16 YEAR AND p.born_on > getvariable('day') - INTERVAL 60 YEAR
    AND NOT EXISTS (SELECT 1 FROM pupil s WHERE s.person = p.rowid AND s.status = '在校')
)
GROUP BY household HAVING NOT bool_or(has_worked)
UNION ALL
SELECT 'labour-death', household, count(*)::VARCHAR FROM person WHERE has_labour AND died_on > getvariable('year_back') GROUP BY household
UNION ALL
SELECT 'accident', p.household, count(DISTINCT p.rowid)::VARCHAR
FROM accident a JOIN person p USING (id_number)
WHERE harm IN ('重伤', '伤残', '死亡') AND happened_on > getvariable('year_back') AND (p.is_living OR happened_on <= p.died_on) GROUP BY p.household
UNION ALL
SELECT 'disaster', household, CASE WHEN loss >= 5000 THEN loss::VARCHAR ELSE badly_damaged::VARCHAR END
FROM (
  SELECT household, sum(loss) AS loss, count(*) FILTER (house IN ('严重损坏', '倒塌')) AS badly_damaged
  FROM (SELECT DISTINCT household, person, happened_on, loss, house FROM disaster) GROUP BY household
)
WHERE loss >= 5000 OR badly_damaged > 0
UNION ALL
SELECT 'loan-overdue', household, sum(overdue)::VARCHAR
FROM (
  SELECT DISTINCT p.household, p.rowid AS person, 放款日期, 贷款金额, 逾期金额 AS overdue
  FROM read_csv(getvariable('folder') || '/金融办/小额信贷.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '放款日期': 'DATE', '到期日期': 'DATE', '贷款金额': 'DECIMAL(18,2)', '逾期金额': 'DECIMAL(18,2)'}) l
  JOIN person p ON p.id_number = l.身份证号
  WHERE 放款日期 <= getvariable('day') AND (p.is_living OR 放款日期 <= p.died_on)
)
GROUP BY household HAVING sum(overdue) > 0
UNION ALL
SELECT 'appeal', household, count(*)::VARCHAR
FROM (
  SELECT DISTINCT p.household, p.rowid AS person, 受理日期
  FROM read_csv(getvariable('folder') || '/信访局/信访诉求.csv', header = true, auto_detect = false, quote = '"', nullstr = '', columns = {
    '姓名': 'VARCHAR', '身份证号': 'VARCHAR', '出生日期': 'DATE', '联系电话': 'VARCHAR', '乡镇': 'VARCHAR', '村': 'VARCHAR', '受理日期': 'DATE', '诉求内容': 'VARCHAR'}) q
  JOIN person p ON p.id_number = q.身份证号
  WHERE 受理日期 > getvariable('day') - INTERVAL 92 DAY AND 受理日期 <= getvariable('day') AND (p.is_living OR 受理日期 <= p.died_on)
)
GROUP BY household;

CREATE TABLE hit AS
SELECT f.rule_id, f.household::VARCHAR AS household_number, h.head_name, f.value
FROM found f JOIN household h USING (household)
ORDER BY household_number, rule_id;
