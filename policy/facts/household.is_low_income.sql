-- 登记为脱贫户,或任一成员登记享受低保、特困,或监测未消除,或比对日仍在享受低保、特困。依据:国乡振发〔2023〕1号 一(一)
WITH registered AS (
  SELECT household,
    bool_or(coalesce(dibao <> '未享受', false) OR coalesce(tekun <> '未享受', false)) AS says_so,
    bool_or((dibao IS NULL AND {{filled:household_register.dibao}}) OR (tekun IS NULL AND {{filled:household_register.tekun}})) AS is_open
  FROM person GROUP BY household
),
relieved AS (
  SELECT household,
    bool_or(is_certain AND category IN ('农村低保', '城市低保', '特困供养') AND started_on <= {{D}} AND ({{unended}} OR ended_on > {{D}})) AS is_active,
    bool_or((category IN ('农村低保', '城市低保', '特困供养') OR category IS NULL) AND coalesce(started_on <= {{D}}, true) AND coalesce(ended_on > {{D}}, true)) AS may_be
  FROM counted_relief GROUP BY household
)
SELECT h.household,
  CASE
    WHEN h.household_kind = '脱贫户' OR h.is_monitored OR r.says_so OR l.is_active THEN true
    WHEN h.is_monitored IS NULL OR h.household_kind_unreadable OR r.is_open OR l.may_be THEN NULL
    WHEN h.household_kind IS NULL AND {{filled:household_register.household_kind}} THEN NULL
    ELSE false
  END AS value
FROM household h JOIN registered r USING (household) LEFT JOIN relieved l USING (household)
