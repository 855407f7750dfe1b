-- 导出字段。fields.yaml 说每个字段是什么意思，这里是它怎样算出来；算不出来一律 NULL(不确定)。
-- 读:person_source、household_source、village_source(登记表各列、<列>_absent、<列>_unreadable,和还没有的列)，
--     handed_<数据集>(没有交的是空表)，as_of()、school_day()、number_of(参数)、has_dataset(数据集)。
-- 写:quality_person、quality_household、quality_village。

-- 真、假、不知道:有一个真即真；全部知道才是假。
CREATE OR REPLACE TEMP MACRO some_of(x) AS CASE WHEN bool_or(x) THEN TRUE WHEN count(x) < count(*) THEN NULL ELSE FALSE END;
CREATE OR REPLACE TEMP MACRO every_one(x) AS CASE WHEN bool_or(NOT x) THEN FALSE WHEN count(x) < count(*) THEN NULL ELSE TRUE END;
CREATE OR REPLACE TEMP MACRO said_yes(x) AS CASE WHEN x = '是' THEN TRUE WHEN x = '否' THEN FALSE END;
CREATE OR REPLACE TEMP MACRO phone_form_of(x) AS
  CASE WHEN regexp_full_match(x, '1[3-9][0-9]{9}') THEN '手机号' WHEN regexp_full_match(x, '[0-9]{11}') THEN '11位号码' WHEN x IS NOT NULL THEN '其他' END;
-- 地名写到县级:有县、区、旗，或有两个市，或是不设县区的地级市。
CREATE OR REPLACE TEMP MACRO names_county(x) AS
  regexp_matches(regexp_replace(x, '自治区|行政区', ''), '[县区旗]|市.*市|东莞市|中山市|儋州市|嘉峪关市');

-- 务工:先把每月重复报送的同一段合成一段，再按人汇总。
CREATE OR REPLACE TEMP TABLE quality_job AS
SELECT e.person, e.household, e.started_on, e.employer,
  CASE WHEN bool_or(e.ended_on_absent OR e.ended_on_unreadable) THEN NULL ELSE bool_or(e.ended_on IS NULL OR e.ended_on > as_of()) END AS is_open,
  CASE WHEN NOT bool_or(e.ended_on IS NULL) THEN max(e.ended_on) END AS ended_on,
  bool_and(e.ended_on_unreadable) AS is_end_unreadable,
  arg_max(e.place, e.r) AS place, arg_max(e.monthly_wage, e.r) AS monthly_wage,
  bool_or(e.place_absent) AS is_place_absent, bool_or(e.employer_absent) AS is_employer_absent,
  bool_or(e.monthly_wage_absent OR e.monthly_wage_unreadable) AS is_wage_unknown,
  bool_or(e.started_on IS NULL AND NOT e.started_on_unreadable) AS is_start_blank
FROM handed_employment e
WHERE e.started_on IS NULL OR e.started_on <= as_of()
GROUP BY e.person, e.household, e.started_on, e.employer;

CREATE OR REPLACE TEMP TABLE quality_job_placed AS
SELECT j.*, p.born_on,
  coalesce(j.ended_on >= as_of(), CASE WHEN NOT j.is_end_unreadable THEN TRUE END) AS is_current,
  CASE WHEN j.is_place_absent THEN NULL ELSE coalesce(names_county(j.place), FALSE) END AS is_place_full,
  CASE WHEN regexp_matches(j.place, '县外|省外|国外|境外') THEN TRUE
       WHEN regexp_matches(j.place, '县内|本县|本乡|本镇|本村|在家') OR contains(j.place, regexp_replace(h.county, '(.{2,})(县|市|区|旗)$', '\1')) THEN FALSE
       WHEN names_county(j.place) AND h.county IS NOT NULL THEN TRUE END AS is_outside,
  j.started_on <= lag(j.ended_on) OVER (PARTITION BY j.person ORDER BY j.started_on, j.ended_on) AS is_overlapping
FROM quality_job j JOIN household_source h USING (household) JOIN person_source p ON p.person = j.person;

CREATE OR REPLACE TEMP TABLE quality_work AS
SELECT person, count(*) > 0 AS has_work_record, some_of(is_current) AS works_now, some_of(is_current AND is_outside) AS works_outside_county,
  some_of(is_open) AS has_open_work_record, min(year(started_on)) FILTER (WHERE is_open) AS open_work_start_year,
  coalesce(bool_or(is_overlapping), FALSE) AS has_overlapping_work,
  min(datesub('year', born_on, started_on)) AS age_at_first_work,
  bool_or(is_start_blank) AS has_work_without_start, some_of(NOT is_place_full) AS has_work_without_county,
  some_of(is_current AND CASE WHEN is_wage_unknown THEN NULL ELSE monthly_wage IS NULL END) AS has_work_without_wage,
  some_of(is_current AND CASE WHEN is_employer_absent THEN NULL ELSE employer IS NULL END) AS has_work_without_employer,
  min(monthly_wage) FILTER (WHERE is_current) AS lowest_monthly_wage, max(monthly_wage) FILTER (WHERE is_current) AS highest_monthly_wage,
FROM quality_job_placed GROUP BY person;

CREATE OR REPLACE TEMP TABLE quality_card AS
SELECT person, min(TRY_CAST(grade AS INTEGER)) AS card_grade, arg_min(category, grade) AS card_category
FROM handed_disability_cards WHERE event_day IS NULL OR event_day <= as_of() GROUP BY person;

CREATE OR REPLACE TEMP TABLE quality_relief AS
SELECT person, bool_or(category IN ('农村低保', '城市低保')) AS gets_dibao, bool_or(category = '特困供养') AS gets_tekun
FROM handed_relief WHERE (started_on IS NULL OR started_on <= as_of()) AND (ended_on IS NULL OR ended_on > as_of()) GROUP BY person;

CREATE OR REPLACE TEMP TABLE quality_insured AS
SELECT person, CASE WHEN bool_or(status = '正常参保') THEN TRUE WHEN bool_or(status IN ('未参保', '暂停参保')) THEN FALSE END AS is_enrolled
FROM handed_medical_insurance WHERE year = year(as_of()) GROUP BY person;

CREATE OR REPLACE TEMP TABLE quality_aided AS
SELECT DISTINCT person FROM handed_medical_settlements
WHERE aid_paid > 0 AND event_day > as_of() - INTERVAL 12 MONTH AND event_day <= as_of();

CREATE OR REPLACE TEMP TABLE quality_dropout AS
SELECT person, bool_or(status = '疑似失学辍学') AND NOT bool_or(status IN ('在校', '已劝返')) AS is_dropout
FROM handed_school_roll WHERE status IS NOT NULL GROUP BY person;

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

-- 只存算出来的；登记表的列在视图里再接上，免得几十万人的文字列抄一遍。
CREATE OR REPLACE TEMP TABLE quality_person_derived AS
SELECT s.person, k.* EXCLUDE (household),
  n.id_form, n.id_is_placeholder, n.check_digit_ok, n.card_category_digit, n.birth_day_in_id_ok, n.sex_in_id,
  coalesce(year(s.born_on), CAST(n.ymd // 10000 AS INTEGER)) AS birth_year,
  s.born_on > as_of() AS is_born_after_day,
  CASE WHEN s.id_number IS NOT NULL THEN coalesce(d.holders, 1) END AS id_number_holders,
  phone_form_of(s.phone) AS phone_form,
  CASE WHEN s.relation_to_head IN ('之子', '之女婿', '之孙子', '之外孙子', '之父', '之岳父', '之公公', '之祖父', '之外祖父', '之曾孙子', '之侄儿', '之叔伯') THEN '男'
       WHEN s.relation_to_head IN ('之女', '之儿媳', '之孙女', '之外孙女', '之母', '之岳母', '之婆婆', '之祖母', '之外祖母', '之曾孙女', '之侄女', '之兄弟媳妇') THEN '女'
       WHEN s.relation_to_head IS NOT NULL THEN '不分' END AS sex_of_relation,
  datesub('year', s.born_on, as_of()) AS age,
  datesub('year', s.born_on, school_day()) AS age_in_september,
  age >= number_of('quality/working_age_from') AND age < number_of('quality/working_age_until') AS is_of_working_age,
  CASE WHEN s.schooling IS NULL THEN CASE WHEN NOT s.schooling_absent AND NOT s.schooling_unreadable THEN '不在校' END ELSE g.stage END AS school_stage,
  school_stage NOT IN ('不在校', '学龄前儿童') AS is_student,
  s.health_status = '健康' AS is_healthy,
  s.labour_ability IN ('普通劳动力', '技能劳动力', '弱劳动力或半劳动力') AS has_labour,
  CASE WHEN n.id_form = '残疾人证' OR c.person IS NOT NULL THEN TRUE WHEN n.id_form = '居民身份证' THEN FALSE END AS has_disability_card,
  CASE WHEN n.id_form = '残疾人证' THEN ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'][n.card_category_digit] ELSE c.card_category END AS disability_category,
  CASE WHEN n.id_form = '残疾人证' THEN n.card_grade_digit ELSE c.card_grade END AS disability_grade,
  CASE WHEN s.dibao IN ('城市低保', '农村低保') OR r.gets_dibao THEN TRUE WHEN s.dibao IS NOT NULL OR has_dataset('relief') THEN FALSE END AS on_dibao,
  CASE WHEN s.tekun IN ('城市特困', '农村特困') OR r.gets_tekun THEN TRUE WHEN s.tekun IS NOT NULL OR has_dataset('relief') THEN FALSE END AS on_tekun,
  CASE WHEN s.resident_medical = '是' OR s.employee_medical = '是' THEN TRUE
       WHEN NOT s.resident_medical_absent AND NOT s.employee_medical_absent THEN FALSE ELSE i.is_enrolled END AS is_insured,
  coalesce(said_yes(s.medical_aid), CASE WHEN has_dataset('medical_settlements') THEN a.person IS NOT NULL END) AS got_medical_aid,
  CASE WHEN has_dataset('school_roll') THEN coalesce(o.is_dropout, FALSE)
    AND age_in_september >= number_of('education/compulsory_from') AND age_in_september < number_of('education/compulsory_until') END AS is_dropout,
  CASE WHEN s.schooling_absent THEN NULL ELSE school_stage = '不在校' END
    AND age_in_september >= number_of('education/compulsory_from') AND age_in_september < number_of('education/compulsory_until') AS is_child_out_of_school,
  CASE WHEN has_dataset('employment') THEN w.person IS NOT NULL END AS has_work_record,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.works_now END AS works_now,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.works_outside_county END AS works_outside_county,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.has_open_work_record END AS has_open_work_record,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.has_overlapping_work END AS has_overlapping_work,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.has_work_without_start END AS has_work_without_start,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.has_work_without_county END AS has_work_without_county,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.has_work_without_wage END AS has_work_without_wage,
  CASE WHEN has_dataset('employment') AND w.person IS NULL THEN FALSE ELSE w.has_work_without_employer END AS has_work_without_employer,
  w.open_work_start_year, w.age_at_first_work, w.lowest_monthly_wage, w.highest_monthly_wage,
  CASE WHEN s.public_post IS NOT NULL THEN len(string_split(s.public_post, ',')) WHEN NOT s.public_post_absent THEN 0 END AS public_posts
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

CREATE OR REPLACE TEMP VIEW quality_person AS SELECT s.*, d.* EXCLUDE (person) FROM person_source s JOIN quality_person_derived d ON d.person = s.person;

-- 同一电话登记在几户。
CREATE OR REPLACE TEMP TABLE quality_shared_phone AS
WITH shared AS (SELECT hash(phone) AS mark FROM person_source WHERE phone IS NOT NULL GROUP BY 1 HAVING min(household) <> max(household)),
holders AS (SELECT DISTINCT phone, household FROM person_source WHERE hash(phone) IN (SELECT mark FROM shared)),
counted AS (SELECT household, count(*) OVER (PARTITION BY phone) AS households FROM holders)
SELECT household, max(households) AS households_on_phone FROM counted GROUP BY household;

CREATE OR REPLACE TEMP TABLE quality_phone_counties AS
SELECT household, bool_or(people > 1 AND counties > 1) AS has_phone_in_two_counties
FROM (SELECT household, phone, count(DISTINCT person) AS people, count(DISTINCT regexp_extract(place, '^.*[县区旗市]')) AS counties
  FROM handed_employment WHERE phone IS NOT NULL AND names_county(place) AND (started_on IS NULL OR started_on <= as_of()) GROUP BY household, phone)
GROUP BY household;

CREATE OR REPLACE TEMP TABLE quality_household_work AS
SELECT j.household,
  some_of(j.is_current OR j.ended_on >= h.identified_on) AS has_worker_since_identification,
  some_of((j.is_current OR j.ended_on >= h.identified_on) AND j.is_outside) AS has_outside_worker_since_identification,
  some_of(j.started_on >= h.identified_on AND j.is_outside) AS has_new_outside_worker_since_identification
FROM quality_job_placed j JOIN household_source h USING (household) GROUP BY j.household;

CREATE OR REPLACE TEMP TABLE quality_house AS
WITH latest AS (SELECT *, max(event_day) OVER (PARTITION BY household) AS last_day FROM handed_housing
  WHERE grade IS NOT NULL AND (event_day IS NULL OR event_day <= as_of()))
SELECT household, bool_or(grade IN ('C', 'D') AND (remedy IS NULL OR remedy IN ('未改造', '改造中'))) AS is_unsafe
FROM latest WHERE event_day IS NOT DISTINCT FROM last_day GROUP BY household;

CREATE OR REPLACE TEMP TABLE quality_water AS
SELECT household, some_of(CASE WHEN status = '不达标' OR dry_days >= number_of('water/dry_days_alert') THEN TRUE WHEN status IS NOT NULL THEN FALSE END) AS is_unsafe
FROM handed_drinking_water GROUP BY household;

CREATE OR REPLACE TEMP TABLE quality_members AS
SELECT household, count(*) AS members,
  count(*) FILTER (WHERE relation_to_head = '户主') AS heads, count(*) FILTER (WHERE relation_to_head = '配偶') AS spouses,
  count(*) FILTER (WHERE relation_to_head IS NULL) AS without_relation,
  bool_or(relation_to_head = '户主' AND sex = '男') AND bool_or(relation_to_head = '配偶' AND sex = '男') OR
  bool_or(relation_to_head = '户主' AND sex = '女') AND bool_or(relation_to_head = '配偶' AND sex = '女') OR
  bool_or(relation_to_head = '户主' AND sex_in_id = '男') AND bool_or(relation_to_head = '配偶' AND sex_in_id = '男') OR
  bool_or(relation_to_head = '户主' AND sex_in_id = '女') AND bool_or(relation_to_head = '配偶' AND sex_in_id = '女') AS is_same_sex,
  count(*) FILTER (WHERE relation_to_head = '户主' AND sex IS NULL AND sex_in_id IS NULL) AS heads_without_sex,
  count(*) FILTER (WHERE relation_to_head = '配偶' AND sex IS NULL AND sex_in_id IS NULL) AS spouses_without_sex,
  arg_min(phone, CASE WHEN is_head THEN -1 ELSE person END) AS household_phone,
  CASE WHEN count(labour_ability) < count(*) THEN NULL
    ELSE CAST(100 * count(*) FILTER (WHERE labour_ability IN ('普通劳动力', '技能劳动力')) AS DECIMAL(9, 2)) / count(*) END AS labour_share,
  some_of(has_labour) AS has_anyone_with_labour, every_one(has_labour) AS has_everyone_labour,
  some_of(contains(health_status, '残疾') OR has_disability_card) AS has_disabled_member,
  some_of(CASE WHEN disability_grade <= number_of('disability/severe_grade') THEN TRUE WHEN disability_grade IS NOT NULL OR NOT has_disability_card THEN FALSE END)
    AS has_severely_disabled_member,
  some_of(contains(health_status, '大病') OR contains(health_status, '慢性病')) AS has_ill_member,
  some_of(on_dibao) AS has_dibao_member, some_of(on_tekun) AS has_tekun_member,
  some_of(school_stage IN ('中职', '高职高专')) AS has_vocational_student,
  some_of(is_child_out_of_school) AS has_child_out_of_school,
  some_of(is_dropout) AS has_dropout,
  some_of(NOT is_insured) AS has_uninsured_member,
  some_of(works_now) AS has_worker, some_of(has_work_record) AS has_anyone_with_work_record,
  some_of(travel_subsidy > 0) AS has_travel_subsidy
FROM quality_person GROUP BY household;

CREATE OR REPLACE TEMP TABLE quality_household_derived AS
SELECT s.household, k.* EXCLUDE (household), m.* EXCLUDE (household, heads, spouses, without_relation, is_same_sex, heads_without_sex, spouses_without_sex, has_severely_disabled_member),
  CASE WHEN s.phone_absent THEN NULL ELSE coalesce(phone_form_of(m.household_phone), '空') END AS household_phone_form,
  CASE WHEN m.household_phone IS NOT NULL THEN coalesce(f.households_on_phone, 1) END AS households_on_phone,
  CASE WHEN has_dataset('employment') THEN coalesce(c.has_phone_in_two_counties, FALSE) END AS has_phone_in_two_counties,
  CASE WHEN m.heads = 0 AND m.without_relation > 0 THEN NULL ELSE m.heads END AS heads_in_household,
  CASE WHEN m.spouses = 0 AND m.without_relation > 0 THEN NULL ELSE m.spouses END AS spouses_in_household,
  CASE WHEN m.is_same_sex THEN TRUE WHEN m.heads_without_sex + m.spouses_without_sex + m.without_relation > 0 THEN NULL ELSE FALSE END AS is_head_of_spouses_sex,
  m.has_severely_disabled_member,
  coalesce(said_yes(s.dilapidated_house) OR o.is_unsafe, said_yes(s.dilapidated_house), o.is_unsafe, CASE WHEN has_dataset('housing') AND o.household IS NULL THEN FALSE END) AS has_unsafe_house,
  coalesce(NOT said_yes(s.safe_water) OR w.is_unsafe, NOT said_yes(s.safe_water), w.is_unsafe, CASE WHEN has_dataset('drinking_water') AND w.household IS NULL THEN FALSE END) AS has_unsafe_water,
  CASE WHEN has_dataset('employment') AND j.household IS NULL THEN FALSE ELSE j.has_worker_since_identification END AS has_worker_since_identification,
  CASE WHEN has_dataset('employment') AND j.household IS NULL THEN FALSE ELSE j.has_outside_worker_since_identification END AS has_outside_worker_since_identification,
  CASE WHEN has_dataset('employment') AND j.household IS NULL THEN FALSE ELSE j.has_new_outside_worker_since_identification END AS has_new_outside_worker_since_identification,
  date_diff('day', s.identified_on, as_of()) AS days_since_identification,
  date_diff('month', s.identified_on, s.cleared_on) AS months_until_cleared,
  CASE WHEN concat(measure_industry, measure_employment, measure_finance, measure_public_post) <> '' THEN TRUE
       WHEN measure_industry_absent OR measure_employment_absent OR measure_finance_absent OR measure_public_post_absent THEN NULL ELSE FALSE END AS has_development_measure,
  CASE WHEN has_development_measure OR concat(measure_housing, measure_water, measure_health, measure_compulsory_education, measure_education, measure_social,
         measure_relocation, measure_living_conditions, measure_infrastructure) <> '' THEN TRUE
       WHEN has_development_measure IS NULL OR measure_housing_absent OR measure_water_absent OR measure_health_absent OR measure_compulsory_education_absent
         OR measure_education_absent OR measure_social_absent OR measure_relocation_absent OR measure_living_conditions_absent OR measure_infrastructure_absent THEN NULL
       ELSE FALSE END AS has_measure_beside_relief,
  CASE WHEN measure_relief IS NOT NULL OR has_measure_beside_relief THEN TRUE WHEN measure_relief_absent THEN NULL ELSE has_measure_beside_relief END AS has_any_measure,
  CASE WHEN measure_relief_absent THEN NULL ELSE measure_relief IS NOT NULL END AND NOT has_measure_beside_relief AS has_only_relief_measure,
  CASE WHEN year(s.cleared_on) = year(as_of()) THEN s.after_net_income_per_head END AS after_income_of_this_year
FROM household_source s
JOIN quality_household_kind k USING (household)
JOIN quality_members m USING (household)
LEFT JOIN quality_shared_phone f USING (household)
LEFT JOIN quality_phone_counties c USING (household)
LEFT JOIN quality_household_work j USING (household)
LEFT JOIN quality_house o USING (household)
LEFT JOIN quality_water w USING (household);

CREATE OR REPLACE TEMP VIEW quality_household AS SELECT s.*, d.* EXCLUDE (household) FROM household_source s JOIN quality_household_derived d USING (household);

CREATE OR REPLACE TEMP TABLE quality_village AS
SELECT s.*, TRUE AS of_all, unsafe_water_households + dilapidated_households AS households_without_guarantees,
  households_without_guarantees - village_households AS households_beyond_total
FROM village_source s;
