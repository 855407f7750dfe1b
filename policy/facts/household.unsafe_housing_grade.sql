-- 最近鉴定日中最差的等级;C、D级且未改造或改造中为不安全。没有鉴定日期的行,只在全户都没有日期时才算;改造状态为空即未改造。依据:国乡振发〔2023〕1号 一(一)
WITH stated AS (
  SELECT household, r, event_day, assessed_on_unreadable, grade,
    CASE WHEN grade IN ('A', 'B') THEN '安全'
      WHEN grade IS NULL THEN CASE WHEN remedy IN ('已改造', '已搬离') THEN '安全' END
      WHEN remedy IN ('未改造', '改造中') THEN grade
      WHEN remedy IN ('已改造', '已搬离') THEN '安全'
      WHEN remedy_unreadable OR remedy_absent THEN NULL
      ELSE grade END AS state
  FROM counted_housing
),
latest AS (
  SELECT *, max(event_day) OVER (PARTITION BY household) AS last_day, bool_or(assessed_on_unreadable) OVER (PARTITION BY household) AS has_unreadable FROM stated
),
counted AS (
  SELECT *, rank() OVER (PARTITION BY household ORDER BY grade DESC NULLS LAST) AS worst FROM latest
  WHERE (event_day IS NOT DISTINCT FROM last_day OR assessed_on_unreadable) AND (last_day IS NOT NULL OR NOT has_unreadable OR assessed_on_unreadable)
)
SELECT household,
  CASE
    WHEN bool_or(has_unreadable) AND count(DISTINCT coalesce(state, '?')) > 1 THEN NULL
    WHEN bool_or(grade IS NULL AND state IS NULL) AND NOT coalesce(bool_or(worst = 1 AND grade = 'D' AND state = 'D'), false) THEN NULL
    ELSE coalesce(max(state) FILTER (worst = 1 AND state <> '安全'), CASE WHEN bool_or(worst = 1 AND state IS NULL) THEN NULL ELSE '安全' END)
  END AS value
FROM counted GROUP BY household
-- sources
SELECT c.household, 'housing' AS dataset, c.r FROM counted_housing c
JOIN (SELECT household, max(event_day) AS last_day FROM counted_housing GROUP BY household) l USING (household)
JOIN fact_unsafe_housing_grade f USING (household)
WHERE c.event_day IS NOT DISTINCT FROM l.last_day AND c.grade = f.value AND coalesce(c.remedy, '未改造') IN ('未改造', '改造中')
