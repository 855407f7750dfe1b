-- The ground: the application's role, the audit trail, files and their keys, requests already answered.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'xianjie_app') THEN CREATE ROLE xianjie_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT xianjie_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO xianjie_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE TABLE audit_entries (
  -- The transaction: entries of one that may still be open are not sealed yet. First column, so that the transaction has its number before `id` is drawn.
  written_by    xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  action        text NOT NULL CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
  subject_kind  text NOT NULL,
  subject_id    text NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  details       jsonb NOT NULL DEFAULT '{}',
  request_id    text NOT NULL
);
COMMENT ON TABLE audit_entries IS 'Append-only: the application may insert and read, nobody may update or delete.';
CREATE INDEX audit_entries_subject ON audit_entries (subject_kind, subject_id, id);
CREATE INDEX audit_entries_officer ON audit_entries (officer_id, id);
CREATE INDEX audit_entries_division ON audit_entries (division_code, id);
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_read ON audit_entries FOR SELECT USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
-- What is done is always recorded, also where the subject lies outside the officer's area (a refused look).
CREATE POLICY audit_entries_append ON audit_entries FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON audit_entries TO xianjie_app;

-- Sealing asks for the entries of finished transactions that no seal covers yet.
CREATE INDEX audit_entries_written_by ON audit_entries (written_by);

CREATE TABLE audit_seals (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sealed_at   timestamptz NOT NULL,
  algorithm   text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
  entry_ids   bigint[] NOT NULL,
  -- First bytes of each entry's own digest, in the order of the ids: they tell which entry was altered.
  entry_marks bytea NOT NULL,
  -- All transactions before this one are finished and sealed.
  sealed_to   xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- The first transaction, and the last entry number, that did not exist yet at the time of the seal: whoever comes later writes higher numbers.
  seen_to     xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seen_id     bigint NOT NULL,
  previous    text NOT NULL,
  digest      text NOT NULL,
  -- Made with the index key, which the database does not have: nobody can rebuild the chain without it.
  signature   bytea NOT NULL
);
COMMENT ON TABLE audit_seals IS 'The hash chain over the audit trail, in batches; each seal covers the one before it.';
GRANT SELECT ON audit_seals TO xianjie_app;

CREATE TABLE sealing_keys (
  number      integer PRIMARY KEY,
  fingerprint text NOT NULL,
  used_since  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE sealing_keys IS 'Which keys this database was sealed with (0: the index key), so that another key file is refused instead of mixed in. The keys are not here.';

CREATE TABLE kept_files (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256        text NOT NULL CONSTRAINT kept_files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name          text NOT NULL,
  kind          text NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  size          bigint NOT NULL,
  kept_by       bigint NOT NULL,
  kept_at       timestamptz NOT NULL,
  dropped_at    timestamptz,
  dropped_by    bigint,
  dropped_why   text,
  CONSTRAINT kept_files_dropped CHECK ((dropped_at IS NULL) = (dropped_by IS NULL) AND (dropped_at IS NULL) = (dropped_why IS NULL))
);
COMMENT ON TABLE kept_files IS 'Files as they came in or went out, sealed on disk under the hash of their contents. A destroyed file keeps its line.';
CREATE INDEX kept_files_sha256_kept ON kept_files (sha256) WHERE dropped_at IS NULL;
CREATE INDEX kept_files_division ON kept_files (division_code, kind, id);
ALTER TABLE kept_files ENABLE ROW LEVEL SECURITY;
CREATE POLICY kept_files_area ON kept_files USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON kept_files TO xianjie_app;
GRANT UPDATE (dropped_at, dropped_by, dropped_why) ON kept_files TO xianjie_app;

CREATE TABLE jobs (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind          text NOT NULL,
  state         text NOT NULL DEFAULT 'queued' CONSTRAINT jobs_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress      jsonb NOT NULL DEFAULT '{"done": 0, "of": null, "line": ""}',
  division_code text COLLATE "C" NOT NULL,
  input         jsonb NOT NULL,
  result        jsonb,
  error         text,
  singleton     text,
  started_by    bigint NOT NULL,
  -- The officer as of the start: the job runs with the area and the permissions of that moment.
  officer       jsonb NOT NULL,
  attempt       integer NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL,
  started_at    timestamptz,
  ended_at      timestamptz
);
COMMENT ON TABLE jobs IS 'What takes longer than a request, as officers see it; the queue behind it is the schema pgboss.';
CREATE UNIQUE INDEX jobs_singleton ON jobs (division_code, kind, singleton) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_under_way ON jobs (id) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_division ON jobs (division_code, id);
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY jobs_area ON jobs USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON jobs TO xianjie_app;
GRANT UPDATE (state, ended_at) ON jobs TO xianjie_app;

-- A repeated request (same officer, same Idempotency-Key) is answered with what it was answered the first time.
CREATE TABLE answered_requests (
  officer_id  bigint NOT NULL,
  key         text NOT NULL CHECK (length(key) <= 200),
  fingerprint text NOT NULL,
  status      integer NOT NULL,
  body        text,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (officer_id, key)
);
ALTER TABLE answered_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY answered_requests_own ON answered_requests USING (officer_id = current_setting('xianjie.officer', true)::bigint);
GRANT SELECT, INSERT ON answered_requests TO xianjie_app;
