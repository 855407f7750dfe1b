-- 比对日之前最近一个9月1日满6周岁不满16周岁,且学籍为疑似失学辍学;任一行为在校或已劝返即排除。依据:义务教育法
WITH child AS (
  SELECT c.household, c.person, bool_and(is_certain) AS is_certain, any_value(m.born_on) AS born_on,
    bool_or(status = '疑似失学辍学') AS is_out, bool_or(status IN ('在校', '已劝返')) AS is_in, bool_or(status IS NULL) AS is_open
  FROM counted_school_roll c JOIN member_state m USING (person) GROUP BY c.household, c.person
),
aged AS (
  SELECT *, born_on <= {{school_day}} - to_years({{education/compulsory_from}}) AND born_on > {{school_day}} - to_years({{education/compulsory_until}}) AS is_of_age FROM child
)
SELECT household, count(*) FILTER (is_certain AND is_of_age AND is_out AND NOT coalesce(is_in, false) AND NOT is_open) AS lo,
  count(*) FILTER (coalesce(is_of_age, true) AND (is_out OR is_open) AND NOT coalesce(is_in, false)) AS hi
FROM aged GROUP BY household HAVING hi > 0
-- sources
SELECT c.household, 'school_roll' AS dataset, c.r FROM counted_school_roll c JOIN member_state m USING (person)
WHERE status = '疑似失学辍学' AND is_certain AND m.born_on <= {{school_day}} - to_years({{education/compulsory_from}}) AND m.born_on > {{school_day}} - to_years({{education/compulsory_until}})
  AND NOT EXISTS (SELECT 1 FROM counted_school_roll o WHERE o.person = c.person AND (o.status IN ('在校', '已劝返') OR o.status IS NULL))
