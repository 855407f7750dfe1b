-- 近12个月去世的普通或技能劳动力;死亡名单,或事故名单中的死亡(伤害程度读不出的可能是)。没有死亡名单时只有事故名单能认定,其余不能判定。
WITH gone AS (
  SELECT m.household, m.person, m.died_on, m.may_have_died, CASE WHEN m.labour_ability IN ('普通劳动力', '技能劳动力') THEN true WHEN m.labour_ability IS NOT NULL THEN false END AS has_labour
  FROM member_state m WHERE m.died_on IS NOT NULL OR m.may_have_died
  UNION ALL
  SELECT m.household, m.person, NULL, true, CASE WHEN m.labour_ability IN ('普通劳动力', '技能劳动力') THEN true WHEN m.labour_ability IS NOT NULL THEN false END
  FROM dated_accidents a JOIN member_state m USING (person) WHERE a.harm IS NULL AND coalesce(a.event_day > {{D-window/months}}, true) AND m.died_on IS NULL
),
counted AS (
  SELECT household, count(*) FILTER (has_labour AND died_on > {{D-window/months}} AND NOT may_have_died) AS lo,
    count(*) FILTER (coalesce(has_labour, true) AND (may_have_died OR died_on > {{D-window/months}})) AS hi
  FROM gone GROUP BY household
)
SELECT h.household, coalesce(c.lo, 0) AS lo, CASE WHEN {{handed_in:deaths}} THEN coalesce(c.hi, 0) END AS hi FROM household h LEFT JOIN counted c USING (household)
-- sources
WITH gone AS (SELECT household, person FROM member_state WHERE labour_ability IN ('普通劳动力', '技能劳动力') AND died_on > {{D-window/months}} AND NOT may_have_died)
SELECT d.household, 'deaths' AS dataset, d.r FROM dated_deaths d JOIN gone g ON g.person = d.person WHERE d.died_on > {{D-window/months}}
UNION ALL
SELECT a.household, 'accidents' AS dataset, a.r FROM dated_accidents a JOIN gone g ON g.person = a.person WHERE a.harm = '死亡' AND a.event_day > {{D-window/months}}
