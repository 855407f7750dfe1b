-- 最近鉴定日中最差的等级;C、D级且未改造或改造中为不安全。没有鉴定日期的行,只在全户都没有日期时才算;改造状态为空即未改造。
-- 鉴定日期读不出的行可能是最近的,也可能在比对日之后。依据:国乡振发〔2023〕1号 一(一)
WITH stated AS (
  SELECT household, event_day, assessed_on_unreadable AS is_open_day, grade::VARCHAR AS grade,
    CASE WHEN remedy IN ('未改造', '改造中') THEN true WHEN remedy IS NOT NULL THEN false WHEN remedy_unreadable OR remedy_absent THEN NULL ELSE true END AS is_unmended,
    max(event_day) OVER (PARTITION BY household) AS last_day, bool_or(assessed_on_unreadable) OVER (PARTITION BY household) AS has_open_day
  FROM counted_housing
),
latest AS (
  SELECT *, max(grade) OVER (PARTITION BY household, is_open_day) AS worst FROM stated
  WHERE is_open_day OR (event_day IS NOT DISTINCT FROM last_day AND NOT (last_day IS NULL AND has_open_day))
),
judged AS (
  SELECT household, max(worst) FILTER (NOT is_open_day) AS worst,
    coalesce(bool_or(NOT is_open_day AND worst >= 'C' AND grade = worst AND is_unmended), false)
      AND NOT bool_or(NOT is_open_day AND grade IS NULL AND worst < 'D' AND is_unmended IS NOT TRUE)
      AND NOT bool_or(is_open_day AND (grade >= 'C' AND is_unmended) IS NOT TRUE) AS is_unsafe,
    bool_or(CASE WHEN grade IS NULL THEN true WHEN is_open_day THEN grade >= 'C' ELSE worst >= 'C' AND grade = worst END AND is_unmended IS NOT FALSE) AS may_be_unsafe
  FROM latest GROUP BY household
)
SELECT household, CASE WHEN is_unsafe THEN worst WHEN NOT may_be_unsafe THEN '安全' END AS value FROM judged
-- sources
SELECT c.household, 'housing' AS dataset, c.r FROM counted_housing c
JOIN (SELECT household, max(event_day) AS last_day FROM counted_housing GROUP BY household) l USING (household)
JOIN fact_unsafe_housing_grade f USING (household)
WHERE c.event_day IS NOT DISTINCT FROM l.last_day AND NOT c.assessed_on_unreadable AND c.grade::VARCHAR = f.value AND coalesce(c.remedy, '未改造') IN ('未改造', '改造中')
