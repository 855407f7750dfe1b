-- 务工地的县级名称(最后一个县、区、旗,没有则最后一个市)不同,且没有一个写在另一个里面。
-- 自治区按省看;只写到省,或写“本县”“外县”的,县级名称为空,结果未知。
NOT contains(other.place, nullif(regexp_extract(replace(one.place, '自治区', '省'), '([^省市州盟县区旗本外]+[县区旗市])[^县区旗市]*$', 1), ''))
AND NOT contains(one.place, nullif(regexp_extract(replace(other.place, '自治区', '省'), '([^省市州盟县区旗本外]+[县区旗市])[^县区旗市]*$', 1), ''))
