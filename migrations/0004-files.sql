-- Files the departments hand in: what came, what was read in it, which month it belongs to, and what became of it.

CREATE TABLE handed_in_files (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL CONSTRAINT handed_in_files_division CHECK (division_code ~ '^\d{0,12}$'),
  office_id        bigint NOT NULL,
  department       text NOT NULL,
  month            text NOT NULL CONSTRAINT handed_in_files_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  name             text NOT NULL CONSTRAINT handed_in_files_name CHECK (length(name) BETWEEN 1 AND 300),
  note             text NOT NULL DEFAULT '' CONSTRAINT handed_in_files_note CHECK (length(note) <= 1000),
  bytes            bigint NOT NULL,
  sha256           text NOT NULL,
  kept_file_id     bigint,
  merged_file_id   bigint,
  state            text NOT NULL CONSTRAINT handed_in_files_state
                   CHECK (state IN ('waiting', 'read', 'unreadable', 'accepted', 'replaced', 'withdrawn')),
  problem          text,
  warnings         jsonb NOT NULL DEFAULT '[]',
  rows_in          bigint NOT NULL DEFAULT 0,
  accepted_rows    bigint NOT NULL DEFAULT 0,
  rejected_rows    bigint NOT NULL DEFAULT 0,
  issues           bigint NOT NULL DEFAULT 0,
  allowed_datasets text[],
  replaces         bigint REFERENCES handed_in_files (id),
  job_id           bigint,
  handed_in_by     bigint NOT NULL,
  handed_in_by_name text NOT NULL,
  handed_in_at     timestamptz NOT NULL,
  read_at          timestamptz,
  accepted_by_name text,
  accepted_at      timestamptz,
  -- Handed in as a part beside what was accepted before, not in its place.
  counts_beside    boolean NOT NULL DEFAULT false,
  withdrawn_by_name text,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  was_in_use       boolean NOT NULL DEFAULT false,
  destroyed_at     timestamptz,
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT handed_in_files_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
);
COMMENT ON COLUMN handed_in_files.office_id IS 'The office that handed it in; choices of columns are remembered for it.';
COMMENT ON COLUMN handed_in_files.month IS 'The month it is said to be for.';
COMMENT ON COLUMN handed_in_files.kept_file_id IS 'What came, as it came; none once it was destroyed by rule.';
COMMENT ON COLUMN handed_in_files.merged_file_id IS 'For a filled correction workbook: the replaced file with the mended rows in their places; this is what is read.';
COMMENT ON COLUMN handed_in_files.allowed_datasets IS 'What the one who handed it in may hand in; none = everything.';
COMMENT ON COLUMN handed_in_files.was_in_use IS 'A screening or the register had used it when it was withdrawn.';
CREATE INDEX handed_in_files_month_index ON handed_in_files (division_code, month, id);
CREATE INDEX handed_in_files_hash_index ON handed_in_files (sha256);
ALTER TABLE handed_in_files ENABLE ROW LEVEL SECURITY;
CREATE POLICY handed_in_files_area ON handed_in_files USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE ON handed_in_files TO xianjie_app;

CREATE TABLE handed_in_sheets (
  file_id       bigint NOT NULL REFERENCES handed_in_files (id),
  sheet_no      integer NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  name          text NOT NULL,
  dataset       text,
  reason        text NOT NULL,
  header_row    integer,
  rows_in       bigint NOT NULL DEFAULT 0,
  accepted_rows bigint NOT NULL DEFAULT 0,
  rejected_rows bigint NOT NULL DEFAULT 0,
  columns       jsonb NOT NULL DEFAULT '[]',
  missing       jsonb NOT NULL DEFAULT '[]',
  months        jsonb NOT NULL DEFAULT '[]',
  townships     jsonb NOT NULL DEFAULT '[]',
  issue_counts  jsonb NOT NULL DEFAULT '[]',
  row_digest    text,
  chosen_dataset text,
  chosen_columns jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (file_id, sheet_no)
);
COMMENT ON COLUMN handed_in_sheets.dataset IS 'What it was recognised as; none = not recognised, the reason says why.';
COMMENT ON COLUMN handed_in_sheets.columns IS '[{index, header, field, label, kind}]; a field of null = nobody reads the column.';
COMMENT ON COLUMN handed_in_sheets.row_digest IS 'The same for the same rows in any order under any file name.';
COMMENT ON COLUMN handed_in_sheets.chosen_columns IS 'Header to field as an officer put it, also those remembered from before; null = do not read the column.';
CREATE INDEX handed_in_sheets_dataset_index ON handed_in_sheets (dataset, file_id);
ALTER TABLE handed_in_sheets ENABLE ROW LEVEL SECURITY;
CREATE POLICY handed_in_sheets_area ON handed_in_sheets USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON handed_in_sheets TO xianjie_app;

CREATE TABLE file_issues (
  file_id       bigint NOT NULL,
  sheet_no      integer NOT NULL,
  issue_no      integer NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  row_no        integer NOT NULL,
  column_header text NOT NULL,
  column_index  integer NOT NULL,
  code          text NOT NULL,
  severity      text NOT NULL CONSTRAINT file_issues_severity CHECK (severity IN ('error', 'warning')),
  found         text NOT NULL,
  expected      text NOT NULL,
  PRIMARY KEY (file_id, sheet_no, issue_no),
  FOREIGN KEY (file_id, sheet_no) REFERENCES handed_in_sheets (file_id, sheet_no) ON DELETE CASCADE
);
COMMENT ON TABLE file_issues IS 'The first issues of a sheet; how many there are in all is in handed_in_sheets.issue_counts.';
COMMENT ON COLUMN file_issues.found IS 'Masked where the column names a person: the whole cell is in the original only.';
ALTER TABLE file_issues ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_issues_area ON file_issues USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, DELETE ON file_issues TO xianjie_app;

-- What a department once said about its headers, so that it is not asked again.
CREATE TABLE column_choices (
  division_code text COLLATE "C" NOT NULL,
  office_id     bigint NOT NULL,
  dataset       text NOT NULL,
  header        text NOT NULL,
  field         text,
  chosen_by     bigint NOT NULL,
  chosen_at     timestamptz NOT NULL,
  PRIMARY KEY (division_code, office_id, dataset, header)
);
COMMENT ON COLUMN column_choices.header IS 'As headers are compared: without spaces and unit brackets.';
COMMENT ON COLUMN column_choices.field IS 'None = the column is not to be read.';
ALTER TABLE column_choices ENABLE ROW LEVEL SECURITY;
CREATE POLICY column_choices_area ON column_choices USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON column_choices TO xianjie_app;

-- Which run rested on which file, so that a withdrawal knows whether it has consequences.
CREATE TABLE file_uses (
  file_id       bigint NOT NULL REFERENCES handed_in_files (id),
  division_code text COLLATE "C" NOT NULL,
  used_by       text NOT NULL,
  used_by_id    text NOT NULL,
  used_at       timestamptz NOT NULL,
  PRIMARY KEY (file_id, used_by, used_by_id)
);
COMMENT ON COLUMN file_uses.used_by IS 'screening_run.';
ALTER TABLE file_uses ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_uses_area ON file_uses USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true));
GRANT SELECT, INSERT ON file_uses TO xianjie_app;

-- A lead names the file it rests on to townships and villages, which may not see the file; that it was taken back they must know.
CREATE FUNCTION withdrawn_files_of(asked_by text, asked_id text)
  RETURNS TABLE (id bigint, name text, month text, department text, withdrawn_at timestamptz, withdrawn_reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.id, f.name, f.month, f.department, f.withdrawn_at, f.withdrawn_reason
  FROM public.file_uses u JOIN public.handed_in_files f ON f.id = u.file_id
  WHERE u.used_by = asked_by AND u.used_by_id = asked_id AND f.state = 'withdrawn'
    AND (f.division_code >= current_setting('xianjie.area_from', true) AND f.division_code < current_setting('xianjie.area_to', true)
      OR starts_with(current_setting('xianjie.area_from', true), left(f.division_code, 6)) AND length(f.division_code) >= 6)
  ORDER BY f.id
$$;
REVOKE EXECUTE ON FUNCTION withdrawn_files_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION withdrawn_files_of TO xianjie_app;
