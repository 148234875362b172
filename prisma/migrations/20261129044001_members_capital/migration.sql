ALTER TABLE "year_rule" ADD COLUMN "capitalHundredths" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "year_share" ADD COLUMN "byCapitalDong" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "capitalDong" BIGINT NOT NULL DEFAULT 0;

CREATE TABLE "share_payout" (
    "yearEndId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "through" "PayoutThrough" NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "share_payout_pkey" PRIMARY KEY ("yearEndId","memberId")
);

CREATE TABLE "member_capital" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "through" "PayoutThrough" NOT NULL,
    "reference" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "member_capital_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "member_capital_memberId_day_idx" ON "member_capital"("memberId", "day");

ALTER TABLE "share_payout" ADD CONSTRAINT "share_payout_yearEndId_memberId_fkey" FOREIGN KEY ("yearEndId", "memberId") REFERENCES "year_share"("yearEndId", "memberId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_capital" ADD CONSTRAINT "member_capital_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A surplus is shared mainly by use of service: what goes by capital is less than half.
ALTER TABLE "year_rule" ADD CONSTRAINT "year_rule_capital" CHECK ("capitalHundredths" BETWEEN 0 AND 4999);
ALTER TABLE "year_share" ADD CONSTRAINT "year_share_by_capital" CHECK (
  "capitalDong" >= 0 AND "byCapitalDong" BETWEEN 0 AND "shareDong");
ALTER TABLE "share_payout" ADD CONSTRAINT "share_payout_reference" CHECK (length("reference") BETWEEN 1 AND 80);
ALTER TABLE "member_capital"
  ADD CONSTRAINT "member_capital_amount" CHECK ("amountDong" <> 0),
  ADD CONSTRAINT "member_capital_words" CHECK (length("reference") BETWEEN 1 AND 80 AND length("note") BETWEEN 1 AND 200);

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['share_payout', 'member_capital'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- Paid is what a closed year says, once.
CREATE FUNCTION share_paid_is_what_is_owed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "year_share" s JOIN "year_end" y ON y."id" = s."yearEndId"
    WHERE s."yearEndId" = NEW."yearEndId" AND s."memberId" = NEW."memberId" AND y."state" = 'approved'
      AND s."shareDong" = NEW."amountDong" AND s."shareDong" > 0) THEN
    RAISE EXCEPTION 'the share of member % is not to be paid so (constraint "share_paid_is_what_is_owed")', NEW."memberId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'share_paid_is_what_is_owed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "share_paid_is_what_is_owed" BEFORE INSERT ON "share_payout" FOR EACH ROW EXECUTE FUNCTION share_paid_is_what_is_owed();

-- Nobody has less than nothing in the cooperative on any day, and a closed year keeps the capital by which it was shared.
CREATE FUNCTION capital_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "member" WHERE "id" = NEW."memberId" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM (
      SELECT sum(c."amountDong") OVER (ORDER BY c."day") AS stands FROM (
        SELECT "day", "amountDong" FROM "member_capital" WHERE "memberId" = NEW."memberId"
        UNION ALL SELECT NEW."day", NEW."amountDong") c) s
    WHERE s.stands < 0) THEN
    RAISE EXCEPTION 'member % has not put in so much (constraint "capital_below_nothing")', NEW."memberId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'capital_below_nothing';
  END IF;
  IF EXISTS (
    SELECT FROM "year_end" WHERE "state" <> 'dropped' AND "year" >= extract(year FROM NEW."day")) THEN
    RAISE EXCEPTION 'the year of % is closed (constraint "year_closed")', NEW."day" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "capital_stands" BEFORE INSERT ON "member_capital" FOR EACH ROW EXECUTE FUNCTION capital_stands();
