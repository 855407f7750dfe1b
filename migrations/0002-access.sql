-- Access: divisions and their names, offices, officers; and apart from them, in a schema of its own, what log-in needs.

CREATE TABLE divisions (
  code        text COLLATE "C" NOT NULL,
  name        text NOT NULL,
  parent_code text COLLATE "C",
  valid_from  date NOT NULL DEFAULT '1949-10-01',
  valid_until date,
  PRIMARY KEY (code, valid_from),
  CONSTRAINT divisions_code CHECK (code ~ '^[1-9][0-9]+$' AND length(code) IN (2, 4, 6, 9, 12)),
  CONSTRAINT divisions_name CHECK (length(name) BETWEEN 1 AND 100),
  CONSTRAINT divisions_validity CHECK (valid_until >= valid_from)
);
COMMENT ON TABLE divisions IS 'Names of divisions in their time; several lines where one was renamed. Everybody may read them.';
CREATE INDEX divisions_parent ON divisions (parent_code, code);
ALTER TABLE divisions ENABLE ROW LEVEL SECURITY;
CREATE POLICY divisions_read ON divisions FOR SELECT USING (true);
CREATE POLICY divisions_add ON divisions FOR INSERT WITH CHECK (
  code >= current_setting('xianjie.area_from', true) AND code < current_setting('xianjie.area_to', true));
CREATE POLICY divisions_change ON divisions FOR UPDATE USING (
  code >= current_setting('xianjie.area_from', true) AND code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON divisions TO xianjie_app;

CREATE TABLE offices (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  kind          text NOT NULL CONSTRAINT offices_kind CHECK (kind IN ('government', 'department')),
  name          text NOT NULL CONSTRAINT offices_name_length CHECK (length(name) BETWEEN 1 AND 100),
  datasets      text[] NOT NULL DEFAULT '{}',
  valid_from    date NOT NULL,
  valid_until   date,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT offices_division_code CHECK (division_code ~ '^[1-9][0-9]+$' AND length(division_code) IN (2, 4, 6, 9, 12)),
  CONSTRAINT offices_validity CHECK (valid_until >= valid_from),
  CONSTRAINT offices_datasets CHECK (kind = 'department' OR datasets = '{}'),
  CONSTRAINT offices_name UNIQUE (division_code, name),
  CONSTRAINT offices_id_division UNIQUE (id, division_code)
);
COMMENT ON TABLE offices IS 'Who works: the office of a division, and the departments beside it with the datasets they hand in.';
ALTER TABLE offices ENABLE ROW LEVEL SECURITY;
-- One's own area, and by name the offices above it.
CREATE POLICY offices_read ON offices FOR SELECT USING (
  (division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true))
  OR starts_with(current_setting('xianjie.area_from', true), division_code));
CREATE POLICY offices_add ON offices FOR INSERT WITH CHECK (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
CREATE POLICY offices_change ON offices FOR UPDATE USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON offices TO xianjie_app;

CREATE TABLE officers (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code  text COLLATE "C" NOT NULL,
  office_id      bigint NOT NULL,
  username       text COLLATE "C" NOT NULL,
  name           text NOT NULL CONSTRAINT officers_name CHECK (length(name) BETWEEN 1 AND 50),
  role           text NOT NULL,
  valid_from     date NOT NULL,
  valid_until    date,
  disabled_at    timestamptz,
  version        integer NOT NULL DEFAULT 1,
  CONSTRAINT officers_validity CHECK (valid_until >= valid_from - 1),
  CONSTRAINT officers_username_form CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,31}$'),
  CONSTRAINT officers_username UNIQUE (username),
  CONSTRAINT officers_id_division UNIQUE (id, division_code),
  CONSTRAINT officers_office FOREIGN KEY (office_id, division_code) REFERENCES offices (id, division_code)
);
COMMENT ON COLUMN officers.username IS 'Staff number or mobile number; one person logs in with it in the whole nation, hence unique without the division.';
COMMENT ON COLUMN officers.division_code IS 'That of the office, repeated for the wall between areas.';
CREATE INDEX officers_division ON officers (division_code, id);
CREATE INDEX officers_office ON officers (office_id);
ALTER TABLE officers ENABLE ROW LEVEL SECURITY;
CREATE POLICY officers_area ON officers USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON officers TO xianjie_app;
GRANT UPDATE (division_code, office_id, name, role, valid_until, disabled_at, version) ON officers TO xianjie_app;

CREATE TABLE hand_overs (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  from_officer  bigint NOT NULL,
  to_officer    bigint NOT NULL,
  starts_on     date NOT NULL,
  completed_at  timestamptz,
  moved         jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT hand_overs_two CHECK (from_officer <> to_officer),
  CONSTRAINT hand_overs_from FOREIGN KEY (from_officer) REFERENCES officers (id),
  CONSTRAINT hand_overs_to FOREIGN KEY (to_officer) REFERENCES officers (id)
);
COMMENT ON TABLE hand_overs IS 'One officer follows another; open duties move on the day it starts, what was done stays with who did it.';
CREATE UNIQUE INDEX hand_overs_once ON hand_overs (division_code, from_officer) WHERE completed_at IS NULL;
ALTER TABLE hand_overs ENABLE ROW LEVEL SECURITY;
CREATE POLICY hand_overs_area ON hand_overs USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON hand_overs TO xianjie_app;
GRANT UPDATE (completed_at, moved) ON hand_overs TO xianjie_app;

-- The application may set a password or end a session, never read a hash; log-in itself runs as the owner.
CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO xianjie_app;

CREATE TABLE auth.accounts (
  officer_id          bigint PRIMARY KEY,
  division_code       text COLLATE "C" NOT NULL,
  password_hash       text NOT NULL,
  must_change         boolean NOT NULL,
  password_changed_at timestamptz NOT NULL,
  totp_secret         text,
  totp_confirmed_at   timestamptz,
  totp_last_step      bigint,
  CONSTRAINT accounts_officer FOREIGN KEY (officer_id, division_code) REFERENCES officers (id, division_code) ON UPDATE CASCADE
);
COMMENT ON COLUMN auth.accounts.totp_last_step IS 'The last time step a code was accepted for; a code works once.';
COMMENT ON COLUMN auth.accounts.totp_secret IS 'Encrypted with the secret of the key file.';
ALTER TABLE auth.accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY accounts_area ON auth.accounts USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT INSERT ON auth.accounts TO xianjie_app;
GRANT SELECT (officer_id, division_code, must_change, password_changed_at, totp_confirmed_at) ON auth.accounts TO xianjie_app;
GRANT UPDATE (password_hash, must_change, password_changed_at, totp_secret, totp_confirmed_at, totp_last_step) ON auth.accounts TO xianjie_app;

-- A user name is one in the nation; whether it is taken must be answered across the wall, who has it must not.
CREATE FUNCTION auth.taken_usernames(wanted text[]) RETURNS TABLE (username text) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS
  'SELECT o.username FROM public.officers o WHERE o.username = ANY (wanted)';
REVOKE EXECUTE ON FUNCTION auth.taken_usernames FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.taken_usernames TO xianjie_app;

CREATE TABLE auth.sign_in_tries (
  username     text COLLATE "C" PRIMARY KEY,
  failed       integer NOT NULL,
  last_at      timestamptz NOT NULL,
  locked_until timestamptz
);
COMMENT ON TABLE auth.sign_in_tries IS 'Counted by the name that was typed, whether or not there is such an account, so that a lock tells nothing.';
CREATE INDEX sign_in_tries_last ON auth.sign_in_tries (last_at);
GRANT SELECT (username), DELETE ON auth.sign_in_tries TO xianjie_app;

CREATE TABLE auth.sessions (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  officer_id    bigint NOT NULL,
  token_hash    text NOT NULL UNIQUE,
  opened_by     text NOT NULL CHECK (opened_by IN ('password', 'oidc')),
  opened_at     timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  revoked_at    timestamptz,
  address       text NOT NULL,
  user_agent    text NOT NULL,
  CONSTRAINT sessions_officer FOREIGN KEY (officer_id, division_code) REFERENCES officers (id, division_code) ON UPDATE CASCADE
);
CREATE INDEX sessions_officer ON auth.sessions (officer_id, id);
ALTER TABLE auth.sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY sessions_area ON auth.sessions USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT (id, division_code, officer_id, opened_by, opened_at, last_seen_at, expires_at, revoked_at, address, user_agent) ON auth.sessions TO xianjie_app;
GRANT UPDATE (revoked_at) ON auth.sessions TO xianjie_app;

CREATE TABLE auth.tokens (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  officer_id    bigint NOT NULL,
  name          text NOT NULL CONSTRAINT tokens_name CHECK (length(name) BETWEEN 1 AND 100),
  token_hash    text NOT NULL UNIQUE,
  datasets      text[] NOT NULL CONSTRAINT tokens_datasets CHECK (cardinality(datasets) > 0),
  created_by    bigint NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_on    date NOT NULL,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  CONSTRAINT tokens_officer FOREIGN KEY (officer_id, division_code) REFERENCES officers (id, division_code) ON UPDATE CASCADE
);
COMMENT ON TABLE auth.tokens IS 'A department''s system acts for one liaison, with some of the datasets of the office.';
ALTER TABLE auth.tokens ENABLE ROW LEVEL SECURITY;
CREATE POLICY tokens_area ON auth.tokens USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT INSERT ON auth.tokens TO xianjie_app;
GRANT SELECT (id, division_code, officer_id, name, datasets, created_by, created_at, expires_on, last_used_at, revoked_at) ON auth.tokens TO xianjie_app;
GRANT UPDATE (revoked_at) ON auth.tokens TO xianjie_app;

CREATE TABLE auth.oidc_flows (
  state_hash    text PRIMARY KEY,
  browser_hash  text NOT NULL,
  code_verifier text NOT NULL,
  nonce         text NOT NULL,
  expires_at    timestamptz NOT NULL
);
COMMENT ON TABLE auth.oidc_flows IS 'Single sign-ons that have been begun and not come back; ten minutes each.';
