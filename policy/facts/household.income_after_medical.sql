-- (人均纯收入 × 人口 − 近12个月合规自付)÷ 人口;人均纯收入未填时由各项收入减支出得出。人口读不出而人均纯收入已填的,扣除前的人均纯收入即上限。
-- 向下取整到一百亿分之一元,不改变与监测线比较的结果。依据:国乡振发〔2023〕1号 一(一)
WITH income AS (
  SELECT household, nullif(size, 0) AS size, net_income_per_head AS per_head,
    CASE WHEN net_income_per_head IS NOT NULL THEN net_income_per_head * size
      WHEN net_income_per_head_unreadable OR wage_income_unreadable OR business_income_unreadable OR property_income_unreadable OR transfer_income_unreadable OR business_expense_unreadable THEN NULL
      WHEN coalesce(wage_income, business_income, property_income, transfer_income) IS NOT NULL
        THEN coalesce(wage_income, 0) + coalesce(business_income, 0) + coalesce(property_income, 0) + coalesce(transfer_income, 0) - coalesce(business_expense, 0)
    END::DECIMAL(18, 2) AS net
  FROM household
)
SELECT i.household,
  CASE WHEN i.size IS NOT NULL THEN least_fen // i.size * 0.01 + (least_fen % i.size * 100000000 // i.size) * 0.0000000001 WHEN i.hi = 0 THEN i.per_head END AS lo,
  CASE WHEN i.size IS NOT NULL THEN most_fen // i.size * 0.01 + (most_fen % i.size * 100000000 // i.size) * 0.0000000001 ELSE i.per_head END AS hi
FROM (SELECT i.household, i.size, i.per_head, m.hi, ((i.net - m.hi) * 100)::BIGINT AS least_fen, ((i.net - m.lo) * 100)::BIGINT AS most_fen
  FROM income i JOIN known_medical_self_paid m USING (household)) i
-- sources
SELECT h.household, 'household_register' AS dataset, s.r FROM household h JOIN register_source s ON s.person = h.head_person
UNION ALL
SELECT household, 'medical_settlements' AS dataset, r FROM counted_medical_settlements WHERE is_certain AND event_day > {{D-window/months}} AND self_paid IS NOT NULL
