CREATE TYPE "SettlementState" AS ENUM ('prepared', 'approved', 'dropped');

CREATE TYPE "SettledKind" AS ENUM ('sale', 'replacement', 'claim', 'returned');

CREATE TYPE "PayoutThrough" AS ENUM ('bank', 'cash');

CREATE TABLE "settlement_rule" (
    "id" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "percentHundredths" INTEGER,
    "perKgDong" BIGINT,
    "claimsOnMember" BOOLEAN NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "settlement_rule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "settlement" (
    "id" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "state" "SettlementState" NOT NULL DEFAULT 'prepared',
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedBy" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,
    "closedNote" TEXT,

    CONSTRAINT "settlement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "settlement_line" (
    "id" BIGSERIAL NOT NULL,
    "settlementId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "SettledKind" NOT NULL,
    "boxId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL DEFAULT true,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "grams" INTEGER NOT NULL,
    "grossDong" BIGINT NOT NULL,
    "coopDong" BIGINT NOT NULL,
    "memberDong" BIGINT NOT NULL,

    CONSTRAINT "settlement_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "member_statement" (
    "id" TEXT NOT NULL,
    "settlementId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "grams" INTEGER NOT NULL,
    "salesDong" BIGINT NOT NULL,
    "takenOffDong" BIGINT NOT NULL,
    "coopDong" BIGINT NOT NULL,
    "carriedDong" BIGINT NOT NULL,
    "advanceDong" BIGINT NOT NULL,
    "payDong" BIGINT NOT NULL,
    "leftDong" BIGINT NOT NULL,

    CONSTRAINT "member_statement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "member_advance" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "through" "PayoutThrough" NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "member_advance_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "member_payout" (
    "statementId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "through" "PayoutThrough" NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "member_payout_pkey" PRIMARY KEY ("statementId")
);

CREATE TABLE "member_bank_account" (
    "memberId" TEXT NOT NULL,
    "bin" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "member_bank_account_pkey" PRIMARY KEY ("memberId")
);

CREATE UNIQUE INDEX "settlement_rule_fromDay_key" ON "settlement_rule"("fromDay");

CREATE INDEX "settlement_line_settlementId_memberId_idx" ON "settlement_line"("settlementId", "memberId");

CREATE INDEX "settlement_line_boxId_idx" ON "settlement_line"("boxId");

CREATE INDEX "member_statement_memberId_idx" ON "member_statement"("memberId");

CREATE UNIQUE INDEX "member_statement_settlementId_memberId_key" ON "member_statement"("settlementId", "memberId");

CREATE INDEX "member_advance_memberId_idx" ON "member_advance"("memberId");

ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_settlementId_fkey" FOREIGN KEY ("settlementId") REFERENCES "settlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "settlement_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_statement" ADD CONSTRAINT "member_statement_settlementId_fkey" FOREIGN KEY ("settlementId") REFERENCES "settlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_statement" ADD CONSTRAINT "member_statement_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_advance" ADD CONSTRAINT "member_advance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_payout" ADD CONSTRAINT "member_payout_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "member_statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_bank_account" ADD CONSTRAINT "member_bank_account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Invariant 5: what members are owed

ALTER TABLE "settlement_rule"
  ADD CONSTRAINT "settlement_rule_one_kind" CHECK (num_nonnulls("percentHundredths", "perKgDong") = 1),
  ADD CONSTRAINT "settlement_rule_percent" CHECK ("percentHundredths" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "settlement_rule_per_kg" CHECK ("perKgDong" BETWEEN 0 AND 100000000);

ALTER TABLE "settlement"
  ADD CONSTRAINT "settlement_days" CHECK ("fromDay" <= "toDay"),
  ADD CONSTRAINT "settlement_by_two" CHECK ("state" <> 'approved' OR "closedBy" <> "preparedBy"),
  ADD CONSTRAINT "settlement_closed" CHECK (("state" = 'prepared') = ("closedAt" IS NULL) AND ("closedAt" IS NULL) = ("closedBy" IS NULL)),
  ADD CONSTRAINT "settlement_dropped_why" CHECK (("state" = 'dropped') = ("closedNote" IS NOT NULL)),
  ADD CONSTRAINT "settlement_no_overlap" EXCLUDE USING gist (daterange("fromDay", "toDay", '[]') WITH &&) WHERE ("state" <> 'dropped');
CREATE UNIQUE INDEX "settlement_one_open" ON "settlement" ((true)) WHERE "state" = 'prepared';

ALTER TABLE "settlement_line"
  ADD CONSTRAINT "settlement_line_adds_up" CHECK ("grossDong" = "coopDong" + "memberDong"),
  ADD CONSTRAINT "settlement_line_sign" CHECK (
    CASE WHEN "kind" IN ('sale', 'replacement') THEN "coopDong" >= 0 AND "memberDong" >= 0
      ELSE "grossDong" < 0 AND "coopDong" <= 0 AND "memberDong" <= 0 END);
-- A box earns once; so does all that is taken off. Of a settlement that was dropped nothing counts.
CREATE UNIQUE INDEX "settlement_line_once" ON "settlement_line" ("key") WHERE "counts";
CREATE UNIQUE INDEX "settlement_line_box_once" ON "settlement_line" ("boxId") WHERE "counts" AND "kind" IN ('sale', 'replacement');

ALTER TABLE "member_statement"
  ADD CONSTRAINT "member_statement_adds_up" CHECK (
    "salesDong" + "takenOffDong" - "coopDong" + "carriedDong" - "advanceDong" - "payDong" = "leftDong"),
  ADD CONSTRAINT "member_statement_signs" CHECK (
    "payDong" >= 0 AND "advanceDong" >= 0 AND "carriedDong" <= 0 AND "leftDong" <= 0 AND "takenOffDong" <= 0 AND "salesDong" >= 0),
  ADD CONSTRAINT "member_statement_left_or_paid" CHECK ("leftDong" = 0 OR ("payDong" = 0 AND "advanceDong" = 0));

ALTER TABLE "member_advance" ADD CONSTRAINT "member_advance_amount" CHECK ("amountDong" > 0);
ALTER TABLE "member_bank_account"
  ADD CONSTRAINT "member_bank_account_bin" CHECK ("bin" ~ '^[0-9]{6}$'),
  ADD CONSTRAINT "member_bank_account_digits" CHECK ("account" ~ '^[0-9]{6,19}$'),
  ADD CONSTRAINT "member_bank_account_holder" CHECK (length("holder") BETWEEN 1 AND 80);

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['settlement_rule', 'member_statement', 'member_advance', 'member_payout'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['settlement', 'settlement_line'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- A rule holds for days of which nothing is settled yet.
CREATE FUNCTION settlement_rule_looks_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "settlement" s WHERE s."state" <> 'dropped' AND s."toDay" >= NEW."fromDay") THEN
    RAISE EXCEPTION 'days from % on are settled (constraint "settlement_rule_looks_ahead")', NEW."fromDay"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_rule_looks_ahead';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "settlement_rule_looks_ahead" BEFORE INSERT ON "settlement_rule"
  FOR EACH ROW EXECUTE FUNCTION settlement_rule_looks_ahead();

-- A settlement closes once; approved, its statements must be what its lines come to.
CREATE FUNCTION settlement_closes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'prepared'
     OR (NEW."id", NEW."fromDay", NEW."toDay", NEW."preparedAt", NEW."preparedBy")
        IS DISTINCT FROM (OLD."id", OLD."fromDay", OLD."toDay", OLD."preparedAt", OLD."preparedBy") THEN
    RAISE EXCEPTION 'settlement % is closed or would become another (constraint "settlement_way")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_way';
  END IF;
  IF NEW."state" = 'dropped' THEN
    UPDATE "settlement_line" SET "counts" = false WHERE "settlementId" = NEW."id";
  ELSIF NEW."state" = 'approved' AND EXISTS (
    SELECT 1 FROM (
      SELECT "memberId", sum("memberDong") AS owed FROM "settlement_line" WHERE "settlementId" = NEW."id" GROUP BY "memberId") l
    FULL JOIN (
      SELECT "memberId", "salesDong" + "takenOffDong" - "coopDong" AS owed FROM "member_statement" WHERE "settlementId" = NEW."id") s
    USING ("memberId") WHERE l.owed IS DISTINCT FROM s.owed) THEN
    RAISE EXCEPTION 'settlement % does not come to what its lines do (constraint "settlement_adds_up")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "settlement_closes_once" AFTER UPDATE ON "settlement"
  FOR EACH ROW EXECUTE FUNCTION settlement_closes_once();

-- Lines and statements are written while their settlement is prepared; a line changes only in that it counts no more.
CREATE FUNCTION settlement_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "state" FROM "settlement" WHERE "id" = NEW."settlementId") <> 'prepared' THEN
    RAISE EXCEPTION 'settlement % is closed (constraint "settlement_is_open")', NEW."settlementId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_is_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "settlement_line_in_open" BEFORE INSERT ON "settlement_line" FOR EACH ROW EXECUTE FUNCTION settlement_is_open();
CREATE TRIGGER "member_statement_in_open" BEFORE INSERT ON "member_statement" FOR EACH ROW EXECUTE FUNCTION settlement_is_open();

CREATE FUNCTION settlement_line_stops_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'counts' IS DISTINCT FROM to_jsonb(OLD) - 'counts' OR NEW."counts"
     OR (SELECT "state" FROM "settlement" WHERE "id" = OLD."settlementId") <> 'dropped' THEN
    RAISE EXCEPTION 'a settled line stays (constraint "append_only")' USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "settlement_line_stops_counting" BEFORE UPDATE ON "settlement_line"
  FOR EACH ROW EXECUTE FUNCTION settlement_line_stops_counting();

-- Paid is what an approved statement says, once.
CREATE FUNCTION payout_is_what_is_owed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "member_statement" m JOIN "settlement" s ON s."id" = m."settlementId"
    WHERE m."id" = NEW."statementId" AND s."state" = 'approved' AND m."payDong" = NEW."amountDong" AND m."payDong" > 0) THEN
    RAISE EXCEPTION 'statement % is not to be paid so (constraint "payout_is_what_is_owed")', NEW."statementId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_is_what_is_owed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payout_is_what_is_owed" BEFORE INSERT ON "member_payout" FOR EACH ROW EXECUTE FUNCTION payout_is_what_is_owed();
