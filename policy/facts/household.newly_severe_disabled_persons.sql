-- 成员的第一张一、二级残疾证在近12个月内发放。
WITH card AS (
  SELECT household, person, is_certain, event_day, coalesce(event_day, alive_until, {{D}}) AS last_possible_day, grade::VARCHAR::INTEGER <= {{disability/severe_grade}} AS is_severe
  FROM counted_disability_cards
),
holder AS (
  SELECT household, person,
    bool_or(is_certain AND is_severe AND event_day > {{D-window/months}}) AS is_new,
    bool_or(coalesce(is_severe, true) AND last_possible_day > {{D-window/months}}) AS may_be_new,
    bool_or(is_certain AND is_severe AND event_day <= {{D-window/months}}) AS was_before,
    bool_or(coalesce(is_severe, true) AND coalesce(event_day <= {{D-window/months}}, true)) AS may_have_been
  FROM card GROUP BY household, person
)
SELECT household, count(*) FILTER (is_new AND NOT may_have_been) AS lo, count(*) FILTER (may_be_new AND NOT coalesce(was_before, false)) AS hi FROM holder GROUP BY household HAVING hi > 0
-- sources
WITH card AS (
  SELECT household, person, r, is_certain, event_day, grade::VARCHAR::INTEGER <= {{disability/severe_grade}} AS is_severe FROM counted_disability_cards
),
first_card AS (
  SELECT *, min(event_day) FILTER (is_severe) OVER (PARTITION BY person) AS first_day,
    bool_or(coalesce(is_severe, true) AND coalesce(event_day <= {{D-window/months}}, true)) OVER (PARTITION BY person) AS may_have_been
  FROM card
)
SELECT household, 'disability_cards' AS dataset, r FROM first_card WHERE is_certain AND is_severe AND event_day = first_day AND NOT may_have_been
