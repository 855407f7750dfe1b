-- Review: village meetings with their votes, public notices with their days, objections, comparison with the asset datasets.

CREATE TABLE review_meetings (
  id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code         text COLLATE "C" NOT NULL CONSTRAINT review_meetings_village CHECK (division_code ~ '^\d{12}$'),
  client_key            text NOT NULL CONSTRAINT review_meetings_client_key CHECK (length(client_key) BETWEEN 8 AND 64),
  saved_key             text NOT NULL,
  village               text NOT NULL DEFAULT '',
  township              text NOT NULL DEFAULT '',
  held_on               date NOT NULL,
  place                 text NOT NULL DEFAULT '',
  chair                 text NOT NULL DEFAULT '',
  recorder              text NOT NULL DEFAULT '',
  representatives_total integer NOT NULL DEFAULT 0 CONSTRAINT review_meetings_total CHECK (representatives_total BETWEEN 0 AND 2000),
  attendance            jsonb NOT NULL DEFAULT '[]',
  discussion            text NOT NULL DEFAULT '',
  opened_by_id          bigint NOT NULL,
  opened_by_name        text NOT NULL,
  opened_at             timestamptz NOT NULL,
  sealed_at             timestamptz,
  sealed_by_name        text,
  minutes               text,
  digest                text,
  content               jsonb,
  version               integer NOT NULL DEFAULT 1,
  CONSTRAINT review_meetings_once UNIQUE (division_code, client_key),
  CONSTRAINT review_meetings_sealed CHECK ((sealed_at IS NULL) = (minutes IS NULL) AND (sealed_at IS NULL) = (digest IS NULL))
);
COMMENT ON TABLE review_meetings IS 'Village meetings that judge households; once sealed a row can no longer be changed.';
COMMENT ON COLUMN review_meetings.client_key IS 'Made where the meeting was opened, so that sending twice keeps it once.';
COMMENT ON COLUMN review_meetings.saved_key IS 'The browser that saved last: it may save again without having heard of its own last version.';
COMMENT ON COLUMN review_meetings.representatives_total IS 'Villagers'' representatives who should have come; the quorum is a share of them.';
COMMENT ON COLUMN review_meetings.attendance IS '[{name, kind, isPresent}], by the kinds of policy/review/meeting.yaml.';
COMMENT ON COLUMN review_meetings.content IS 'What was sealed, as it was digested: meeting, votes, minutes, digests of the signed pages.';
CREATE INDEX review_meetings_place ON review_meetings (division_code, id);
ALTER TABLE review_meetings ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_meetings_read ON review_meetings FOR SELECT USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
CREATE POLICY review_meetings_add ON review_meetings FOR INSERT WITH CHECK (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
CREATE POLICY review_meetings_change ON review_meetings FOR UPDATE USING (sealed_at IS NULL
  AND division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true))
  WITH CHECK (division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON review_meetings TO xianjie_app;

CREATE TABLE meeting_votes (
  meeting_id    bigint NOT NULL REFERENCES review_meetings,
  case_id       bigint NOT NULL REFERENCES cases,
  division_code text COLLATE "C" NOT NULL,
  purpose       text NOT NULL CONSTRAINT meeting_votes_purpose CHECK (purpose IN ('recognition', 'clearing')),
  agree         integer CONSTRAINT meeting_votes_agree CHECK (agree BETWEEN 0 AND 2000),
  disagree      integer CONSTRAINT meeting_votes_disagree CHECK (disagree BETWEEN 0 AND 2000),
  abstain       integer CONSTRAINT meeting_votes_abstain CHECK (abstain BETWEEN 0 AND 2000),
  note          text NOT NULL DEFAULT '',
  PRIMARY KEY (meeting_id, case_id)
);
COMMENT ON TABLE meeting_votes IS 'The households of a meeting and how it voted on each; changed only while the meeting is open.';
CREATE INDEX meeting_votes_case ON meeting_votes (case_id);
ALTER TABLE meeting_votes ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_votes_read ON meeting_votes FOR SELECT USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
CREATE POLICY meeting_votes_add ON meeting_votes FOR INSERT WITH CHECK (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  AND EXISTS (SELECT FROM review_meetings m WHERE m.id = meeting_id AND m.sealed_at IS NULL));
CREATE POLICY meeting_votes_change ON meeting_votes FOR UPDATE USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  AND EXISTS (SELECT FROM review_meetings m WHERE m.id = meeting_id AND m.sealed_at IS NULL));
CREATE POLICY meeting_votes_remove ON meeting_votes FOR DELETE USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  AND EXISTS (SELECT FROM review_meetings m WHERE m.id = meeting_id AND m.sealed_at IS NULL));
GRANT SELECT, INSERT, UPDATE, DELETE ON meeting_votes TO xianjie_app;

CREATE TABLE meeting_results (
  meeting_id    bigint NOT NULL REFERENCES review_meetings,
  case_id       bigint NOT NULL REFERENCES cases,
  division_code text COLLATE "C" NOT NULL,
  decision      text NOT NULL CONSTRAINT meeting_results_decision CHECK (decision IN ('agreed', 'rejected')),
  state         text NOT NULL DEFAULT 'waiting' CONSTRAINT meeting_results_state CHECK (state IN ('waiting', 'moved', 'refused')),
  refusal       text,
  done_at       timestamptz,
  PRIMARY KEY (meeting_id, case_id)
);
COMMENT ON TABLE meeting_results IS 'What a sealed meeting decided on each household, and whether its case was moved; a refusal keeps the sentence why.';
CREATE INDEX meeting_results_case ON meeting_results (case_id);
ALTER TABLE meeting_results ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_results_area ON meeting_results USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON meeting_results TO xianjie_app;
GRANT UPDATE (state, refusal, done_at) ON meeting_results TO xianjie_app;

CREATE TABLE review_notices (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL CONSTRAINT review_notices_village CHECK (division_code ~ '^\d{12}$'),
  kind             text NOT NULL CONSTRAINT review_notices_kind CHECK (kind IN ('recognition', 'clearing', 'recognition_result', 'clearing_result')),
  village          text NOT NULL DEFAULT '',
  township         text NOT NULL DEFAULT '',
  objection_office text NOT NULL CONSTRAINT review_notices_office CHECK (length(objection_office) BETWEEN 1 AND 100),
  objection_phone  text NOT NULL CONSTRAINT review_notices_phone CHECK (objection_phone ~ '^[0-9 ()-]{5,30}$'),
  days             integer NOT NULL,
  days_unit        text NOT NULL,
  basis            text NOT NULL,
  made_at          timestamptz NOT NULL,
  made_by_name     text NOT NULL,
  place            text,
  posted_on        date,
  until_on         date,
  is_provisional   boolean NOT NULL DEFAULT false,
  start_photo      bigint REFERENCES case_attachments,
  ended_on         date,
  end_photo        bigint REFERENCES case_attachments,
  state            text NOT NULL DEFAULT 'prepared' CONSTRAINT review_notices_state CHECK (state IN ('prepared', 'posted', 'ended', 'withdrawn')),
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT review_notices_posted CHECK (state NOT IN ('posted', 'ended') OR (posted_on IS NOT NULL AND until_on IS NOT NULL AND start_photo IS NOT NULL)),
  CONSTRAINT review_notices_ended CHECK (state <> 'ended' OR (ended_on IS NOT NULL AND end_photo IS NOT NULL))
);
COMMENT ON TABLE review_notices IS 'One sheet on the village board: before approval (recognition, clearing) or the result announced after it.';
COMMENT ON COLUMN review_notices.until_on IS 'The last day it must hang: the day of posting does not count.';
COMMENT ON COLUMN review_notices.is_provisional IS 'Counted over days whose holidays were not yet known.';
CREATE INDEX review_notices_place ON review_notices (division_code, state, id);
ALTER TABLE review_notices ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_notices_area ON review_notices USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON review_notices TO xianjie_app;

CREATE TABLE notice_cases (
  notice_id     bigint NOT NULL REFERENCES review_notices,
  case_id       bigint NOT NULL REFERENCES cases,
  division_code text COLLATE "C" NOT NULL,
  shown         jsonb NOT NULL,
  state         text NOT NULL DEFAULT 'prepared' CONSTRAINT notice_cases_state CHECK (state IN ('prepared', 'running', 'held', 'completed', 'withdrawn')),
  until_on      date,
  held_on       date,
  refusal       text,
  PRIMARY KEY (notice_id, case_id)
);
COMMENT ON TABLE notice_cases IS 'The households of a notice, each with its own days: an objection holds one, not its neighbours.';
COMMENT ON COLUMN notice_cases.shown IS 'What the sheet says of the household: the fields that may be shown and no others.';
COMMENT ON COLUMN notice_cases.refusal IS 'Why its case could not be moved when the notice ended.';
CREATE INDEX notice_cases_case ON notice_cases (case_id);
CREATE UNIQUE INDEX notice_cases_one_running ON notice_cases (case_id) WHERE state IN ('prepared', 'running', 'held');
ALTER TABLE notice_cases ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_cases_area ON notice_cases USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON notice_cases TO xianjie_app;
GRANT UPDATE (state, until_on, held_on, refusal) ON notice_cases TO xianjie_app;

CREATE TABLE objections (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL,
  case_id          bigint NOT NULL REFERENCES cases,
  notice_id        bigint REFERENCES review_notices,
  received_on      date NOT NULL,
  way              text NOT NULL CONSTRAINT objections_way CHECK (way IN ('in_person', 'phone', 'letter', 'online')),
  objector_sealed  bytea,
  contact_sealed   bytea,
  wants_answer     boolean NOT NULL DEFAULT false,
  text             text NOT NULL CONSTRAINT objections_text CHECK (length(btrim(text)) BETWEEN 2 AND 2000),
  registered_by_id bigint NOT NULL,
  registered_by    text NOT NULL,
  registered_at    timestamptz NOT NULL,
  handler_id       bigint,
  handler_name     text,
  state            text NOT NULL DEFAULT 'open' CONSTRAINT objections_state CHECK (state IN ('open', 'upheld', 'dismissed')),
  finding          text,
  decided_on       date,
  answer           text,
  answered_on      date,
  answered_by      text,
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT objections_decided CHECK ((state = 'open') = (finding IS NULL)),
  CONSTRAINT objections_answered CHECK ((answer IS NULL) = (answered_on IS NULL))
);
COMMENT ON TABLE objections IS 'Objections to a running notice; while one is open the case holds.';
COMMENT ON COLUMN objections.objector_sealed IS 'The name, where one was given; only who handles the objection may see it.';
CREATE INDEX objections_case ON objections (case_id);
CREATE INDEX objections_place ON objections (division_code, state, id);
ALTER TABLE objections ENABLE ROW LEVEL SECURITY;
CREATE POLICY objections_area ON objections USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON objections TO xianjie_app;

CREATE TABLE asset_comparisons (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  case_id       bigint NOT NULL REFERENCES cases,
  household_id  bigint NOT NULL REFERENCES households,
  asked_on      date NOT NULL,
  state         text NOT NULL DEFAULT 'waiting' CONSTRAINT asset_comparisons_state CHECK (state IN ('waiting', 'done', 'reused', 'failed')),
  members       integer NOT NULL DEFAULT 0,
  datasets      jsonb NOT NULL DEFAULT '[]',
  reused_why    text,
  failure       text,
  done_at       timestamptz,
  CONSTRAINT asset_comparisons_reused CHECK ((state = 'reused') = (reused_why IS NOT NULL))
);
COMMENT ON TABLE asset_comparisons IS 'A case compared with what departments handed in about possessions, once per stay before the township review.';
COMMENT ON COLUMN asset_comparisons.members IS 'How many members were looked for, by identity number.';
COMMENT ON COLUMN asset_comparisons.datasets IS '[{kind, label, files, rows}] that were read; a kind without files was not handed in.';
CREATE UNIQUE INDEX asset_comparisons_one_waiting ON asset_comparisons (case_id) WHERE state = 'waiting';
CREATE INDEX asset_comparisons_case ON asset_comparisons (case_id, id);
CREATE INDEX asset_comparisons_household ON asset_comparisons (household_id, asked_on);
ALTER TABLE asset_comparisons ENABLE ROW LEVEL SECURITY;
CREATE POLICY asset_comparisons_area ON asset_comparisons USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON asset_comparisons TO xianjie_app;

CREATE TABLE asset_flags (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  comparison_id bigint NOT NULL REFERENCES asset_comparisons,
  case_id       bigint NOT NULL REFERENCES cases,
  division_code text COLLATE "C" NOT NULL,
  person_id     bigint NOT NULL REFERENCES persons,
  person_name   text NOT NULL,
  kind          text NOT NULL,
  label         text NOT NULL,
  value         text NOT NULL,
  file          text NOT NULL,
  sheet         text NOT NULL,
  row_no        integer NOT NULL,
  explained_as  text,
  explanation   text,
  explained_by  text,
  explained_at  timestamptz,
  CONSTRAINT asset_flags_explained CHECK ((explained_as IS NULL) = (explanation IS NULL))
);
COMMENT ON TABLE asset_flags IS 'What a department''s file says a member has, with its row; a person explains it, it never refuses by itself.';
CREATE INDEX asset_flags_comparison ON asset_flags (comparison_id, id);
CREATE INDEX asset_flags_case ON asset_flags (case_id);
ALTER TABLE asset_flags ENABLE ROW LEVEL SECURITY;
CREATE POLICY asset_flags_area ON asset_flags USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON asset_flags TO xianjie_app;
GRANT UPDATE (explained_as, explanation, explained_by, explained_at) ON asset_flags TO xianjie_app;

-- What anyone may know of a village's running notices: how many households, until when, and where to object; who they are hangs on the board.
CREATE FUNCTION running_notices(asked_village text, on_day date)
RETURNS TABLE (kind text, village text, households bigint, posted_on date, until_on date, objection_office text, objection_phone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.kind, n.village, (SELECT count(*) FROM notice_cases c WHERE c.notice_id = n.id AND c.state IN ('running', 'held')),
    n.posted_on, n.until_on, n.objection_office, n.objection_phone
  FROM review_notices n
  WHERE n.division_code = asked_village AND n.state = 'posted' AND on_day <= n.until_on
    AND EXISTS (SELECT FROM notice_cases c WHERE c.notice_id = n.id AND c.state IN ('running', 'held'))
  ORDER BY n.posted_on, n.id
$$;
REVOKE ALL ON FUNCTION running_notices(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION running_notices(text, date) TO xianjie_app;
