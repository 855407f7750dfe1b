-- Joint identification: households that one side found and hands to the other, the county's assistance office and civil affairs.

CREATE TABLE referrals (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code    text COLLATE "C" NOT NULL CONSTRAINT referrals_village CHECK (division_code ~ '^\d{12}$'),
  direction        text NOT NULL CONSTRAINT referrals_direction CHECK (direction IN ('to_civil_affairs', 'from_civil_affairs')),
  office_id        bigint NOT NULL REFERENCES offices,
  household_id     bigint NOT NULL REFERENCES households,
  household_number text NOT NULL,
  head_name        text NOT NULL,
  township         text NOT NULL,
  village          text NOT NULL,
  case_id          bigint REFERENCES cases,
  grade            text NOT NULL,
  reason           text NOT NULL,
  enclosure        jsonb NOT NULL DEFAULT '{}',
  state            text NOT NULL DEFAULT 'waiting' CONSTRAINT referrals_state CHECK (state IN ('waiting', 'accepted', 'granted', 'refused', 'withdrawn')),
  sent_on          date NOT NULL,
  due_on           date NOT NULL,
  answer           text NOT NULL DEFAULT '',
  granted          text,
  granted_from     date,
  granted_until    date,
  answered_on      date,
  version          integer NOT NULL DEFAULT 1,
  CONSTRAINT referrals_answered CHECK ((state IN ('granted', 'refused', 'withdrawn')) = (answered_on IS NOT NULL) AND (state = 'granted') = (granted IS NOT NULL)),
  CONSTRAINT referrals_validity CHECK (granted_until >= granted_from)
);
COMMENT ON TABLE referrals IS 'A household handed from one side to the other: what was enclosed, until when it is to be answered, and the answer.';
COMMENT ON COLUMN referrals.office_id IS 'The office of civil affairs that it was handed to, or that handed it over; its liaison sees no other.';
COMMENT ON COLUMN referrals.grade IS 'The category it is proposed for, or that civil affairs has it in: a code of policy/codes/relief_category.';
COMMENT ON COLUMN referrals.enclosure IS 'The statement and both rule sets as they stood when it was sent, with the members; no identity number, phone or account.';
COMMENT ON COLUMN referrals.case_id IS 'The help matter it came from, or that it led to.';
COMMENT ON COLUMN referrals.granted IS 'The category granted, or the kind of assisted object.';
CREATE UNIQUE INDEX referrals_one_open ON referrals (division_code, household_id, direction) WHERE state IN ('waiting', 'accepted');
CREATE INDEX referrals_office ON referrals (office_id, id);
CREATE INDEX referrals_household ON referrals (household_id);
CREATE INDEX referrals_case ON referrals (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX referrals_due ON referrals (division_code, due_on) WHERE state IN ('waiting', 'accepted');
ALTER TABLE referrals ENABLE ROW LEVEL SECURITY;
-- A department sees what concerns its own office, whatever else lies in its area.
CREATE POLICY referrals_area ON referrals USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  AND coalesce(office_id = (SELECT f.id FROM officers o JOIN offices f ON f.id = o.office_id
    WHERE o.id = nullif(current_setting('xianjie.officer', true), '')::bigint AND f.kind = 'department'), true));
GRANT SELECT, INSERT ON referrals TO xianjie_app;
GRANT UPDATE (division_code, township, village, case_id, state, due_on, answer, granted, granted_from, granted_until, answered_on, version) ON referrals TO xianjie_app;

CREATE TABLE referral_events (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL,
  referral_id   bigint NOT NULL REFERENCES referrals,
  version       integer NOT NULL,
  at            timestamptz NOT NULL,
  on_day        date NOT NULL,
  officer_id    bigint NOT NULL,
  officer_name  text NOT NULL,
  office_name   text NOT NULL DEFAULT '',
  action        text NOT NULL CONSTRAINT referral_events_action CHECK (action IN ('send', 'accept', 'grant', 'refuse', 'withdraw')),
  details       jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT referral_events_once UNIQUE (division_code, referral_id, version)
);
COMMENT ON TABLE referral_events IS 'Append-only: who did what with a referral, in order.';
CREATE INDEX referral_events_referral ON referral_events (referral_id, version);
ALTER TABLE referral_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY referral_events_area ON referral_events USING (
  division_code >= current_setting('xianjie.area_from', true) AND division_code < current_setting('xianjie.area_to', true)
  AND EXISTS (SELECT FROM referrals r WHERE r.id = referral_id));
GRANT SELECT, INSERT ON referral_events TO xianjie_app;

-- A household that moves takes along what was handed over about it.
CREATE FUNCTION household_referrals_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.referrals SET division_code = NEW.division_code, township = NEW.township, village = NEW.village WHERE household_id = NEW.id;
  UPDATE public.referral_events e SET division_code = NEW.division_code FROM public.referrals r WHERE r.id = e.referral_id AND r.household_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION household_referrals_follow FROM PUBLIC;
CREATE TRIGGER households_referrals_follow AFTER UPDATE OF division_code ON households FOR EACH ROW
  WHEN (OLD.division_code <> NEW.division_code AND left(OLD.division_code, 6) = left(NEW.division_code, 6)) EXECUTE FUNCTION household_referrals_follow();
