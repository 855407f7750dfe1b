-- 已识别(识别月份不晚于比对月份)且风险未消除;未填是否消除视为未消除。依据:国乡振发〔2023〕1号 一(一)
SELECT household, is_monitored AS value FROM household
