-- Concentrated checks with their rosters, and what the rules were worth week by week.

CREATE TABLE campaigns (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL CONSTRAINT campaigns_division CHECK (division_code ~ '^(\d{6}|\d{9}|\d{12})$'),
  name          text NOT NULL CONSTRAINT campaigns_name CHECK (length(name) BETWEEN 1 AND 60),
  scope         text NOT NULL CONSTRAINT campaigns_scope CHECK (scope IN ('all', 'monitored', 'former_poor', 'disaster_hit')),
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL,
  closed_on     date,
  closed_by     text,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT campaigns_period CHECK (ends_on >= starts_on)
);
COMMENT ON TABLE campaigns IS 'A concentrated check of all households, or of some kind of them, in a county, township or village.';
CREATE INDEX campaigns_place ON campaigns (division_code, id);
ALTER TABLE campaigns ENABLE ROW LEVEL SECURITY;
-- A campaign names nobody: the village sees that the county's takes place.
CREATE POLICY campaigns_read ON campaigns FOR SELECT USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  OR starts_with(current_setting('xianjie.area_from', true), division_code));
CREATE POLICY campaigns_add ON campaigns FOR INSERT WITH CHECK (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
CREATE POLICY campaigns_change ON campaigns FOR UPDATE USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON campaigns TO xianjie_app;

CREATE TABLE campaign_households (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  campaign_id   bigint NOT NULL REFERENCES campaigns,
  household_id  bigint NOT NULL REFERENCES households,
  officer_id    bigint,
  officer_name  text NOT NULL DEFAULT '',
  state         text NOT NULL DEFAULT 'todo' CONSTRAINT campaign_households_state CHECK (state IN ('todo', 'no_risk', 'risk_found', 'unreachable', 'gone')),
  checked_on    date,
  checked_by    text,
  form_id       bigint REFERENCES visit_forms,
  case_id       bigint REFERENCES cases,
  risks         text[] NOT NULL DEFAULT '{}',
  note          text NOT NULL DEFAULT '',
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT campaign_households_once UNIQUE (division_code, campaign_id, household_id),
  CONSTRAINT campaign_households_checked CHECK ((state = 'todo') = (checked_on IS NULL))
);
COMMENT ON TABLE campaign_households IS 'The roster: one row per household to be seen; what is still todo is the gap.';
COMMENT ON COLUMN campaign_households.state IS 'unreachable: nobody was met although tried, still a gap; gone: no longer lives here, with the reason in note.';
CREATE INDEX campaign_households_place ON campaign_households (campaign_id, division_code, state, id);
CREATE INDEX campaign_households_household ON campaign_households (household_id);
ALTER TABLE campaign_households ENABLE ROW LEVEL SECURITY;
CREATE POLICY campaign_households_area ON campaign_households USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON campaign_households TO xianjie_app;

CREATE TABLE rule_worth (
  division_code text COLLATE "C" NOT NULL CONSTRAINT rule_worth_county CHECK (division_code ~ '^\d{6}$'),
  week          date NOT NULL,
  rule_id       text NOT NULL,
  leads         integer NOT NULL,
  true_leads    integer NOT NULL,
  untrue_leads  integer NOT NULL,
  open_leads    integer NOT NULL,
  visits        integer NOT NULL,
  missed_cases  integer NOT NULL,
  verdict       text NOT NULL CONSTRAINT rule_worth_verdict CHECK (verdict IN ('pays', 'costs', 'too_few')),
  PRIMARY KEY (division_code, week, rule_id)
);
COMMENT ON TABLE rule_worth IS 'What each rule gave and cost over the year up to the week, as it was reckoned at the time.';
ALTER TABLE rule_worth ENABLE ROW LEVEL SECURITY;
CREATE POLICY rule_worth_area ON rule_worth USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON rule_worth TO xianjie_app;
