-- The review of former registered poor households, how everything about a household follows it to another village, and requests that wait too long.

CREATE TABLE exit_assessments (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  case_id       bigint NOT NULL REFERENCES cases,
  on_day        date NOT NULL,
  at            timestamptz NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  criteria      jsonb NOT NULL,
  proposal      text NOT NULL CONSTRAINT exit_assessments_proposal CHECK (proposal IN ('exit', 'keep', 'open')),
  policy_hash   text NOT NULL
);
COMMENT ON TABLE exit_assessments IS 'Append-only: the criteria as they were computed on a day; the proposal is never a decision.';
COMMENT ON COLUMN exit_assessments.proposal IS 'open: something is unknown, or the standard is not laid down yet.';
CREATE INDEX exit_assessments_case ON exit_assessments (case_id, id);
ALTER TABLE exit_assessments ENABLE ROW LEVEL SECURITY;
CREATE POLICY exit_assessments_area ON exit_assessments USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON exit_assessments TO xianjie_app;

-- What is about a household moves with it; what is about a village (meetings, notices, codes) stays.
CREATE FUNCTION household_cases_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one text;
BEGIN
  UPDATE public.cases SET division_code = NEW.division_code, township = NEW.township, village = NEW.village WHERE household_id = NEW.id;
  FOREACH one IN ARRAY ARRAY['case_events', 'case_channels', 'case_deadlines', 'case_members', 'help_plans', 'clearing_checks', 'exit_assessments'] LOOP
    EXECUTE format('UPDATE public.%I x SET division_code = $1 FROM public.cases c WHERE c.id = x.case_id AND c.household_id = $2', one) USING NEW.division_code, NEW.id;
  END LOOP;
  UPDATE public.measure_events e SET division_code = NEW.division_code FROM public.measures m WHERE m.id = e.measure_id AND m.household_id = NEW.id;
  FOREACH one IN ARRAY ARRAY['measures', 'visit_tasks', 'visit_forms', 'visit_changes', 'authorisations', 'campaign_households'] LOOP
    EXECUTE format('UPDATE public.%I SET division_code = $1 WHERE household_id = $2', one) USING NEW.division_code, NEW.id;
  END LOOP;
  UPDATE public.case_attachments a SET division_code = NEW.division_code
    WHERE a.household_id = NEW.id OR a.case_id IN (SELECT id FROM public.cases WHERE household_id = NEW.id);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION household_cases_follow FROM PUBLIC;
CREATE TRIGGER households_cases_follow AFTER UPDATE OF division_code ON households FOR EACH ROW
  WHEN (OLD.division_code <> NEW.division_code AND left(OLD.division_code, 6) = left(NEW.division_code, 6)) EXECUTE FUNCTION household_cases_follow();

-- Who was told that nobody has accepted a request in time, and when last.
ALTER TABLE applications
  ADD COLUMN escalated_to text CONSTRAINT applications_escalated_to CHECK (escalated_to IN ('county', 'prefecture')),
  ADD COLUMN reminded_on date;
COMMENT ON COLUMN applications.escalated_to IS 'The office above that was told because it waits past its day.';
GRANT UPDATE (escalated_to, reminded_on) ON applications TO xianjie_app;
