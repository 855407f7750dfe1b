-- 近12个月新享受农村低保、特困供养或刚性支出困难救助的成员;12个月前的当日全户没有人享受这三类。
WITH stated AS (
  SELECT household, person, is_certain, started_on, alive_until, category IN ('农村低保', '特困供养', '刚性支出困难') AS is_one,
    CASE WHEN {{unended}} THEN true WHEN ended_on_unreadable THEN NULL ELSE ended_on > {{D-window/months}} END AS was_unended
  FROM counted_relief WHERE category IN ('农村低保', '特困供养', '刚性支出困难') OR category IS NULL
),
summed AS (
  SELECT household,
    count(DISTINCT person) FILTER (is_certain AND is_one AND started_on > {{D-window/months}}) AS new_persons,
    count(DISTINCT person) FILTER (coalesce(started_on, alive_until, {{D}}) > {{D-window/months}}) AS perhaps_new,
    bool_or(is_certain AND is_one AND started_on <= {{D-window/months}} AND was_unended) AS was_active,
    bool_or(coalesce(started_on <= {{D-window/months}}, true) AND coalesce(was_unended, true)) AS may_have_been
  FROM stated GROUP BY household
)
SELECT household, CASE WHEN may_have_been THEN 0 ELSE new_persons END AS lo, CASE WHEN was_active THEN 0 ELSE perhaps_new END AS hi FROM summed
-- sources
SELECT household, 'relief' AS dataset, r FROM counted_relief WHERE is_certain AND category IN ('农村低保', '特困供养', '刚性支出困难') AND started_on > {{D-window/months}}
