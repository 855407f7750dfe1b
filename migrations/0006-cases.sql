-- Cases: one row per household and episode as a projection of its events, with channels, deadlines, members and attachments.

CREATE TABLE cases (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL CONSTRAINT cases_village CHECK (division_code ~ '^\d{12}$'),
  county_code      text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(division_code, 6)) STORED,
  kind             text NOT NULL CONSTRAINT cases_kind CHECK (kind IN ('monitoring', 'exit_review')),
  household_id     bigint NOT NULL REFERENCES households,
  household_number text NOT NULL,
  head_name        text NOT NULL DEFAULT '',
  township         text NOT NULL DEFAULT '',
  village          text NOT NULL DEFAULT '',
  episode          integer NOT NULL DEFAULT 1,
  state            text NOT NULL,
  state_since      date NOT NULL,
  entered_at       timestamptz NOT NULL,
  came_from        text,
  escalated_to     text CONSTRAINT cases_escalated_to CHECK (escalated_to IN ('township', 'county', 'prefecture')),
  is_open          boolean NOT NULL,
  opened_on        date NOT NULL,
  channel          text NOT NULL CONSTRAINT cases_channel CHECK (channel IN ('department_screening', 'self_application', 'cadre_visit', 'consultation_line', 'social_tip')),
  risks            text[] NOT NULL DEFAULT '{}',
  object_kind      text,
  responsible_id   bigint,
  responsible_name text,
  is_green_channel boolean NOT NULL DEFAULT false,
  recognised_on    date,
  cleared_on       date,
  clearing_mode    text CONSTRAINT cases_clearing_mode CHECK (clearing_mode IN ('assisted', 'natural')),
  end_reason       text,
  version          integer NOT NULL DEFAULT 0,
  CONSTRAINT cases_episode UNIQUE (division_code, kind, household_id, episode)
);
COMMENT ON TABLE cases IS 'One row per household, kind and episode; everything is what its events say, and can be rebuilt from them.';
COMMENT ON COLUMN cases.kind IS 'Which lifecycle it follows.';
COMMENT ON COLUMN cases.channel IS 'The first channel; case_channels has them all.';
COMMENT ON COLUMN cases.entered_at IS 'Since when forms, minutes and photos count for the present stay; a hold does not begin a new one.';
COMMENT ON COLUMN cases.came_from IS 'The state before, which decides where a hold leads back to.';
COMMENT ON COLUMN cases.escalated_to IS 'The office above that is told because the present stay is overdue.';
COMMENT ON COLUMN cases.version IS 'Number of its last event.';
COMMENT ON COLUMN cases.is_open IS 'The state is neither a rest nor an end.';
COMMENT ON COLUMN cases.risks IS 'Risk codes of policy/codes, the weightiest first, at most five.';
COMMENT ON COLUMN cases.object_kind IS 'Category of the assisted object as named on the day of recognition.';
COMMENT ON COLUMN cases.responsible_id IS 'The officer who visits and, once recognised, answers for the help.';
CREATE UNIQUE INDEX cases_one_open ON cases (division_code, kind, household_id) WHERE is_open;
CREATE INDEX cases_place ON cases (division_code, state, id);
CREATE INDEX cases_household ON cases (household_id);
CREATE INDEX cases_responsible ON cases (responsible_id) WHERE is_open;
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
CREATE POLICY cases_area ON cases USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON cases TO xianjie_app;

CREATE TABLE case_events (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  case_id       bigint NOT NULL REFERENCES cases,
  seq           integer NOT NULL,
  at            timestamptz NOT NULL,
  on_day        date NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  kind          text NOT NULL CONSTRAINT case_events_kind CHECK (kind IN ('opened', 'moved', 'channel_added', 'assigned', 'member_joined', 'member_left',
                  'green_channel', 'noted', 'reminded', 'escalated', 'redated', 'household_changed')),
  action        text,
  from_state    text,
  to_state      text,
  record        jsonb NOT NULL DEFAULT '{}',
  deadlines     jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT case_events_seq UNIQUE (division_code, case_id, seq),
  CONSTRAINT case_events_moved CHECK ((kind = 'moved') = (action IS NOT NULL) AND (kind IN ('opened', 'moved')) = (to_state IS NOT NULL))
);
COMMENT ON TABLE case_events IS 'Append-only: what happened to a case, in order; the rows of cases and case_deadlines follow from it.';
COMMENT ON COLUMN case_events.record IS 'What the move records, by kind: ids of forms, minutes, notices, opinions in words; never an identity number, phone or account.';
COMMENT ON COLUMN case_events.deadlines IS 'What is due from then on, as counted that day; later knowledge is an event of its own.';
CREATE INDEX case_events_case ON case_events (case_id, seq);
ALTER TABLE case_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_events_area ON case_events USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON case_events TO xianjie_app;

CREATE TABLE case_channels (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  case_id       bigint NOT NULL REFERENCES cases,
  channel       text NOT NULL CONSTRAINT case_channels_channel CHECK (channel IN ('department_screening', 'self_application', 'cadre_visit', 'consultation_line', 'social_tip')),
  source_kind   text NOT NULL,
  source_id     text NOT NULL,
  added_on      date NOT NULL,
  answered_on   date,
  answer        text,
  CONSTRAINT case_channels_once UNIQUE (division_code, source_kind, source_id, case_id)
);
COMMENT ON TABLE case_channels IS 'By which ways a case was found; the result goes back to each of them.';
COMMENT ON COLUMN case_channels.source_kind IS 'lead, application, visit, consultation, tip or campaign; source_id is its number there.';
CREATE INDEX case_channels_case ON case_channels (case_id);
ALTER TABLE case_channels ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_channels_area ON case_channels USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON case_channels TO xianjie_app;

CREATE TABLE case_deadlines (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code  text COLLATE "C" NOT NULL,
  case_id        bigint NOT NULL REFERENCES cases,
  about          text NOT NULL,
  entered_seq    integer NOT NULL,
  starts_on      date NOT NULL,
  not_before     date,
  due_on         date,
  is_provisional boolean NOT NULL DEFAULT false,
  basis          text NOT NULL DEFAULT '',
  met_on         date,
  CONSTRAINT case_deadlines_once UNIQUE (division_code, case_id, about, entered_seq)
);
COMMENT ON TABLE case_deadlines IS 'One row per stay in a state and per span over states that is counted.';
COMMENT ON COLUMN case_deadlines.about IS 'A state, or from..until of a span.';
COMMENT ON COLUMN case_deadlines.is_provisional IS 'Counted over days whose holidays were not yet known.';
CREATE INDEX case_deadlines_due ON case_deadlines (due_on) WHERE met_on IS NULL;
CREATE INDEX case_deadlines_case ON case_deadlines (case_id);
ALTER TABLE case_deadlines ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_deadlines_area ON case_deadlines USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON case_deadlines TO xianjie_app;

CREATE TABLE case_members (
  case_id       bigint NOT NULL REFERENCES cases,
  person_id     bigint NOT NULL REFERENCES persons,
  division_code text COLLATE "C" NOT NULL,
  joined_on     date NOT NULL,
  left_on       date,
  left_reason   text,
  PRIMARY KEY (case_id, person_id)
);
COMMENT ON TABLE case_members IS 'Who belongs to a case; members come (natural increase) and leave (natural decrease) while it is open.';
ALTER TABLE case_members ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_members_area ON case_members USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON case_members TO xianjie_app;

CREATE TABLE case_attachments (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  case_id       bigint REFERENCES cases,
  household_id  bigint REFERENCES households,
  about         text NOT NULL,
  about_id      text NOT NULL DEFAULT '',
  kind          text NOT NULL CONSTRAINT case_attachments_kind CHECK (kind IN ('photo', 'signature', 'scan', 'document')),
  file_id       bigint NOT NULL REFERENCES kept_files,
  caption       text NOT NULL DEFAULT '',
  taken_at      timestamptz,
  latitude      numeric(8, 5),
  longitude     numeric(8, 5),
  added_by      text NOT NULL,
  added_at      timestamptz NOT NULL,
  client_key    text,
  CONSTRAINT case_attachments_client_key UNIQUE (division_code, client_key)
);
COMMENT ON TABLE case_attachments IS 'Photos, signatures and scans; the bytes are kept files, sealed.';
COMMENT ON COLUMN case_attachments.about IS 'case, visit, meeting, notice, application, measure, authorisation, objection; about_id is its number there.';
COMMENT ON COLUMN case_attachments.client_key IS 'Made by the phone, so that sending twice keeps it once.';
CREATE INDEX case_attachments_about ON case_attachments (about, about_id);
CREATE INDEX case_attachments_case ON case_attachments (case_id) WHERE case_id IS NOT NULL;
ALTER TABLE case_attachments ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_attachments_area ON case_attachments USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON case_attachments TO xianjie_app;
