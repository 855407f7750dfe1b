-- 任一行为不达标即不达标;有一行读不出或为空且没有不达标的,不能判定。依据:国乡振发〔2023〕1号 一(一)
SELECT household, CASE WHEN bool_or(status = '不达标') THEN '不达标' WHEN bool_or(status IS NULL) THEN NULL ELSE '达标' END AS value FROM counted_drinking_water GROUP BY household
-- sources
SELECT household, 'drinking_water' AS dataset, r FROM counted_drinking_water WHERE status = '不达标'
