-- 成员的第一张一、二级残疾证在近12个月内发放。
WITH card AS (
  SELECT household, person, is_certain, issued_on,
    grade::VARCHAR::INTEGER <= {{disability/severe_grade}} AS is_severe
  FROM counted_disability_cards
),
holder AS (
  SELECT household, person,
    bool_or(is_certain AND is_severe AND issued_on > {{D-window/months}}) AS is_new,
    bool_or(coalesce(is_severe, true) AND coalesce(issued_on > {{D-window/months}}, true)) AS may_be_new,
    bool_or(is_severe AND issued_on <= {{D-window/months}}) AS was_before,
    bool_or(coalesce(is_severe, true) AND coalesce(issued_on <= {{D-window/months}}, true)) AS may_have_been
  FROM card GROUP BY household, person
)
SELECT household, count(*) FILTER (is_new AND NOT may_have_been) AS lo, count(*) FILTER (may_be_new AND NOT coalesce(was_before, false)) AS hi FROM holder GROUP BY household HAVING hi > 0
-- sources
SELECT household, 'disability_cards' AS dataset, r FROM counted_disability_cards c
WHERE grade::VARCHAR::INTEGER <= {{disability/severe_grade}} AND issued_on > {{D-window/months}}
  AND NOT EXISTS (SELECT 1 FROM counted_disability_cards o WHERE o.person = c.person AND o.grade::VARCHAR::INTEGER <= {{disability/severe_grade}} AND o.issued_on <= {{D-window/months}})
