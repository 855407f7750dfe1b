-- Visits: who is to be visited for what, the forms that came back, authorisations, and what was found otherwise than registered.

CREATE TABLE visit_tasks (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL CONSTRAINT visit_tasks_village CHECK (division_code ~ '^\d{12}$'),
  household_id  bigint NOT NULL REFERENCES households,
  case_id       bigint REFERENCES cases,
  purpose       text NOT NULL CONSTRAINT visit_tasks_purpose CHECK (purpose IN ('verification', 'follow_up', 'clearing_check', 'campaign_check', 'routine')),
  due_on        date NOT NULL,
  questions     jsonb NOT NULL DEFAULT '[]',
  officer_id    bigint,
  source        text NOT NULL,
  asked_on      date NOT NULL,
  asked_by      text NOT NULL,
  state         text NOT NULL DEFAULT 'open' CONSTRAINT visit_tasks_state CHECK (state IN ('open', 'done', 'dropped')),
  form_id       bigint,
  ended_on      date,
  ended_reason  text,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT visit_tasks_source UNIQUE (division_code, source),
  CONSTRAINT visit_tasks_ended CHECK ((state = 'open') = (ended_on IS NULL))
);
COMMENT ON TABLE visit_tasks IS 'One row per household and purpose; several of one month are one visit.';
COMMENT ON COLUMN visit_tasks.questions IS 'Sentences to be asked at the door beside those of the leads.';
COMMENT ON COLUMN visit_tasks.officer_id IS 'Who is asked to go; unset: the officer of the case, else whoever works in the village.';
COMMENT ON COLUMN visit_tasks.source IS 'What asked for it, so that asking twice makes one task.';
CREATE INDEX visit_tasks_open ON visit_tasks (division_code, due_on) WHERE state = 'open';
CREATE INDEX visit_tasks_household ON visit_tasks (household_id);
CREATE INDEX visit_tasks_case ON visit_tasks (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE visit_forms (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code     text COLLATE "C" NOT NULL,
  household_id      bigint NOT NULL REFERENCES households,
  form_key          text NOT NULL,
  version           integer NOT NULL,
  client_key        text NOT NULL,
  purposes          text[] NOT NULL,
  task_ids          jsonb NOT NULL DEFAULT '[]',
  visited_on        date NOT NULL,
  visitor_id        bigint NOT NULL,
  visitor_name      text NOT NULL,
  sent_by           text NOT NULL,
  received_at       timestamptz NOT NULL,
  outcome           text NOT NULL CONSTRAINT visit_forms_outcome CHECK (outcome IN ('met', 'not_met', 'refused')),
  conclusions       jsonb NOT NULL DEFAULT '{}',
  content           jsonb NOT NULL,
  content_digest    text NOT NULL,
  typed_values      integer NOT NULL DEFAULT 0,
  correction_reason text NOT NULL DEFAULT '',
  CONSTRAINT visit_forms_client_key UNIQUE (division_code, client_key),
  CONSTRAINT visit_forms_version UNIQUE (division_code, form_key, version)
);
COMMENT ON TABLE visit_forms IS 'What was found at the door, as it was sent; never changed: a correction is a further version.';
COMMENT ON COLUMN visit_forms.form_key IS 'The client key of the first version.';
COMMENT ON COLUMN visit_forms.conclusions IS 'Conclusion by purpose.';
COMMENT ON COLUMN visit_forms.content IS 'The form; values of sealed fields are in visit_changes only.';
COMMENT ON COLUMN visit_forms.content_digest IS 'SHA-256 of what the phone sent, so that sending twice is told from sending something else.';
COMMENT ON COLUMN visit_forms.typed_values IS 'How many values the officer had to type.';
CREATE INDEX visit_forms_household ON visit_forms (household_id, id);
CREATE INDEX visit_forms_place ON visit_forms (division_code, id);

CREATE TABLE visit_changes (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  form_id       bigint NOT NULL REFERENCES visit_forms,
  household_id  bigint NOT NULL REFERENCES households,
  kind          text NOT NULL CONSTRAINT visit_changes_kind CHECK (kind IN ('field', 'income', 'member')),
  person_id     bigint,
  field         text NOT NULL,
  before        text NOT NULL,
  after_sealed  bytea NOT NULL,
  state         text NOT NULL CONSTRAINT visit_changes_state CHECK (state IN ('taken', 'same', 'conflict', 'refused', 'to_register', 'kept')),
  reason        text NOT NULL DEFAULT '',
  decided_by    text,
  decided_at    timestamptz,
  version       integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE visit_changes IS 'What the form found otherwise than the register, and what became of it.';
COMMENT ON COLUMN visit_changes.field IS 'A register field, an accounting period of income, or a kind of event in life.';
COMMENT ON COLUMN visit_changes.before IS 'What the phone had taken along; sealed fields masked.';
COMMENT ON COLUMN visit_changes.state IS 'taken: in the register; same: it said so already; conflict: the register changed meanwhile; refused: the register does not take it; to_register: an event to be registered in the office; kept: decided for what the register says.';
CREATE INDEX visit_changes_form ON visit_changes (form_id);
CREATE INDEX visit_changes_open ON visit_changes (division_code, id) WHERE state IN ('conflict', 'refused', 'to_register');

CREATE TABLE authorisations (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code  text COLLATE "C" NOT NULL,
  household_id   bigint NOT NULL REFERENCES households,
  form_id        bigint REFERENCES visit_forms,
  client_key     text NOT NULL,
  signers        jsonb NOT NULL,
  scope          text[] NOT NULL,
  signed_on      date NOT NULL,
  until_on       date NOT NULL,
  wording        text NOT NULL,
  officer_name   text NOT NULL,
  received_at    timestamptz NOT NULL,
  revoked_on     date,
  revoked_by     text,
  revoked_reason text,
  version        integer NOT NULL DEFAULT 1,
  CONSTRAINT authorisations_client_key UNIQUE (division_code, client_key),
  CONSTRAINT authorisations_period CHECK (until_on >= signed_on),
  CONSTRAINT authorisations_scope CHECK (cardinality(scope) > 0)
);
COMMENT ON TABLE authorisations IS 'Leave given by a household to look up its assets: who signed, for what, until when; it can be taken back.';
COMMENT ON COLUMN authorisations.signers IS 'Person ids and names of the members who signed or for whom was signed.';
COMMENT ON COLUMN authorisations.wording IS 'The text as it was shown and signed.';
CREATE INDEX authorisations_household ON authorisations (household_id, id);

DO $$ DECLARE one text; BEGIN
  FOREACH one IN ARRAY ARRAY['visit_tasks', 'visit_forms', 'visit_changes', 'authorisations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY %I ON %I USING (division_code >= current_setting(''xianjie.area_from'', true) AND division_code < current_setting(''xianjie.area_to'', true))', one || '_area', one);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO xianjie_app', one);
  END LOOP;
END $$;
GRANT UPDATE (state, form_id, ended_on, ended_reason, officer_id, due_on, version) ON visit_tasks TO xianjie_app;
GRANT UPDATE (state, reason, decided_by, decided_at, version) ON visit_changes TO xianjie_app;
GRANT UPDATE (revoked_on, revoked_by, revoked_reason, version) ON authorisations TO xianjie_app;
