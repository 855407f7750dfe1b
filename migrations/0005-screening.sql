-- Screening and quality at work: runs, leads with their history, unknowns, data-quality findings, disagreeing sources, exemptions and trials.

CREATE TABLE screening_runs (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL CONSTRAINT screening_runs_county CHECK (division_code ~ '^\d{6}$'),
  job_id        bigint NOT NULL,
  as_of         date NOT NULL,
  months        integer NOT NULL CONSTRAINT screening_runs_months CHECK (months BETWEEN 1 AND 36),
  is_done       boolean NOT NULL DEFAULT false,
  asked_by_name text NOT NULL,
  asked_at      timestamptz NOT NULL,
  ended_at      timestamptz,
  policy_hash   text,
  files         jsonb NOT NULL DEFAULT '[]',
  rules         jsonb NOT NULL DEFAULT '[]',
  counts        jsonb,
  warnings      jsonb NOT NULL DEFAULT '[]',
  seconds       jsonb NOT NULL DEFAULT '{}',
  row_columns   jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT screening_runs_job UNIQUE (division_code, job_id),
  CONSTRAINT screening_runs_done CHECK (is_done = (ended_at IS NOT NULL))
);
COMMENT ON TABLE screening_runs IS 'One row per job screening.run; how far an unfinished one is, is told by its job.';
COMMENT ON COLUMN screening_runs.months IS 'How many months of accepted files, up to the as-of day, the run reads.';
COMMENT ON COLUMN screening_runs.rules IS 'Per rule: households hit, clear, unknown.';
COMMENT ON COLUMN screening_runs.counts IS 'Leads new, still, gone against the run of the as-of day before; households by urgency; findings.';
COMMENT ON COLUMN screening_runs.row_columns IS 'By dataset the fields of the cells kept in department_row_files, in their order.';
CREATE INDEX screening_runs_latest ON screening_runs (division_code, as_of, id) WHERE is_done;
ALTER TABLE screening_runs ENABLE ROW LEVEL SECURITY;
-- A run names nobody: the township inside the county sees that it took place, and what is new since.
CREATE POLICY screening_runs_area ON screening_runs USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  OR division_code = left(current_setting('xianjie.area_from', true), 6))
  WITH CHECK (division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON screening_runs TO xianjie_app;

CREATE TABLE leads (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code     text COLLATE "C" NOT NULL,
  county_code       text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(division_code, 6)) STORED,
  lead_key          text NOT NULL,
  household_number  text NOT NULL,
  head_name         text NOT NULL DEFAULT '',
  township          text NOT NULL DEFAULT '',
  village           text NOT NULL DEFAULT '',
  rule_id           text NOT NULL,
  risk              text NOT NULL,
  severity          text NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
  urgency           text NOT NULL CHECK (urgency IN ('red', 'yellow', 'green')),
  urgency_steps     jsonb NOT NULL DEFAULT '[]',
  rank              integer NOT NULL DEFAULT 0,
  already_monitored boolean NOT NULL DEFAULT false,
  is_exempt         boolean NOT NULL DEFAULT false,
  state             text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'handled', 'closed')),
  outcome           text CHECK (outcome IN ('true', 'not_true', 'unverified', 'gone')),
  outcome_reason    text,
  is_present        boolean NOT NULL DEFAULT true,
  appeared_on       date NOT NULL,
  gone_on           date,
  first_run         bigint NOT NULL REFERENCES screening_runs,
  last_run          bigint NOT NULL REFERENCES screening_runs,
  evidence_id       text NOT NULL,
  evidence          jsonb NOT NULL,
  sources           jsonb NOT NULL,
  source_count      integer NOT NULL,
  counter_evidence  jsonb NOT NULL,
  source_rows       bytea,
  content_key       text NOT NULL,
  assigned_to       bigint,
  assigned_name     text,
  version           integer NOT NULL DEFAULT 1,
  CONSTRAINT leads_once UNIQUE (county_code, lead_key),
  CONSTRAINT leads_closed_with_outcome CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  CONSTRAINT leads_handled_by_someone CHECK (state <> 'handled' OR assigned_to IS NOT NULL)
);
COMMENT ON TABLE leads IS 'One row per household and rule, for ever: it is worked on, goes and comes back; lead_events tells how.';
COMMENT ON COLUMN leads.division_code IS 'The village; the nearest division known above it where the register does not say.';
COMMENT ON COLUMN leads.lead_key IS 'Depends on household number and rule alone.';
COMMENT ON COLUMN leads.urgency IS 'Of the household, from all its leads still to be worked on; the same for each of them.';
COMMENT ON COLUMN leads.rank IS 'Place of the household in its county by the last run; 0 while it has nothing to be worked on.';
COMMENT ON COLUMN leads.is_present IS 'The last run found it.';
COMMENT ON COLUMN leads.appeared_on IS 'As-of day of the run that found it first, or again after it was gone.';
COMMENT ON COLUMN leads.sources IS 'The first rows that prove it; source_count is how many there are.';
COMMENT ON COLUMN leads.content_key IS 'Digest of evidence, rows and counter-evidence: what is the same is not written again.';
COMMENT ON COLUMN leads.source_rows IS 'The cells of the rows that prove it, sealed.';
CREATE INDEX leads_division ON leads (division_code, state, rank, id);
CREATE INDEX leads_queue ON leads (county_code, state, rank, id);
CREATE INDEX leads_household ON leads (county_code, household_number);
CREATE INDEX leads_assigned ON leads (assigned_to) WHERE state = 'handled';
ALTER TABLE leads ENABLE ROW LEVEL SECURITY;
CREATE POLICY leads_area ON leads USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON leads TO xianjie_app;

CREATE TABLE lead_events (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  lead_id       bigint NOT NULL REFERENCES leads,
  at            timestamptz NOT NULL,
  run_id        bigint REFERENCES screening_runs,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('found', 'changed', 'gone', 'returned', 'exempted', 'exemption_ended',
                  'assigned', 'handed_back', 'noted', 'closed', 'reopened')),
  details       jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE lead_events IS 'Append-only: what the runs found and what officers did about a lead.';
CREATE INDEX lead_events_lead ON lead_events (lead_id, id);
ALTER TABLE lead_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY lead_events_area ON lead_events USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON lead_events TO xianjie_app;

CREATE TABLE unknown_counts (
  run_id        bigint NOT NULL REFERENCES screening_runs,
  division_code text COLLATE "C" NOT NULL,
  rule_id       text NOT NULL,
  missing       text NOT NULL,
  households    integer NOT NULL,
  PRIMARY KEY (run_id, division_code, rule_id, missing)
);
COMMENT ON TABLE unknown_counts IS 'How many households of a village a rule could not judge, and the facts (by name, parted by semicolons) that were missing.';
ALTER TABLE unknown_counts ENABLE ROW LEVEL SECURITY;
CREATE POLICY unknown_counts_area ON unknown_counts USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON unknown_counts TO xianjie_app;

CREATE TABLE quality_findings (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL,
  county_code      text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(division_code, 6)) STORED,
  finding_key      text NOT NULL,
  rule_id          text NOT NULL,
  severity         text NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
  household_number text NOT NULL DEFAULT '',
  head_name        text NOT NULL DEFAULT '',
  person_ref       text NOT NULL DEFAULT '',
  person_name      text NOT NULL DEFAULT '',
  township         text NOT NULL DEFAULT '',
  village          text NOT NULL DEFAULT '',
  field            text NOT NULL,
  found            text NOT NULL,
  message          text NOT NULL,
  source           jsonb,
  state            text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'mended', 'exempt')),
  found_on         date NOT NULL,
  mended_at        timestamptz,
  mended_by        text,
  first_run        bigint NOT NULL REFERENCES screening_runs,
  last_run         bigint NOT NULL REFERENCES screening_runs,
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT quality_findings_once UNIQUE (county_code, finding_key)
);
COMMENT ON COLUMN quality_findings.finding_key IS 'Depends on rule, household, person and field; a further finding on the same four is numbered.';
COMMENT ON COLUMN quality_findings.person_ref IS 'The person number, else the name; empty where the finding is about the household.';
COMMENT ON COLUMN quality_findings.found IS 'What stood there; numbers and phones masked.';
COMMENT ON COLUMN quality_findings.mended_by IS 'The officer who mended it here; none where a run no longer found it.';
COMMENT ON COLUMN quality_findings.last_run IS 'The last run that found it.';
CREATE INDEX quality_findings_division ON quality_findings (division_code, state, rule_id, id);
CREATE INDEX quality_findings_household ON quality_findings (county_code, household_number);
ALTER TABLE quality_findings ENABLE ROW LEVEL SECURITY;
CREATE POLICY quality_findings_area ON quality_findings USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON quality_findings TO xianjie_app;

CREATE TABLE quality_counts (
  run_id        bigint NOT NULL REFERENCES screening_runs,
  as_of         date NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  rule_id       text NOT NULL,
  open          integer NOT NULL,
  exempt        integer NOT NULL,
  PRIMARY KEY (run_id, division_code, rule_id)
);
COMMENT ON TABLE quality_counts IS 'Findings of a village by rule as a run left them, so that the count over time can be drawn.';
ALTER TABLE quality_counts ENABLE ROW LEVEL SECURITY;
CREATE POLICY quality_counts_area ON quality_counts USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON quality_counts TO xianjie_app;

CREATE TABLE discrepancies (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL,
  county_code      text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(division_code, 6)) STORED,
  discrepancy_key  text NOT NULL,
  comparison_id    text NOT NULL,
  label            text NOT NULL,
  household_number text NOT NULL DEFAULT '',
  person_name      text NOT NULL DEFAULT '',
  township         text NOT NULL DEFAULT '',
  village          text NOT NULL DEFAULT '',
  message          text NOT NULL,
  sources          jsonb NOT NULL,
  is_present       boolean NOT NULL DEFAULT true,
  found_on         date NOT NULL,
  gone_on          date,
  first_run        bigint NOT NULL REFERENCES screening_runs,
  last_run         bigint NOT NULL REFERENCES screening_runs,
  CONSTRAINT discrepancies_once UNIQUE (county_code, discrepancy_key)
);
CREATE INDEX discrepancies_division ON discrepancies (division_code, is_present, id);
ALTER TABLE discrepancies ENABLE ROW LEVEL SECURITY;
CREATE POLICY discrepancies_area ON discrepancies USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON discrepancies TO xianjie_app;

CREATE TABLE exemptions (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL,
  county_code      text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(division_code, 6)) STORED,
  about            text NOT NULL CHECK (about IN ('lead', 'quality')),
  rule_id          text NOT NULL,
  household_number text NOT NULL,
  head_name        text NOT NULL DEFAULT '',
  person_ref       text NOT NULL DEFAULT '',
  person_name      text NOT NULL DEFAULT '',
  township         text NOT NULL DEFAULT '',
  village          text NOT NULL DEFAULT '',
  reason           text NOT NULL CONSTRAINT exemptions_reason CHECK (btrim(reason) <> ''),
  evidence         text NOT NULL CONSTRAINT exemptions_evidence CHECK (btrim(evidence) <> ''),
  approver_id      bigint NOT NULL,
  approver_name    text NOT NULL,
  granted_at       timestamptz NOT NULL,
  from_on          date NOT NULL,
  until_on         date NOT NULL,
  revoked_on       date,
  revoked_reason   text,
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT exemptions_days CHECK (until_on >= from_on)
);
COMMENT ON TABLE exemptions IS 'A lead or finding that looks wrong and is true, for a stated reason, with evidence, approved, from one day to another, both included.';
CREATE INDEX exemptions_household ON exemptions (county_code, household_number);
CREATE INDEX exemptions_division ON exemptions (division_code, id);
ALTER TABLE exemptions ENABLE ROW LEVEL SECURITY;
CREATE POLICY exemptions_area ON exemptions USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON exemptions TO xianjie_app;

CREATE TABLE rule_trials (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL CONSTRAINT rule_trials_county CHECK (division_code ~ '^\d{6}$'),
  job_id        bigint NOT NULL,
  input         jsonb NOT NULL,
  is_done       boolean NOT NULL DEFAULT false,
  asked_by_name text NOT NULL,
  asked_at      timestamptz NOT NULL,
  ended_at      timestamptz,
  months        jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT rule_trials_job UNIQUE (division_code, job_id)
);
COMMENT ON TABLE rule_trials IS 'One row per job rule.trial; how far an unfinished one is, is told by its job.';
COMMENT ON COLUMN rule_trials.months IS 'Per month: leads before and after, and the households that come or go.';
CREATE INDEX rule_trials_division ON rule_trials (division_code, id);
ALTER TABLE rule_trials ENABLE ROW LEVEL SECURITY;
CREATE POLICY rule_trials_area ON rule_trials USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON rule_trials TO xianjie_app;

CREATE TABLE parameter_changes (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL CONSTRAINT parameter_changes_region CHECK (division_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
  parameter        text NOT NULL,
  from_on          date NOT NULL,
  value            jsonb NOT NULL,
  value_before     jsonb NOT NULL,
  document         jsonb NOT NULL,
  article          text NOT NULL DEFAULT '',
  reason           text NOT NULL CONSTRAINT parameter_changes_reason CHECK (btrim(reason) <> ''),
  state            text NOT NULL DEFAULT 'proposed' CONSTRAINT parameter_changes_state CHECK (state IN ('proposed', 'approved', 'refused', 'withdrawn')),
  proposed_by      bigint NOT NULL,
  proposed_by_name text NOT NULL,
  proposed_at      timestamptz NOT NULL,
  decided_by       bigint,
  decided_by_name  text,
  decided_at       timestamptz,
  decided_on       date,
  decision_note    text NOT NULL DEFAULT '',
  CONSTRAINT parameter_changes_decided CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT parameter_changes_two CHECK (state NOT IN ('approved', 'refused') OR decided_by <> proposed_by)
);
COMMENT ON TABLE parameter_changes IS 'Values a region sets for itself: one officer proposes, another approves. Never changed once decided; a later approval for the same day takes its place and both stay.';
COMMENT ON COLUMN parameter_changes.value IS 'null ends the own value: the level above applies again.';
COMMENT ON COLUMN parameter_changes.value_before IS 'What held on that day when it was proposed.';
COMMENT ON COLUMN parameter_changes.document IS 'Either {lawId} of one that policy knows, or {title, issuer, documentNumber, issuedOn, text} of an own one.';
CREATE UNIQUE INDEX parameter_changes_waiting ON parameter_changes (division_code, parameter, from_on) WHERE state = 'proposed';
CREATE INDEX parameter_changes_region_index ON parameter_changes (division_code, id);
ALTER TABLE parameter_changes ENABLE ROW LEVEL SECURITY;
-- What a county sets holds in its townships and villages: they may read it.
CREATE POLICY parameter_changes_read ON parameter_changes FOR SELECT USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  OR starts_with(current_setting('xianjie.area_from', true), division_code));
CREATE POLICY parameter_changes_propose ON parameter_changes FOR INSERT WITH CHECK (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true) AND state = 'proposed');
CREATE POLICY parameter_changes_decide ON parameter_changes FOR UPDATE USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true) AND state = 'proposed')
  WITH CHECK (division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON parameter_changes TO xianjie_app;
GRANT UPDATE (state, decided_by, decided_by_name, decided_at, decided_on, decision_note) ON parameter_changes TO xianjie_app;

-- What the last run linked to the households of a village, sealed, so that one household's rows are found without reading the files again.
CREATE TABLE department_row_files (
  run_id        bigint NOT NULL REFERENCES screening_runs,
  division_code text COLLATE "C" NOT NULL,
  kept_file_id  bigint NOT NULL REFERENCES kept_files,
  PRIMARY KEY (division_code, run_id, kept_file_id)
);
COMMENT ON TABLE department_row_files IS 'Only those of a county''s last run still have their bytes.';
ALTER TABLE department_row_files ENABLE ROW LEVEL SECURITY;
CREATE POLICY department_row_files_area ON department_row_files USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, DELETE ON department_row_files TO xianjie_app;

-- A household that moves to another village of the county takes what was found about it along, with its history: there it is worked on.
CREATE FUNCTION household_findings_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE county text := left(OLD.division_code, 6);
BEGIN
  UPDATE public.lead_events e SET division_code = NEW.division_code FROM public.leads l
    WHERE l.id = e.lead_id AND l.county_code = county AND l.household_number = OLD.household_number AND l.division_code = OLD.division_code;
  UPDATE public.leads SET division_code = NEW.division_code, township = NEW.township, village = NEW.village
    WHERE county_code = county AND household_number = OLD.household_number AND division_code = OLD.division_code;
  UPDATE public.quality_findings SET division_code = NEW.division_code, township = NEW.township, village = NEW.village
    WHERE county_code = county AND household_number = OLD.household_number AND division_code = OLD.division_code;
  UPDATE public.discrepancies SET division_code = NEW.division_code, township = NEW.township, village = NEW.village
    WHERE county_code = county AND household_number = OLD.household_number AND division_code = OLD.division_code;
  UPDATE public.exemptions SET division_code = NEW.division_code, township = NEW.township, village = NEW.village
    WHERE county_code = county AND household_number = OLD.household_number AND division_code = OLD.division_code;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION household_findings_follow FROM PUBLIC;
CREATE TRIGGER households_findings_follow AFTER UPDATE OF division_code ON households FOR EACH ROW
  WHEN (OLD.division_code <> NEW.division_code AND left(OLD.division_code, 6) = left(NEW.division_code, 6)) EXECUTE FUNCTION household_findings_follow();
