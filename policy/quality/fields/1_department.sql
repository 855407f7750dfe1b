-- 导出字段。fields.yaml 说每个字段是什么意思，这里是它怎样算出来；算不出来一律 NULL(不确定)。
-- 读：person_source、household_source、village_source(登记表各列、<列>_absent、<列>_unreadable，和还没有的列)，
--     handed_<数据集>(没有交的是空表)，as_of()、school_day()、number_of(参数)、has_dataset(数据集)。
-- 写：quality_person、quality_household、quality_village。

-- 真、假、不知道：有一个真即真；全部知道才是假。
CREATE OR REPLACE TEMP MACRO some_of(x) AS CASE WHEN bool_or(x) THEN TRUE WHEN count(x) < count(*) THEN NULL ELSE FALSE END;
CREATE OR REPLACE TEMP MACRO every_one(x) AS CASE WHEN bool_or(NOT x) THEN FALSE WHEN count(x) < count(*) THEN NULL ELSE TRUE END;
CREATE OR REPLACE TEMP MACRO said_yes(x) AS CASE WHEN x = '是' THEN TRUE WHEN x = '否' THEN FALSE END;
CREATE OR REPLACE TEMP MACRO phone_form_of(x) AS
  CASE WHEN regexp_full_match(x, '1[3-9][0-9]{9}') THEN '手机号' WHEN regexp_full_match(x, '[0-9]{11}') THEN '11位号码' WHEN x IS NOT NULL THEN '其他' END;
-- 地名写到县级：有县、区、旗，或有两个市，或是不设县区的地级市。只有一个市的，分不出是地级市还是县级市，不确定。
CREATE OR REPLACE TEMP MACRO names_county(x) AS
  CASE WHEN regexp_matches(regexp_replace(x, '自治区|行政区', ''), '[县区旗]|市.*市|东莞市|中山市|儋州市|嘉峪关市') THEN TRUE
       WHEN regexp_matches(regexp_replace(x, '北京市|天津市|上海市|重庆市', ''), '市') THEN NULL
       ELSE FALSE END;

-- 务工名单交来了而没有这个人，即没有；没有交来的，不确定。
CREATE OR REPLACE TEMP MACRO unless_listed(is_listed, answer) AS CASE WHEN has_dataset('employment') AND NOT is_listed THEN FALSE ELSE answer END;

-- 务工：先把每月重复报送的同一段合成一段，再按人汇总。
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
  CASE WHEN j.is_place_absent THEN NULL ELSE CASE WHEN j.place IS NULL THEN FALSE ELSE names_county(j.place) END END AS is_place_full,
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
  bool_or(is_start_blank) AS has_work_without_start, min(coalesce(place, '空白')) FILTER (WHERE NOT is_place_full) AS place_without_county, some_of(NOT is_place_full) AS has_work_without_county,
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
