-- Where a member is paid is changed by two: one proposes, another confirms.
CREATE TYPE "AccountChangeState" AS ENUM ('proposed', 'confirmed', 'dropped');

CREATE TABLE "member_account_change" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "bin" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "beforeBin" TEXT,
    "beforeAccount" TEXT,
    "beforeHolder" TEXT,
    "state" "AccountChangeState" NOT NULL DEFAULT 'proposed',
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,

    CONSTRAINT "member_account_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "member_account_change_bin" CHECK ("bin" ~ '^[0-9]{6}$'),
    CONSTRAINT "member_account_change_digits" CHECK ("account" ~ '^[0-9]{6,19}$'),
    CONSTRAINT "member_account_change_holder" CHECK (length("holder") BETWEEN 1 AND 80),
    CONSTRAINT "member_account_change_before" CHECK (num_nonnulls("beforeBin", "beforeAccount", "beforeHolder") IN (0, 3)),
    CONSTRAINT "member_account_change_closed" CHECK (
      ("state" = 'proposed') = ("closedAt" IS NULL) AND ("closedAt" IS NULL) = ("closedBy" IS NULL)),
    CONSTRAINT "member_account_change_by_two" CHECK ("state" <> 'confirmed' OR "closedBy" <> "proposedBy")
);
CREATE INDEX "member_account_change_memberId_proposedAt_idx" ON "member_account_change"("memberId", "proposedAt");
CREATE UNIQUE INDEX "member_account_change_one_open" ON "member_account_change" ("memberId") WHERE "state" = 'proposed';
ALTER TABLE "member_account_change" ADD CONSTRAINT "member_account_change_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What one hand wrote until now stays where members are paid; the history says that nobody else confirmed it.
INSERT INTO "member_account_change" ("id", "memberId", "bin", "account", "holder", "state", "proposedAt", "proposedBy", "closedAt", "closedBy")
  SELECT 'mac_before_' || "memberId", "memberId", "bin", "account", "holder", 'confirmed', "at", "byUser", "at", 'before-two-hands'
  FROM "member_bank_account";

-- A change begins open, beside where its member is paid now, and is closed once.
CREATE FUNCTION member_account_change_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> 'proposed' THEN
    RAISE EXCEPTION 'a change of an account begins as a proposal (constraint "member_account_change_begins")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'member_account_change_begins';
  END IF;
  SELECT b."bin", b."account", b."holder" INTO NEW."beforeBin", NEW."beforeAccount", NEW."beforeHolder"
    FROM "member_bank_account" b WHERE b."memberId" = NEW."memberId";
  RETURN NEW;
END $$;
CREATE TRIGGER "member_account_change_begins" BEFORE INSERT ON "member_account_change" FOR EACH ROW EXECUTE FUNCTION member_account_change_begins();

CREATE FUNCTION member_account_change_closes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'proposed' OR NEW."state" = 'proposed'
     OR to_jsonb(NEW) - '{state,closedAt,closedBy}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{state,closedAt,closedBy}'::text[] THEN
    RAISE EXCEPTION 'a change of an account is closed once (constraint "append_only")' USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "member_account_change_closes_once" BEFORE UPDATE ON "member_account_change" FOR EACH ROW EXECUTE FUNCTION member_account_change_closes_once();
CREATE TRIGGER "member_account_change_stays" BEFORE DELETE ON "member_account_change" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "member_account_change_not_emptied" BEFORE TRUNCATE ON "member_account_change" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- Nobody is paid into an account that the last confirmed change does not name.
CREATE FUNCTION member_bank_account_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "member_account_change" c
    WHERE c."memberId" = NEW."memberId" AND c."state" = 'confirmed'
      AND (c."bin", c."account", c."holder", c."closedAt", c."closedBy") = (NEW."bin", NEW."account", NEW."holder", NEW."at", NEW."byUser")
      AND NOT EXISTS (
        SELECT FROM "member_account_change" later
        WHERE later."memberId" = c."memberId" AND later."state" = 'confirmed' AND later."closedAt" > c."closedAt")) THEN
    RAISE EXCEPTION 'nobody confirmed this account of % (constraint "member_bank_account_by_two")', NEW."memberId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'member_bank_account_by_two';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "member_bank_account_by_two" BEFORE INSERT OR UPDATE ON "member_bank_account" FOR EACH ROW EXECUTE FUNCTION member_bank_account_by_two();
