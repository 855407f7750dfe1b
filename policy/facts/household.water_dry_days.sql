-- 各行中最长的断水天数;有的表没有这一列,那些行不参与。
SELECT household, coalesce(max(dry_days), 0) AS lo, CASE WHEN bool_or(dry_days IS NULL AND NOT (dry_days_absent AND {{filled:drinking_water.dry_days}})) THEN NULL ELSE coalesce(max(dry_days), 0) END AS hi FROM counted_drinking_water GROUP BY household
-- sources
SELECT household, 'drinking_water' AS dataset, r FROM counted_drinking_water WHERE dry_days >= {{water/dry_days_alert}}
