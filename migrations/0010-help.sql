-- Help: plans and measures with their deliveries, clearing checks, follow-up.

CREATE TABLE help_plans (
  case_id       bigint PRIMARY KEY REFERENCES cases,
  division_code text COLLATE "C" NOT NULL,
  due_on        date NOT NULL,
  due_basis     text NOT NULL,
  agreed_on     date,
  agreed_by     text,
  explored      text NOT NULL DEFAULT '',
  version       integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE help_plans IS 'One row per recognised case: measures are owed by a day, and agreed with the household on another.';
COMMENT ON COLUMN help_plans.explored IS 'Of a household with weak labour only: which development measure was looked for, and what came of it.';
CREATE INDEX help_plans_owed ON help_plans (division_code, due_on) WHERE agreed_on IS NULL;
ALTER TABLE help_plans ENABLE ROW LEVEL SECURITY;
CREATE POLICY help_plans_area ON help_plans USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON help_plans TO xianjie_app;

CREATE TABLE measures (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL,
  county_code      text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(division_code, 6)) STORED,
  household_id     bigint NOT NULL REFERENCES households,
  case_id          bigint REFERENCES cases,
  measure          text NOT NULL,
  measure_group    text NOT NULL,
  character        text NOT NULL CONSTRAINT measures_character CHECK (character IN ('development', 'training', 'guarantee', 'safety_net', 'other')),
  timing           text NOT NULL DEFAULT 'after' CONSTRAINT measures_timing CHECK (timing IN ('preventive', 'after')),
  state            text NOT NULL DEFAULT 'planned' CONSTRAINT measures_state CHECK (state IN ('planned', 'running', 'ended', 'cancelled')),
  details          text NOT NULL DEFAULT '',
  responsible_id   bigint,
  responsible_name text NOT NULL,
  planned_on       date NOT NULL,
  due_on           date NOT NULL,
  planned_amount   numeric(14, 2) CONSTRAINT measures_planned_amount CHECK (planned_amount >= 0),
  fund             text NOT NULL DEFAULT '',
  first_delivered_on date,
  runs_until       date,
  ended_on         date,
  end_reason       text,
  no_case_reason   text,
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT measures_outside_case CHECK (case_id IS NOT NULL OR no_case_reason IS NOT NULL),
  CONSTRAINT measures_ended CHECK ((state IN ('ended', 'cancelled')) = (ended_on IS NOT NULL)),
  CONSTRAINT measures_running CHECK (state <> 'running' OR first_delivered_on IS NOT NULL)
);
COMMENT ON TABLE measures IS 'One row per help given or to be given to a household; it goes on when the case is cleared, to its own end.';
COMMENT ON COLUMN measures.measure IS 'Name in policy/help/measures.yaml; group and character are kept as they were on the day.';
COMMENT ON COLUMN measures.no_case_reason IS 'Why help is given to a household without a case.';
COMMENT ON COLUMN measures.runs_until IS 'End of contract, agreement or school stage, where one is known.';
CREATE INDEX measures_place ON measures (division_code, state, due_on, id);
CREATE INDEX measures_case ON measures (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX measures_household ON measures (household_id);
ALTER TABLE measures ENABLE ROW LEVEL SECURITY;
CREATE POLICY measures_area ON measures USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON measures TO xianjie_app;

CREATE TABLE measure_events (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  measure_id    bigint NOT NULL REFERENCES measures,
  at            timestamptz NOT NULL,
  on_day        date NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  kind          text NOT NULL CONSTRAINT measure_events_kind CHECK (kind IN ('planned', 'changed', 'delivered', 'ended', 'cancelled')),
  amount        numeric(14, 2) CONSTRAINT measure_events_amount CHECK (amount >= 0),
  details       jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE measure_events IS 'Append-only: what happened to a measure; deliveries with day, amount and proof. Photos are case_attachments about measure.';
COMMENT ON COLUMN measure_events.on_day IS 'The day it happened in life.';
CREATE INDEX measure_events_measure ON measure_events (measure_id, id);
ALTER TABLE measure_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY measure_events_area ON measure_events USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON measure_events TO xianjie_app;

CREATE TABLE clearing_checks (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  case_id       bigint NOT NULL REFERENCES cases,
  on_day        date NOT NULL,
  at            timestamptz NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  is_natural    boolean NOT NULL,
  is_met        boolean NOT NULL,
  conditions    jsonb NOT NULL,
  snapshot      jsonb NOT NULL,
  policy_hash   text NOT NULL
);
COMMENT ON TABLE clearing_checks IS 'Append-only: the conditions for clearing as they were computed on a day, and the snapshot of the household.';
CREATE INDEX clearing_checks_case ON clearing_checks (case_id, id);
ALTER TABLE clearing_checks ENABLE ROW LEVEL SECURITY;
CREATE POLICY clearing_checks_area ON clearing_checks USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON clearing_checks TO xianjie_app;
