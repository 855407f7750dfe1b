-- 人的字段：证件号码、学段、电话，和部门数据按人接上的结果。

-- 在校学段和关系的性别:值不多，先按值对照。
CREATE OR REPLACE TEMP TABLE quality_stage AS
SELECT DISTINCT schooling, CASE
    WHEN schooling IN ('学龄前儿童', '学前教育', '小学') THEN schooling
    WHEN schooling IN ('七年级', '八年级', '九年级') THEN '初中'
    WHEN schooling LIKE '普通高中%' THEN '高中'
    WHEN schooling LIKE '中职%' THEN '中职' WHEN schooling LIKE '技师学院%' THEN '技师学院' WHEN schooling LIKE '高职高专%' THEN '高职高专'
    WHEN schooling LIKE '本科%' THEN '本科' WHEN schooling LIKE '硕士%' THEN '硕士及以上' ELSE '不在校' END AS stage
FROM person_source WHERE schooling IS NOT NULL;

-- 先按散列值找可能重复的，再只数这些。
CREATE OR REPLACE TEMP TABLE quality_number_holders AS
WITH repeated AS (SELECT hash(left(id_number, 18)) AS mark FROM person_source WHERE id_number IS NOT NULL GROUP BY 1 HAVING count(*) > 1)
SELECT left(id_number, 18) AS number18, count(*) AS holders FROM person_source
WHERE hash(left(id_number, 18)) IN (SELECT mark FROM repeated) AND length(id_number) IN (18, 20, 22) AND NOT starts_with(id_number, '999999')
GROUP BY 1 HAVING count(*) > 1;

CREATE OR REPLACE TEMP TABLE quality_person_number AS
WITH written AS (
  SELECT person, id_number, CASE WHEN id_raw = id_number THEN id_raw ELSE
    upper(regexp_replace(translate(id_raw, '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[\s''’‘"“”`\x{3000}\x{00A0}]', '', 'g')) END AS id_text
  FROM person_source WHERE id_raw IS NOT NULL
), shaped AS (
  SELECT person, id_number, id_text,
    CASE length(id_text) WHEN 18 THEN '居民身份证' WHEN 20 THEN '残疾人证' WHEN 22 THEN '残疾人证' ELSE '其他' END AS id_form,
    CASE WHEN regexp_full_match(id_text, '[0-9]{17}[0-9X]([0-9B]{2}|[0-9B]{4})?') THEN CAST(left(id_text, 17) AS BIGINT) END AS digits
  FROM written
)
-- 校验码:前17位各乘权数，和除以11的余数查表(GB 11643-1999)。
SELECT person, id_form, starts_with(id_text, '999999') AS id_is_placeholder,
  CASE WHEN id_form = '其他' THEN NULL WHEN digits IS NULL THEN FALSE ELSE substr('10X98765432', CAST((
      (digits // 10000000000000000) % 10 * 7 + (digits // 1000000000000000) % 10 * 9 + (digits // 100000000000000) % 10 * 10
    + (digits // 10000000000000) % 10 * 5 + (digits // 1000000000000) % 10 * 8 + (digits // 100000000000) % 10 * 4 + (digits // 10000000000) % 10 * 2
    + (digits // 1000000000) % 10 * 1 + (digits // 100000000) % 10 * 6 + (digits // 10000000) % 10 * 3 + (digits // 1000000) % 10 * 7
    + (digits // 100000) % 10 * 9 + (digits // 10000) % 10 * 10 + (digits // 1000) % 10 * 5 + (digits // 100) % 10 * 8 + (digits // 10) % 10 * 4
    + digits % 10 * 2) % 11 AS INTEGER) + 1, 1) = substr(id_text, 18, 1) END AS check_digit_ok,
  CASE WHEN id_form = '残疾人证' THEN coalesce(TRY_CAST(substr(id_text, 19, 1) AS INTEGER), 0) END AS card_category_digit,
  CASE WHEN id_form = '残疾人证' THEN TRY_CAST(substr(id_text, 20, 1) AS INTEGER) END AS card_grade_digit,
  digits // 1000 % 100000000 AS ymd, ymd // 100 % 100 AS id_month, ymd % 100 AS id_day,
  id_month BETWEEN 1 AND 12 AND id_day BETWEEN 1 AND CASE WHEN id_month IN (4, 6, 9, 11) THEN 30 WHEN id_month <> 2 THEN 31
    WHEN ymd // 10000 % 400 = 0 OR (ymd // 10000 % 4 = 0 AND ymd // 10000 % 100 <> 0) THEN 29 ELSE 28 END AS birth_day_in_id_ok,
  CASE WHEN digits % 2 = 1 THEN '男' WHEN digits % 2 = 0 THEN '女' END AS sex_in_id
FROM shaped;

CREATE OR REPLACE TEMP TABLE quality_household_kind AS
SELECT household,
  TRUE AS of_all,
  household_kind = '脱贫户' AS of_lifted,
  CASE WHEN monitored_kind IS NOT NULL THEN TRUE WHEN monitored_kind_absent OR monitored_kind_unreadable THEN NULL ELSE FALSE END AS of_monitored,
  of_monitored AND is_monitored AS of_monitored_open,
  of_monitored AND NOT is_monitored AND coalesce(identified_on <= as_of(), TRUE) AS of_cleared,
  of_lifted OR of_monitored AS of_lifted_or_monitored,
  of_lifted AND NOT of_monitored AS of_lifted_unmonitored,
  NOT of_lifted AND NOT of_monitored AS of_others
FROM household_source;

-- 只存按人接上的结果；登记表的列和由它们一算便得的，放在视图里，用到才算。
CREATE OR REPLACE TEMP TABLE quality_person_joined AS
SELECT s.person, k.* EXCLUDE (household),
  n.id_form, n.id_is_placeholder, n.check_digit_ok, n.card_category_digit, n.card_grade_digit, n.birth_day_in_id_ok, n.sex_in_id, CAST(n.ymd // 10000 AS INTEGER) AS year_in_id,
  d.holders, g.stage, c.person IS NOT NULL AS has_listed_card, c.card_grade, c.card_category, r.gets_dibao, r.gets_tekun, i.is_enrolled, a.person IS NOT NULL AS is_aided,
  coalesce(o.is_dropout, FALSE) AS is_listed_dropout, w.person IS NOT NULL AS is_listed_worker, w.* EXCLUDE (person, has_work_record)
FROM person_source s
JOIN quality_household_kind k USING (household)
LEFT JOIN quality_person_number n ON n.person = s.person
LEFT JOIN quality_number_holders d ON d.number18 = left(s.id_number, 18)
LEFT JOIN quality_stage g ON g.schooling = s.schooling
LEFT JOIN quality_card c ON c.person = s.person
LEFT JOIN quality_relief r ON r.person = s.person
LEFT JOIN quality_insured i ON i.person = s.person
LEFT JOIN quality_aided a ON a.person = s.person
LEFT JOIN quality_dropout o ON o.person = s.person
LEFT JOIN quality_work w ON w.person = s.person;

CREATE OR REPLACE TEMP VIEW quality_person AS
SELECT s.*, j.* EXCLUDE (person, works_now, works_outside_county, has_open_work_record, has_overlapping_work, has_work_without_start, has_work_without_county, has_work_without_wage, has_work_without_employer),
  coalesce(year(s.born_on), j.year_in_id) AS birth_year,
  s.born_on > as_of() AS is_born_after_day,
  CASE WHEN s.id_number IS NOT NULL THEN coalesce(j.holders, 1) END AS id_number_holders,
  phone_form_of(s.phone) AS phone_form,
  CASE WHEN s.relation_to_head IN ('之子', '之女婿', '之孙子', '之外孙子', '之父', '之岳父', '之公公', '之祖父', '之外祖父', '之曾孙子', '之侄儿', '之叔伯') THEN '男'
       WHEN s.relation_to_head IN ('之女', '之儿媳', '之孙女', '之外孙女', '之母', '之岳母', '之婆婆', '之祖母', '之外祖母', '之曾孙女', '之侄女', '之兄弟媳妇') THEN '女'
       WHEN s.relation_to_head IS NOT NULL THEN '不分' END AS sex_of_relation,
  datesub('year', s.born_on, as_of()) AS age,
  datesub('year', s.born_on, school_day()) AS age_in_september,
  age >= number_of('quality/working_age_from') AND age < number_of('quality/working_age_until') AS is_of_working_age,
  CASE WHEN s.schooling IS NULL THEN CASE WHEN NOT s.schooling_absent AND NOT s.schooling_unreadable THEN '不在校' END ELSE j.stage END AS school_stage,
  school_stage NOT IN ('不在校', '学龄前儿童') AS is_student,
  s.health_status = '健康' AS is_healthy,
  s.labour_ability IN ('普通劳动力', '技能劳动力', '弱劳动力或半劳动力') AS has_labour,
  CASE WHEN j.id_form = '残疾人证' OR j.has_listed_card THEN TRUE WHEN j.id_form = '居民身份证' THEN FALSE END AS has_disability_card,
  CASE WHEN j.id_form = '残疾人证' THEN ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'][j.card_category_digit] ELSE j.card_category END AS disability_category,
  CASE WHEN j.id_form = '残疾人证' THEN j.card_grade_digit ELSE j.card_grade END AS disability_grade,
  CASE WHEN s.dibao IN ('城市低保', '农村低保') OR j.gets_dibao THEN TRUE WHEN s.dibao IS NOT NULL OR has_dataset('relief') THEN FALSE END AS on_dibao,
  CASE WHEN s.tekun IN ('城市特困', '农村特困') OR j.gets_tekun THEN TRUE WHEN s.tekun IS NOT NULL OR has_dataset('relief') THEN FALSE END AS on_tekun,
  CASE WHEN s.resident_medical = '是' OR s.employee_medical = '是' THEN TRUE
       WHEN NOT s.resident_medical_absent AND NOT s.employee_medical_absent THEN FALSE ELSE j.is_enrolled END AS is_insured,
  coalesce(said_yes(s.medical_aid), CASE WHEN has_dataset('medical_settlements') THEN j.is_aided END) AS got_medical_aid,
  CASE WHEN has_dataset('school_roll') THEN j.is_listed_dropout
    AND age_in_september >= number_of('education/compulsory_from') AND age_in_september < number_of('education/compulsory_until') END AS is_dropout,
  CASE WHEN s.schooling_absent THEN NULL ELSE school_stage = '不在校' END
    AND age_in_september >= number_of('education/compulsory_from') AND age_in_september < number_of('education/compulsory_until') AS is_child_out_of_school,
  CASE WHEN has_dataset('employment') THEN j.is_listed_worker END AS has_work_record,
  unless_listed(j.is_listed_worker, j.works_now) AS works_now,
  unless_listed(j.is_listed_worker, j.works_outside_county) AS works_outside_county,
  unless_listed(j.is_listed_worker, j.has_open_work_record) AS has_open_work_record,
  unless_listed(j.is_listed_worker, j.has_overlapping_work) AS has_overlapping_work,
  unless_listed(j.is_listed_worker, j.has_work_without_start) AS has_work_without_start,
  unless_listed(j.is_listed_worker, j.has_work_without_county) AS has_work_without_county,
  unless_listed(j.is_listed_worker, j.has_work_without_wage) AS has_work_without_wage,
  unless_listed(j.is_listed_worker, j.has_work_without_employer) AS has_work_without_employer,
  nullif(concat_ws('、', CASE WHEN j.has_work_without_wage THEN '务工月收入' END, CASE WHEN j.has_work_without_employer THEN '务工企业名称' END,
    CASE WHEN s.work_industry IS NULL AND NOT s.work_industry_absent THEN '所属行业' END, CASE WHEN s.work_channel IS NULL AND NOT s.work_channel_absent THEN '就业渠道' END,
    CASE WHEN s.point_to_point IS NULL AND NOT s.point_to_point_absent THEN '是否点对点输送' END), '') AS work_gaps,
  CASE WHEN s.public_post IS NOT NULL THEN len(string_split(s.public_post, ',')) WHEN NOT s.public_post_absent THEN 0 END AS public_posts
FROM person_source s JOIN quality_person_joined j ON j.person = s.person;
