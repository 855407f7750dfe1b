-- The ground: the application's role, the audit trail, files and their keys, requests already answered.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'xianjie_app') THEN CREATE ROLE xianjie_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT xianjie_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO xianjie_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE TABLE audit_entries (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  action        text NOT NULL CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
  subject_kind  text NOT NULL,
  subject_id    text NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  details       jsonb NOT NULL DEFAULT '{}',
  request_id    text NOT NULL,
  -- Entries of transactions that may still be open are not sealed yet.
  written_by    xid8 NOT NULL DEFAULT pg_current_xact_id()
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

CREATE TABLE audit_seals (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sealed_at  timestamptz NOT NULL DEFAULT now(),
  entry_ids  bigint[] NOT NULL,
  algorithm  text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
  previous   text NOT NULL,
  digest     text NOT NULL
);
COMMENT ON TABLE audit_seals IS 'The hash chain over the audit trail, in batches; each seal covers the one before it.';
GRANT SELECT ON audit_seals TO xianjie_app;

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
GRANT SELECT, INSERT, DELETE ON answered_requests TO xianjie_app;
