-- A number may be proved after an application was sent on trust, once and until the board has decided; it stays the
-- number that was sent. (Otherwise as before.)
CREATE OR REPLACE FUNCTION application_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'network', 'round', 'memberId', 'invitationId', 'sentAt', 'endedAt', 'erasedAt', 'phoneProvedAt'];
  personal text[] := ARRAY['name', 'phone', 'place', 'capitalDong'];
  ayes bigint;
  noes bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'draft' THEN
      RAISE EXCEPTION 'an application begins as a draft (constraint "application_way")' USING ERRCODE = 'check_violation', CONSTRAINT = 'application_way';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'draft' THEN
      RAISE EXCEPTION 'application % was sent and stays (constraint "append_only")', OLD."code" USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."erasedAt" IS NOT NULL
     OR (NEW."network" IS NOT NULL AND NEW."network" IS DISTINCT FROM OLD."network")
     OR (OLD."state" <> 'draft' AND NEW."sentAt" IS DISTINCT FROM OLD."sentAt")
     OR (OLD."endedAt" IS NOT NULL AND NEW."endedAt" IS DISTINCT FROM OLD."endedAt")
     OR (OLD."state" <> 'draft' AND NEW."phoneProvedAt" IS DISTINCT FROM OLD."phoneProvedAt"
         AND (OLD."phoneProvedAt" IS NOT NULL OR OLD."endedAt" IS NOT NULL OR NEW."erasedAt" IS NOT NULL))
     OR (OLD."memberId" IS NOT NULL AND NEW."memberId" IS DISTINCT FROM OLD."memberId")
     OR (OLD."state" <> 'draft' AND (to_jsonb(NEW) - moving - personal) <> (to_jsonb(OLD) - moving - personal))
     OR (OLD."state" <> 'draft' AND NEW."erasedAt" IS NULL AND (to_jsonb(NEW) - moving) <> (to_jsonb(OLD) - moving)) THEN
    RAISE EXCEPTION 'application % stays as it was sent (constraint "append_only")', OLD."code" USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  IF NEW."state" <> OLD."state" AND NOT EXISTS (
    SELECT 1 FROM "application_way" w WHERE w."fromState" = OLD."state" AND w."toState" = NEW."state") THEN
    RAISE EXCEPTION 'no way from % to % (constraint "application_way")', OLD."state", NEW."state" USING ERRCODE = 'check_violation', CONSTRAINT = 'application_way';
  END IF;
  IF NEW."round" <> OLD."round" AND NOT (NEW."round" = OLD."round" + 1 AND OLD."state" = 'more_asked' AND NEW."state" = 'looked_at') THEN
    RAISE EXCEPTION 'a round of votes begins after more was asked (constraint "application_round")' USING ERRCODE = 'check_violation', CONSTRAINT = 'application_round';
  END IF;
  IF NEW."state" <> OLD."state" AND NEW."state" IN ('accepted', 'refused') THEN
    SELECT count(*) FILTER (WHERE v."yes"), count(*) FILTER (WHERE NOT v."yes") INTO ayes, noes
      FROM "application_vote" v WHERE v."applicationId" = NEW."id" AND v."round" = NEW."round";
    IF (NEW."state" = 'accepted' AND (ayes < 2 OR ayes <= noes)) OR (NEW."state" = 'refused' AND (noes < 2 OR noes <= ayes)) THEN
      RAISE EXCEPTION 'the board has not decided so on % (constraint "application_board")', OLD."code" USING ERRCODE = 'check_violation', CONSTRAINT = 'application_board';
    END IF;
  END IF;
  RETURN NEW;
END $$;
