-- Channels: what people ask for themselves or for others, the printed codes and how they are used, and the narrow doors of the public pages.

CREATE TABLE one_codes (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL CONSTRAINT one_codes_village CHECK (division_code ~ '^\d{12}$'),
  kind          text NOT NULL CONSTRAINT one_codes_kind CHECK (kind IN ('village', 'household')),
  household_id  bigint REFERENCES households,
  token_index   bytea NOT NULL,
  token_sealed  bytea NOT NULL,
  issued_on     date NOT NULL,
  issued_by     text NOT NULL,
  revoked_on    date,
  CONSTRAINT one_codes_token UNIQUE (token_index),
  CONSTRAINT one_codes_household CHECK ((kind = 'household') = (household_id IS NOT NULL))
);
COMMENT ON TABLE one_codes IS 'Printed codes, one in force per village and per household; the token in the picture cannot be guessed and tells nothing about anyone.';
COMMENT ON COLUMN one_codes.token_sealed IS 'To print the same code again.';
CREATE UNIQUE INDEX one_codes_one_village ON one_codes (division_code) WHERE kind = 'village' AND revoked_on IS NULL;
CREATE UNIQUE INDEX one_codes_one_household ON one_codes (division_code, household_id) WHERE kind = 'household' AND revoked_on IS NULL;
ALTER TABLE one_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_codes_area ON one_codes USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON one_codes TO xianjie_app;
GRANT UPDATE (revoked_on) ON one_codes TO xianjie_app;

CREATE TABLE code_counts (
  division_code text COLLATE "C" NOT NULL,
  on_day        date NOT NULL,
  kind          text NOT NULL CONSTRAINT code_counts_kind CHECK (kind IN ('scan', 'read', 'application', 'progress')),
  about         text NOT NULL DEFAULT '',
  count         integer NOT NULL,
  PRIMARY KEY (division_code, on_day, kind, about)
);
COMMENT ON TABLE code_counts IS 'How often the codes of a village were used in a day; about names the leaflet that was read. Nobody can be told from it.';
ALTER TABLE code_counts ENABLE ROW LEVEL SECURITY;
CREATE POLICY code_counts_area ON code_counts USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT ON code_counts TO xianjie_app;

CREATE TABLE applications (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code      text COLLATE "C" NOT NULL CONSTRAINT applications_place CHECK (division_code ~ '^\d{6}(\d{3}(\d{3})?)?$'),
  channel            text NOT NULL CONSTRAINT applications_channel CHECK (channel IN ('self_application', 'consultation_line', 'social_tip')),
  way                text NOT NULL CONSTRAINT applications_way CHECK (way IN ('page', 'paper', 'call_12317', 'call_12345', 'letter', 'visit', 'media')),
  asks_for           text NOT NULL CONSTRAINT applications_asks_for CHECK (asks_for IN ('own', 'proxy', 'other')),
  name               text NOT NULL,
  id_sealed          bytea,
  id_index           bytea,
  phone_sealed       bytea,
  asker_name         text NOT NULL DEFAULT '',
  asker_relation     text NOT NULL DEFAULT '',
  asker_phone_sealed bytea,
  difficulty         text NOT NULL,
  words              text NOT NULL DEFAULT '',
  code_id            bigint REFERENCES one_codes,
  household_id       bigint REFERENCES households,
  received_on        date NOT NULL,
  received_at        timestamptz NOT NULL,
  due_on             date NOT NULL,
  entered_by         text,
  state              text NOT NULL DEFAULT 'waiting' CONSTRAINT applications_state CHECK (state IN ('waiting', 'accepted', 'refused')),
  case_id            bigint REFERENCES cases,
  refusal            text,
  note               text NOT NULL DEFAULT '',
  decided_on         date,
  decided_by         text,
  answer             text,
  answered_on        date,
  told_on            date,
  told_how           text CONSTRAINT applications_told_how CHECK (told_how IN ('code', 'paper', 'phone', 'visit')),
  follow_up_index    bytea NOT NULL,
  follow_up_sealed   bytea NOT NULL,
  client_key         text NOT NULL CONSTRAINT applications_client_key_length CHECK (length(client_key) BETWEEN 16 AND 64),
  version            integer NOT NULL DEFAULT 1,
  CONSTRAINT applications_follow_up UNIQUE (follow_up_index),
  CONSTRAINT applications_client_key UNIQUE (client_key),
  CONSTRAINT applications_decided CHECK ((state = 'waiting') = (decided_on IS NULL) AND (state = 'accepted') = (case_id IS NOT NULL)
    AND (state = 'refused') = (refusal IS NOT NULL))
);
COMMENT ON TABLE applications IS 'What came in by any channel and waits for the township to accept or refuse it; the result goes back to whoever asked.';
COMMENT ON COLUMN applications.division_code IS 'The village; the township or county while nobody knows the village yet.';
COMMENT ON COLUMN applications.name IS 'Whom it is about; who asks for somebody else is in the columns of the asker.';
COMMENT ON COLUMN applications.answer IS 'How the case ended, as an entry of policy/channels; absent while it goes on.';
COMMENT ON COLUMN applications.told_on IS 'When the asker looked the result up or an officer told it.';
COMMENT ON COLUMN applications.client_key IS 'Made where it was typed, so that sending twice keeps it once.';
CREATE INDEX applications_inbox ON applications (division_code, state, due_on, id);
CREATE INDEX applications_person ON applications (id_index) WHERE id_index IS NOT NULL;
CREATE INDEX applications_case ON applications (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX applications_household ON applications (household_id) WHERE household_id IS NOT NULL;
ALTER TABLE applications ENABLE ROW LEVEL SECURITY;
CREATE POLICY applications_area ON applications USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON applications TO xianjie_app;
GRANT UPDATE (division_code, household_id, state, case_id, refusal, note, decided_on, decided_by, answer, answered_on, told_on, told_how, version)
  ON applications TO xianjie_app;

CREATE TABLE application_photos (
  application_id bigint PRIMARY KEY REFERENCES applications,
  division_code  text COLLATE "C" NOT NULL,
  photo_sealed   bytea NOT NULL
);
COMMENT ON TABLE application_photos IS 'A photo that came with an application, sealed; what strangers send stays out of the kept files.';
ALTER TABLE application_photos ENABLE ROW LEVEL SECURITY;
CREATE POLICY application_photos_area ON application_photos USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON application_photos TO xianjie_app;
GRANT UPDATE (division_code) ON application_photos TO xianjie_app;

CREATE TABLE public_tries (
  bucket text NOT NULL,
  since  timestamptz NOT NULL,
  tries  integer NOT NULL,
  PRIMARY KEY (bucket, since)
);
COMMENT ON TABLE public_tries IS 'How often strangers tried something in a span of time; the bucket is a keyed digest, never an address.';
CREATE INDEX public_tries_since ON public_tries (since);

-- What a stranger may reach: each function answers one question of one page, to whoever holds the token or the follow-up code.

CREATE FUNCTION public_try(bucket_of text, at timestamptz, seconds integer, most integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  begun timestamptz := to_timestamp(floor(extract(epoch FROM at) / seconds) * seconds);
  used integer;
BEGIN
  DELETE FROM public_tries t WHERE t.since < at - interval '100 days';
  SELECT t.tries INTO used FROM public_tries t WHERE t.bucket = bucket_of AND t.since = begun FOR UPDATE;
  IF used >= most THEN RETURN false; END IF;
  INSERT INTO public_tries AS t VALUES (bucket_of, begun, 1) ON CONFLICT (bucket, since) DO UPDATE SET tries = t.tries + 1;
  RETURN true;
END $$;
COMMENT ON FUNCTION public_try IS 'Counts a try; false once there were so many in the span.';

CREATE FUNCTION public_code(token bytea) RETURNS TABLE (id bigint, kind text, division_code text, township text, village text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.kind, c.division_code,
    coalesce((SELECT d.name FROM divisions d WHERE d.code = left(c.division_code, 9) ORDER BY d.valid_from DESC LIMIT 1), ''),
    coalesce((SELECT d.name FROM divisions d WHERE d.code = c.division_code ORDER BY d.valid_from DESC LIMIT 1), '')
  FROM one_codes c WHERE c.token_index = token AND c.revoked_on IS NULL
$$;

CREATE FUNCTION public_count(token bytea, what text, about_what text, day date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO code_counts AS n (division_code, on_day, kind, about, count)
  SELECT c.division_code, day, what, about_what, 1 FROM one_codes c WHERE c.token_index = token AND c.revoked_on IS NULL
  ON CONFLICT (division_code, on_day, kind, about) DO UPDATE SET count = n.count + 1
$$;

CREATE FUNCTION public_apply(token bytea, key text, at timestamptz, day date, due date, for_whom text, of_name text, of_id_sealed bytea,
  of_id_index bytea, of_phone_sealed bytea, by_name text, by_relation text, kind_of_difficulty text, in_words text,
  photo bytea, code_index bytea, code_sealed bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  made bigint;
BEGIN
  INSERT INTO applications (division_code, channel, way, asks_for, name, id_sealed, id_index, phone_sealed, asker_name, asker_relation,
    difficulty, words, code_id, received_on, received_at, due_on, follow_up_index, follow_up_sealed, client_key)
  SELECT c.division_code, 'self_application', 'page', for_whom, of_name, of_id_sealed, of_id_index, of_phone_sealed, by_name, by_relation,
    kind_of_difficulty, in_words, c.id, day, at, due, code_index, code_sealed, key
  FROM one_codes c WHERE c.token_index = token AND c.revoked_on IS NULL
  ON CONFLICT (client_key) DO NOTHING RETURNING id INTO made;
  IF made IS NOT NULL AND photo IS NOT NULL THEN
    INSERT INTO application_photos SELECT a.id, a.division_code, photo FROM applications a WHERE a.id = made;
  END IF;
  IF made IS NOT NULL THEN PERFORM public_count(token, 'application', '', day); END IF;
  RETURN made;
END $$;
COMMENT ON FUNCTION public_apply IS 'Keeps an application once per client key; null where the key was used before.';

CREATE FUNCTION public_sent(key text, of_id_index bytea) RETURNS TABLE (follow_up bytea, received_on date, due_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.follow_up_sealed, a.received_on, a.due_on FROM applications a WHERE a.client_key = key AND a.id_index = of_id_index AND a.way = 'page'
$$;
COMMENT ON FUNCTION public_sent IS 'What was answered to the same application sent before by the same page.';

CREATE FUNCTION public_received_before(code_index bytea, of_id_index bytea) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.received_on FROM applications a
  WHERE a.follow_up_index = code_index AND a.id_index = of_id_index AND (a.state = 'waiting' OR a.state = 'accepted' AND a.answer IS NULL)
$$;
COMMENT ON FUNCTION public_received_before IS 'Whether the holder of this follow-up code already has an open application for the same person.';

CREATE FUNCTION public_progress(code_index bytea, day date) RETURNS TABLE (asks_for text, received_on date, due_on date, state text,
  decided_on date, refusal text, answer text, answered_on date, case_state text, case_since date, township text, village text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE applications a SET told_on = day, told_how = 'code'
  WHERE a.follow_up_index = code_index AND a.told_on IS NULL AND (a.state = 'refused' OR a.answer IS NOT NULL);
  INSERT INTO code_counts AS n (division_code, on_day, kind, count)
  SELECT a.division_code, day, 'progress', 1 FROM applications a WHERE a.follow_up_index = code_index
  ON CONFLICT (division_code, on_day, kind, about) DO UPDATE SET count = n.count + 1;
  RETURN QUERY SELECT a.asks_for, a.received_on, a.due_on, a.state, a.decided_on, a.refusal, a.answer, a.answered_on, k.state, k.state_since,
    coalesce((SELECT d.name FROM divisions d WHERE d.code = left(a.division_code, 9) ORDER BY d.valid_from DESC LIMIT 1), ''),
    coalesce((SELECT d.name FROM divisions d WHERE d.code = a.division_code AND length(d.code) = 12 ORDER BY d.valid_from DESC LIMIT 1), '')
  FROM applications a LEFT JOIN cases k ON k.id = a.case_id WHERE a.follow_up_index = code_index;
END $$;
COMMENT ON FUNCTION public_progress IS 'Where one application stands, for the holder of its follow-up code; that a result was seen is kept.';

CREATE FUNCTION public_members(token bytea, of_name text) RETURNS TABLE (id_number bytea, phone bytea, other_phone bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id_number_sealed, s.phone_sealed, s.other_phone_sealed
  FROM one_codes c JOIN person_states s ON s.household_id = c.household_id AND s.until_on IS NULL AND s.replaced_by IS NULL AND s.status = 'member'
  WHERE c.token_index = token AND c.revoked_on IS NULL AND c.kind = 'household' AND s.name = of_name
$$;
COMMENT ON FUNCTION public_members IS 'Sealed numbers of the members of this name, against which the program checks who asks; they never leave it.';

CREATE FUNCTION public_household(token bytea, day date) RETURNS TABLE (received_on date, due_on date, state text, decided_on date, refusal text,
  answer text, answered_on date, case_state text, case_since date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH mine AS (SELECT c.household_id FROM one_codes c WHERE c.token_index = token AND c.revoked_on IS NULL AND c.kind = 'household'),
  asked AS (
    SELECT a.* FROM applications a JOIN mine USING (household_id)
    WHERE a.asks_for IN ('own', 'proxy') AND a.channel <> 'social_tip' AND a.received_on > day - 730)
  SELECT a.received_on, a.due_on, a.state, a.decided_on, a.refusal, a.answer, a.answered_on, k.state, k.state_since
  FROM asked a LEFT JOIN cases k ON k.id = a.case_id
  UNION ALL
  SELECT k.opened_on, NULL, 'accepted', k.opened_on, NULL, NULL, NULL, k.state, k.state_since
  FROM cases k JOIN mine USING (household_id)
  WHERE k.kind = 'monitoring' AND (k.is_open OR k.state_since > day - 730) AND NOT EXISTS (SELECT FROM asked a WHERE a.case_id = k.id)
  ORDER BY 1 DESC LIMIT 10
$$;
COMMENT ON FUNCTION public_household IS 'What the own household has running, once the program has checked who asks; never who else spoke of it.';

DO $$ DECLARE one regprocedure; BEGIN
  FOR one IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN ('public_try', 'public_code',
    'public_count', 'public_apply', 'public_sent', 'public_received_before', 'public_progress', 'public_members', 'public_household') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO xianjie_app', one);
  END LOOP;
END $$;
