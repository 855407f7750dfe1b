-- 近12个月去世的普通或技能劳动力;死亡名单,或事故名单中的死亡(伤害程度读不出的可能是)。没有死亡名单时只有事故名单能认定,
-- 其余有劳动力(或劳动技能不明)的户不能判定。
WITH member AS (
  SELECT person, household, CASE WHEN labour_ability IN ('普通劳动力', '技能劳动力') THEN true WHEN labour_ability IS NOT NULL THEN false END AS has_labour FROM person
),
counted AS (
  SELECT m.household, count(*) FILTER (has_labour AND d.died_on > {{D-window/months}}) AS lo,
    count(*) FILTER (coalesce(has_labour, true) AND coalesce(d.died_on, d.perhaps_until) > {{D-window/months}}) AS hi,
    bool_or(coalesce(has_labour, true)) AS may_have_labour
  FROM member m LEFT JOIN death d USING (person) GROUP BY m.household
)
SELECT household, c.lo, CASE WHEN {{covered:deaths}} OR NOT c.may_have_labour THEN c.hi END AS hi FROM household h JOIN counted c USING (household)
-- sources
WITH gone AS (
  SELECT p.household, p.person FROM death d JOIN person p USING (person) WHERE p.labour_ability IN ('普通劳动力', '技能劳动力') AND d.died_on > {{D-window/months}}
)
SELECT g.household, 'deaths' AS dataset, d.r FROM dated_deaths d JOIN gone g USING (person) WHERE d.event_day IS NOT NULL
UNION ALL
SELECT g.household, 'accidents' AS dataset, a.r FROM dated_accidents a JOIN gone g USING (person) WHERE a.harm = '死亡' AND a.event_day IS NOT NULL
