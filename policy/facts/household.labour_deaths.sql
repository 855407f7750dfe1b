-- 近12个月去世的普通或技能劳动力;死亡名单,或事故名单中的死亡(伤害程度读不出的可能是)。没有死亡名单时只有事故名单能认定,其余不能判定。
WITH gone AS (
  SELECT p.household, d.died_on, d.perhaps_until, CASE WHEN p.labour_ability IN ('普通劳动力', '技能劳动力') THEN true WHEN p.labour_ability IS NOT NULL THEN false END AS has_labour
  FROM death d JOIN person p USING (person)
),
counted AS (
  SELECT household, count(*) FILTER (has_labour AND died_on > {{D-window/months}}) AS lo,
    count(*) FILTER (coalesce(has_labour, true) AND coalesce(died_on, perhaps_until) > {{D-window/months}}) AS hi
  FROM gone GROUP BY household
)
SELECT h.household, coalesce(c.lo, 0) AS lo, CASE WHEN {{covered:deaths}} THEN coalesce(c.hi, 0) END AS hi FROM household h LEFT JOIN counted c USING (household)
-- sources
WITH gone AS (
  SELECT p.household, p.person FROM death d JOIN person p USING (person) WHERE p.labour_ability IN ('普通劳动力', '技能劳动力') AND d.died_on > {{D-window/months}}
)
SELECT g.household, 'deaths' AS dataset, d.r FROM dated_deaths d JOIN gone g USING (person) WHERE d.event_day IS NOT NULL
UNION ALL
SELECT g.household, 'accidents' AS dataset, a.r FROM dated_accidents a JOIN gone g USING (person) WHERE a.harm = '死亡' AND a.event_day IS NOT NULL
