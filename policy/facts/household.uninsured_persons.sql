-- 健在成员当年参保状态为未参保或暂停参保;当年有一行正常参保即为已参保。全员名单中没有当年记录的健在成员为未参保。
WITH rows_of_year AS (
  SELECT household, person, is_certain, year, status FROM counted_medical_insurance WHERE (year = {{year}} OR year IS NULL)
    -- 不是全员名单时,只有正常参保记录的人不必看
    AND ({{full_list:medical_insurance}} OR person IN (
      SELECT person FROM counted_medical_insurance WHERE (year = {{year}} OR year IS NULL) AND (status IS NULL OR status <> '正常参保')))
),
stated AS (
  SELECT household, person, bool_and(is_certain) AS is_certain,
    coalesce(bool_or(year IS NOT NULL AND status = '正常参保'), false) AS is_insured,
    coalesce(bool_or(year IS NOT NULL AND status IN ('未参保', '暂停参保')), false) AS is_out,
    coalesce(bool_or(status IS NULL OR (year IS NULL AND status = '正常参保')), false) AS may_be_insured,
    coalesce(bool_or(status IS NULL OR status IN ('未参保', '暂停参保')), false) OR {{full_list:medical_insurance}} AS may_be_out
  FROM rows_of_year GROUP BY household, person
),
unlisted AS (
  SELECT m.household, m.person, m.is_living IS TRUE AS is_certain, false, true, false, true FROM member_state m JOIN household h USING (household)
  WHERE {{full_list:medical_insurance}} AND ({{covered:medical_insurance}}) AND m.is_living IS NOT FALSE AND NOT EXISTS (SELECT 1 FROM stated s WHERE s.person = m.person)
)
SELECT household, count(*) FILTER (is_certain AND is_out AND NOT is_insured AND NOT may_be_insured) AS lo, count(*) FILTER (may_be_out AND NOT is_insured) AS hi
FROM (SELECT * FROM stated UNION ALL SELECT * FROM unlisted) GROUP BY household HAVING hi > 0
-- sources
WITH unlisted AS (
  SELECT m.household, m.person FROM member_state m JOIN household h USING (household)
  WHERE {{full_list:medical_insurance}} AND ({{covered:medical_insurance}}) AND m.is_living
    AND NOT EXISTS (SELECT 1 FROM counted_medical_insurance o WHERE o.person = m.person AND (o.year = {{year}} OR o.year IS NULL))
),
past AS (
  SELECT u.household, c.r, c.year, max(c.year) OVER (PARTITION BY c.person) AS last_year FROM counted_medical_insurance c JOIN unlisted u ON u.person = c.person WHERE c.year < {{year}}
)
SELECT household, 'medical_insurance' AS dataset, r FROM counted_medical_insurance c
WHERE year = {{year}} AND status IN ('未参保', '暂停参保') AND is_certain
  AND NOT EXISTS (SELECT 1 FROM counted_medical_insurance o WHERE o.person = c.person AND (o.year = {{year}} OR o.year IS NULL) AND (o.status = '正常参保' OR o.status IS NULL))
UNION ALL
SELECT u.household, 'household_register' AS dataset, s.r FROM unlisted u JOIN register_source s USING (person)
UNION ALL
SELECT household, 'medical_insurance' AS dataset, r FROM past WHERE year = last_year
