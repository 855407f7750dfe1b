-- 户的字段：成员合起来看，加上部门数据按户接上的结果；最后是村。

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

CREATE OR REPLACE TEMP TABLE quality_household_joined AS
SELECT s.household, k.* EXCLUDE (household), m.* EXCLUDE (household),
  f.households_on_phone AS phone_households, c.has_phone_in_two_counties AS is_phone_in_two_counties,
  o.household IS NOT NULL AS is_house_listed, o.is_unsafe AS is_house_unsafe, w.household IS NOT NULL AS is_water_listed, w.is_unsafe AS is_water_unsafe,
  j.household IS NOT NULL AS is_worker_listed, j.* EXCLUDE (household)
FROM household_source s
JOIN quality_household_kind k USING (household)
JOIN quality_members m USING (household)
LEFT JOIN quality_shared_phone f USING (household)
LEFT JOIN quality_phone_counties c USING (household)
LEFT JOIN quality_household_work j USING (household)
LEFT JOIN quality_house o USING (household)
LEFT JOIN quality_water w USING (household);

CREATE OR REPLACE TEMP VIEW quality_household AS
SELECT s.*, j.* EXCLUDE (household, has_worker_since_identification, has_outside_worker_since_identification, has_new_outside_worker_since_identification),
  CASE WHEN s.phone_absent THEN NULL ELSE coalesce(phone_form_of(j.household_phone), '空') END AS household_phone_form,
  CASE WHEN j.household_phone IS NOT NULL THEN coalesce(j.phone_households, 1) END AS households_on_phone,
  CASE WHEN has_dataset('employment') THEN coalesce(j.is_phone_in_two_counties, FALSE) END AS has_phone_in_two_counties,
  CASE WHEN j.heads = 0 AND j.without_relation > 0 THEN NULL ELSE j.heads END AS heads_in_household,
  CASE WHEN j.spouses = 0 AND j.without_relation > 0 THEN NULL ELSE j.spouses END AS spouses_in_household,
  CASE WHEN j.is_same_sex THEN TRUE WHEN j.heads_without_sex + j.spouses_without_sex + j.without_relation > 0 THEN NULL ELSE FALSE END AS is_head_of_spouses_sex,
  coalesce(said_yes(s.dilapidated_house) OR j.is_house_unsafe, said_yes(s.dilapidated_house), j.is_house_unsafe, CASE WHEN has_dataset('housing') AND NOT j.is_house_listed THEN FALSE END) AS has_unsafe_house,
  coalesce(NOT said_yes(s.safe_water) OR j.is_water_unsafe, NOT said_yes(s.safe_water), j.is_water_unsafe, CASE WHEN has_dataset('drinking_water') AND NOT j.is_water_listed THEN FALSE END) AS has_unsafe_water,
  unless_listed(j.is_worker_listed, j.has_worker_since_identification) AS has_worker_since_identification,
  unless_listed(j.is_worker_listed, j.has_outside_worker_since_identification) AS has_outside_worker_since_identification,
  unless_listed(j.is_worker_listed, j.has_new_outside_worker_since_identification) AS has_new_outside_worker_since_identification,
  nullif(concat_ws('、', CASE WHEN has_unsafe_house THEN '住房' END, CASE WHEN has_unsafe_water THEN '饮水' END, CASE WHEN j.has_dropout THEN '义务教育' END,
    CASE WHEN j.has_uninsured_member THEN '基本医疗' END), '') AS unsolved_guarantees,
  nullif(concat_ws('、', CASE WHEN j.has_child_out_of_school THEN '登记表在校生状况' END, CASE WHEN j.has_dropout THEN '学籍名单' END), '') AS out_of_school_by,
  nullif(concat_ws('、', CASE WHEN s.identified_on IS NULL AND NOT s.identified_on_absent THEN '识别监测时间' END,
    CASE WHEN s.net_income_per_head IS NULL AND NOT s.net_income_per_head_absent THEN '人均纯收入' END,
    CASE WHEN s.dropout_at_identification IS NULL AND NOT s.dropout_at_identification_absent THEN '识别时是否义务教育阶段适龄儿童少年失学辍学' END,
    CASE WHEN s.house_problem IS NULL AND NOT s.house_problem_absent THEN '识别时是否住房出现安全问题' END,
    CASE WHEN s.water_problem IS NULL AND NOT s.water_problem_absent THEN '识别时是否饮水出现安全问题' END,
    CASE WHEN s.uninsured_member IS NULL AND NOT s.uninsured_member_absent THEN '识别时是否有家庭成员未参加基本医疗保险' END), '') AS missing_at_identification,
  nullif(concat_ws('、', CASE WHEN s.after_dropout IS NULL AND NOT s.after_dropout_absent THEN '风险消除后是否义务教育阶段适龄儿童少年失学辍学' END,
    CASE WHEN s.after_house_damaged IS NULL AND NOT s.after_house_damaged_absent THEN '风险消除后是否住房损毁' END,
    CASE WHEN s.after_uninsured IS NULL AND NOT s.after_uninsured_absent THEN '风险消除后是否有家庭成员未参加基本医疗保险' END,
    CASE WHEN s.after_water_damaged IS NULL AND NOT s.after_water_damaged_absent THEN '风险消除后是否饮水设施损毁' END,
    CASE WHEN s.after_wage IS NULL AND NOT s.after_wage_absent THEN '风险消除后工资性收入' END,
    CASE WHEN s.after_property IS NULL AND NOT s.after_property_absent THEN '风险消除后财产性收入' END,
    CASE WHEN s.after_transfer IS NULL AND NOT s.after_transfer_absent THEN '风险消除后转移性收入' END,
    CASE WHEN s.after_business IS NULL AND NOT s.after_business_absent THEN '风险消除后生产经营性收入' END,
    CASE WHEN s.after_business_expense IS NULL AND NOT s.after_business_expense_absent THEN '风险消除后生产经营性支出' END,
    CASE WHEN s.after_net_income IS NULL AND NOT s.after_net_income_absent THEN '风险消除后家庭纯收入' END,
    CASE WHEN s.after_net_income_per_head IS NULL AND NOT s.after_net_income_per_head_absent THEN '风险消除后家庭人均纯收入' END,
    CASE WHEN s.after_claims IS NULL AND NOT s.after_claims_absent THEN '风险消除后理赔收入' END,
    CASE WHEN s.after_medical_spending IS NULL AND NOT s.after_medical_spending_absent THEN '风险消除后合规自付支出' END), '') AS missing_after_clearing,
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
FROM household_source s JOIN quality_household_joined j USING (household);

CREATE OR REPLACE TEMP TABLE quality_village AS
SELECT s.*, TRUE AS of_all, unsafe_water_households + dilapidated_households AS households_without_guarantees,
  households_without_guarantees - village_households AS households_beyond_total
FROM village_source s;
