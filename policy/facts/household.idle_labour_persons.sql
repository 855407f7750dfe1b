-- 16至59周岁、健在、有劳动能力且不在校的成员中,没有一人在近90天内有务工记录。依据:国乡振发〔2023〕1号 二(二)
WITH at_school AS (
  SELECT person, bool_or(status = '在校') AS is_in, bool_or(status IS NULL) AS may_be_in FROM counted_school_roll GROUP BY person
),
worker AS (
  SELECT m.household, m.person,
    m.is_living AND m.born_on <= {{D}} - to_years({{employment/labour_from_age}}) AND m.born_on > {{D}} - to_years({{employment/labour_until_age}}) AS is_of_age,
    CASE WHEN m.labour_ability IN ('普通劳动力', '技能劳动力') THEN true WHEN m.labour_ability IS NOT NULL THEN false END AS has_labour,
    CASE WHEN m.schooling <> '非在校生' OR s.is_in THEN true WHEN m.schooling_unreadable OR s.may_be_in THEN NULL ELSE false END AS is_at_school
  FROM member_state m LEFT JOIN at_school s USING (person)
),
eligible AS (
  SELECT household, person, is_of_age AND has_labour AND NOT is_at_school AS is_eligible FROM worker
  WHERE (is_of_age AND has_labour AND NOT is_at_school) IS NOT FALSE
),
-- 健在的人开始务工时也健在,故不另看死亡
employed AS (
  SELECT person,
    bool_or(coalesce(started_on <= {{D}} AND ({{unended}} OR ended_on > {{D-employment/idle_days}} OR (ended_on_unreadable AND started_on > {{D-employment/idle_days}})), false)) AS has_record
  FROM dated_employment WHERE coalesce(ended_on > {{D-employment/idle_days}}, true) GROUP BY person
),
joined AS (
  SELECT e.household, e.is_eligible IS TRUE AS is_eligible, coalesce(p.has_record, false) AS has_record,
    p.person IS NOT NULL OR NOT ({{covered:employment}}) AS may_have_record
  FROM eligible e JOIN household h USING (household) LEFT JOIN employed p USING (person)
)
SELECT household,
  CASE WHEN NOT bool_or(may_have_record) THEN count(*) FILTER (is_eligible) ELSE 0 END AS lo,
  CASE WHEN bool_or(is_eligible AND has_record) THEN 0 ELSE count(*) FILTER (NOT has_record) END AS hi
FROM joined GROUP BY household
-- sources
WITH idle AS (
  SELECT m.household, m.person FROM member_state m
  WHERE m.is_living AND m.born_on <= {{D}} - to_years({{employment/labour_from_age}}) AND m.born_on > {{D}} - to_years({{employment/labour_until_age}})
    AND m.labour_ability IN ('普通劳动力', '技能劳动力') AND coalesce(m.schooling, '非在校生') = '非在校生' AND NOT m.schooling_unreadable
    AND NOT EXISTS (SELECT 1 FROM counted_school_roll s WHERE s.person = m.person AND (s.status = '在校' OR s.status IS NULL))
),
past AS (
  SELECT i.household, e.r, e.started_on, max(e.started_on) OVER (PARTITION BY e.person) AS last_start FROM dated_employment e JOIN idle i ON i.person = e.person
)
SELECT i.household, 'household_register' AS dataset, r.r FROM idle i JOIN register_source r USING (person)
UNION ALL
SELECT household, 'employment' AS dataset, r FROM past WHERE started_on IS NOT DISTINCT FROM last_start
