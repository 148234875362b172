CREATE TYPE "ApplicationState" AS ENUM ('draft', 'received', 'looked_at', 'more_asked', 'accepted', 'refused', 'withdrawn');

CREATE TYPE "MembershipKind" AS ENUM ('official', 'capital', 'non_capital');

CREATE TYPE "PaperKind" AS ENUM ('identity', 'land', 'other');

CREATE TYPE "MemberRequestKind" AS ENUM ('certificate_copy', 'plot_correction');

CREATE TYPE "MemberRequestState" AS ENUM ('received', 'granted', 'refused', 'withdrawn');

ALTER TYPE "SmsKind" ADD VALUE 'application';
ALTER TYPE "SmsKind" ADD VALUE 'member_request';

CREATE TABLE "application" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'draft',
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "kind" "MembershipKind" NOT NULL,
    "place" TEXT NOT NULL,
    "capitalDong" BIGINT,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "network" TEXT,
    "round" INTEGER NOT NULL DEFAULT 1,
    "memberId" TEXT,
    "invitationId" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "application_way" (
    "fromState" "ApplicationState" NOT NULL,
    "toState" "ApplicationState" NOT NULL,

    CONSTRAINT "application_way_pkey" PRIMARY KEY ("fromState","toState")
);

CREATE TABLE "application_plot" (
    "applicationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "crop" TEXT NOT NULL,
    "areaM2" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "application_plot_pkey" PRIMARY KEY ("applicationId","position")
);

CREATE TABLE "application_paper" (
    "id" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "kind" "PaperKind" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_paper_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "application_step" (
    "id" BIGSERIAL NOT NULL,
    "applicationId" TEXT NOT NULL,
    "fromState" "ApplicationState",
    "toState" "ApplicationState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,
    "words" TEXT,

    CONSTRAINT "application_step_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "application_vote" (
    "applicationId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "yes" BOOLEAN NOT NULL,
    "why" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_vote_pkey" PRIMARY KEY ("applicationId","round","userId")
);

CREATE TABLE "member_request" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "MemberRequestKind" NOT NULL,
    "state" "MemberRequestState" NOT NULL DEFAULT 'received',
    "memberId" TEXT NOT NULL,
    "certificateId" TEXT,
    "plotId" TEXT,
    "areaM2" INTEGER,
    "areaM2Before" INTEGER,
    "varietyCode" TEXT,
    "treeCount" INTEGER,
    "treesBefore" INTEGER,
    "plantedYear" INTEGER,
    "note" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" TEXT,

    CONSTRAINT "member_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certificate_copy" (
    "requestId" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "certificate_copy_pkey" PRIMARY KEY ("requestId")
);

CREATE UNIQUE INDEX "application_code_key" ON "application"("code");

CREATE UNIQUE INDEX "application_memberId_key" ON "application"("memberId");

CREATE UNIQUE INDEX "application_invitationId_key" ON "application"("invitationId");

CREATE INDEX "application_state_createdAt_id_idx" ON "application"("state", "createdAt", "id");

CREATE INDEX "application_phone_idx" ON "application"("phone");

CREATE INDEX "application_paper_applicationId_idx" ON "application_paper"("applicationId");

CREATE INDEX "application_step_applicationId_idx" ON "application_step"("applicationId");

CREATE UNIQUE INDEX "member_request_code_key" ON "member_request"("code");

CREATE INDEX "member_request_state_createdAt_id_idx" ON "member_request"("state", "createdAt", "id");

CREATE INDEX "member_request_memberId_createdAt_idx" ON "member_request"("memberId", "createdAt");

ALTER TABLE "application" ADD CONSTRAINT "application_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "application_plot" ADD CONSTRAINT "application_plot_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "application_paper" ADD CONSTRAINT "application_paper_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "application_step" ADD CONSTRAINT "application_step_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "application_vote" ADD CONSTRAINT "application_vote_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_request" ADD CONSTRAINT "member_request_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_request" ADD CONSTRAINT "member_request_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_request" ADD CONSTRAINT "member_request_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_request" ADD CONSTRAINT "member_request_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "certificate_copy" ADD CONSTRAINT "certificate_copy_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "member_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- An application

ALTER TABLE "application"
  ADD CONSTRAINT "application_code" CHECK ("code" ~ '^GN[2-9A-HJKMNP-TV-Z]{7}$'),
  ADD CONSTRAINT "application_capital" CHECK (
    "capitalDong" BETWEEN 1 AND 1000000000000 OR ("capitalDong" IS NULL AND ("kind" = 'non_capital' OR "state" = 'draft' OR "erasedAt" IS NOT NULL))),
  ADD CONSTRAINT "application_round" CHECK ("round" BETWEEN 1 AND 100),
  ADD CONSTRAINT "application_sent" CHECK (("state" = 'draft') = ("sentAt" IS NULL)),
  ADD CONSTRAINT "application_ended" CHECK (("state" IN ('accepted', 'refused', 'withdrawn')) = ("endedAt" IS NOT NULL)),
  ADD CONSTRAINT "application_member" CHECK (("state" = 'accepted') = ("memberId" IS NOT NULL) AND ("invitationId" IS NULL OR "state" = 'accepted')),
  ADD CONSTRAINT "application_erased" CHECK ("erasedAt" IS NULL OR ("state" IN ('refused', 'withdrawn') AND "name" = '' AND "phone" = '' AND "place" = ''));
ALTER TABLE "application_plot"
  ADD CONSTRAINT "application_plot_position" CHECK ("position" BETWEEN 0 AND 9),
  ADD CONSTRAINT "application_plot_area" CHECK ("areaM2" BETWEEN 1 AND 100000000),
  ADD CONSTRAINT "application_plot_position_known" CHECK (num_nonnulls("latitude", "longitude") IN (0, 2)
    AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

INSERT INTO "application_way" ("fromState", "toState") VALUES
  ('draft', 'received'),
  ('received', 'looked_at'), ('received', 'withdrawn'),
  ('looked_at', 'more_asked'), ('looked_at', 'accepted'), ('looked_at', 'refused'), ('looked_at', 'withdrawn'),
  ('more_asked', 'looked_at'), ('more_asked', 'withdrawn');
CREATE TRIGGER "application_way_stays" BEFORE UPDATE OR DELETE ON "application_way"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "application_way_not_emptied" BEFORE TRUNCATE ON "application_way"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- It moves only along its ways; what was sent stays as it was sent until who applied is erased. Two different people of
-- the board, and more for than against (or against than for), stand behind every decision.
CREATE FUNCTION application_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'network', 'round', 'memberId', 'invitationId', 'sentAt', 'endedAt', 'erasedAt'];
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
CREATE TRIGGER "application_moves" BEFORE INSERT OR UPDATE OR DELETE ON "application"
  FOR EACH ROW EXECUTE FUNCTION application_moves();

-- A vote is given once a round, by a manager, while the application is being looked at; against, with a reason.
CREATE FUNCTION application_vote_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "application" a WHERE a."id" = NEW."applicationId" AND a."state" = 'looked_at' AND a."round" = NEW."round")
     OR NOT EXISTS (SELECT 1 FROM "user_role" r WHERE r."userId" = NEW."userId" AND r."role" = 'manager')
     OR (NOT NEW."yes" AND coalesce(btrim(NEW."why"), '') = '') THEN
    RAISE EXCEPTION 'nobody may vote so on % (constraint "application_vote_is_due")', NEW."applicationId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_vote_is_due';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "application_vote_is_due" BEFORE INSERT ON "application_vote" FOR EACH ROW EXECUTE FUNCTION application_vote_is_due();

-- Steps and votes stay; their words go with whoever applied.
CREATE FUNCTION application_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'words' - 'why') = (to_jsonb(OLD) - 'words' - 'why')
     AND to_jsonb(NEW) ->> 'words' IS NULL AND to_jsonb(NEW) ->> 'why' IS NULL
     AND EXISTS (SELECT 1 FROM "application" a WHERE a."id" = OLD."applicationId" AND a."erasedAt" IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was decided stays as it was written (constraint "append_only")' USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
END $$;
CREATE TRIGGER "application_step_stays" BEFORE UPDATE OR DELETE ON "application_step" FOR EACH ROW EXECUTE FUNCTION application_words_stay();
CREATE TRIGGER "application_vote_stays" BEFORE UPDATE OR DELETE ON "application_vote" FOR EACH ROW EXECUTE FUNCTION application_words_stay();
CREATE TRIGGER "application_step_not_emptied" BEFORE TRUNCATE ON "application_step" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "application_vote_not_emptied" BEFORE TRUNCATE ON "application_vote" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- Ten photos are the most; each is sealed, so never shorter than a nonce and a tag.
ALTER TABLE "application_paper" ADD CONSTRAINT "application_paper_sealed" CHECK (octet_length("sealed") > 28);
CREATE FUNCTION application_papers_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "application_paper" p WHERE p."applicationId" = NEW."applicationId") >= 10 THEN
    RAISE EXCEPTION 'application % has its ten papers (constraint "application_papers_fit")', NEW."applicationId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_papers_fit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "application_papers_fit" BEFORE INSERT ON "application_paper" FOR EACH ROW EXECUTE FUNCTION application_papers_fit();

-- ---------------------------------------------------------------- What members ask for

ALTER TABLE "member_request"
  ADD CONSTRAINT "member_request_code" CHECK ("code" ~ '^TV[2-9A-HJKMNP-TV-Z]{7}$'),
  ADD CONSTRAINT "member_request_of" CHECK (CASE "kind"
    WHEN 'certificate_copy' THEN "certificateId" IS NOT NULL
      AND num_nonnulls("plotId", "areaM2", "areaM2Before", "varietyCode", "treeCount", "treesBefore", "plantedYear") = 0
    ELSE "certificateId" IS NULL AND "plotId" IS NOT NULL AND "areaM2Before" IS NOT NULL
      AND num_nonnulls("areaM2", "varietyCode", "note") > 0 AND num_nonnulls("varietyCode", "treeCount", "treesBefore") IN (0, 3) END),
  ADD CONSTRAINT "member_request_figures" CHECK ("areaM2" BETWEEN 1 AND 100000000 AND "treeCount" BETWEEN 1 AND 100000),
  ADD CONSTRAINT "member_request_answer" CHECK (
    ("state" IN ('granted', 'refused')) = ("answeredBy" IS NOT NULL) AND ("state" = 'received') = ("answeredAt" IS NULL)
    AND ("state" <> 'refused' OR coalesce(btrim("answer"), '') <> ''));
CREATE UNIQUE INDEX "member_request_open_once" ON "member_request" ("memberId", "kind", coalesce("certificateId", "plotId")) WHERE "state" = 'received';

CREATE FUNCTION member_request_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'answer', 'answeredAt', 'answeredBy'];
BEGIN
  IF TG_OP = 'INSERT' AND NEW."state" = 'received' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."state" = 'received' AND (to_jsonb(NEW) - moving) = (to_jsonb(OLD) - moving) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a request is asked once and answered once (constraint "member_request_way")' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_request_way';
END $$;
CREATE TRIGGER "member_request_moves" BEFORE INSERT OR UPDATE OR DELETE ON "member_request"
  FOR EACH ROW EXECUTE FUNCTION member_request_moves();

-- A copy that was asked for is there once it was granted.
CREATE FUNCTION granted_has_its_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "certificate_copy" c WHERE c."requestId" = NEW."id") THEN
    RAISE EXCEPTION 'request % was granted without its copy (constraint "granted_has_its_copy")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'granted_has_its_copy';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "granted_has_its_copy" AFTER UPDATE OF "state" ON "member_request"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."state" = 'granted' AND NEW."kind" = 'certificate_copy')
  EXECUTE FUNCTION granted_has_its_copy();
ALTER TABLE "certificate_copy"
  ADD CONSTRAINT "certificate_copy_type" CHECK ("mediaType" IN ('application/pdf', 'image/webp')),
  ADD CONSTRAINT "certificate_copy_sealed" CHECK (octet_length("sealed") > 28);
CREATE TRIGGER "certificate_copy_stays" BEFORE UPDATE OR DELETE ON "certificate_copy" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
