CREATE TABLE "charter_capital" (
    "id" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "paper" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "charter_capital_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "charter_capital_fromDay_key" ON "charter_capital"("fromDay");

ALTER TABLE "charter_capital"
  ADD CONSTRAINT "charter_capital_amount" CHECK ("amountDong" > 0),
  ADD CONSTRAINT "charter_capital_day" CHECK ("fromDay" >= DATE '2000-01-01'),
  ADD CONSTRAINT "charter_capital_paper" CHECK (length("paper") BETWEEN 1 AND 200);

CREATE TRIGGER "charter_capital_stays" BEFORE UPDATE OR DELETE ON "charter_capital" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "charter_capital_not_emptied" BEFORE TRUNCATE ON "charter_capital" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- Nobody puts in so much that they would have more than 30 % of the charter capital on any day from then on (Law on
-- Cooperatives 17/2023/QH15). Who has more because others left or the charter was lowered keeps it until it is given back.
CREATE FUNCTION capital_within_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM wait_for_year();
  IF EXISTS (
    SELECT FROM (
      SELECT NEW."day" AS day
      UNION SELECT "day" FROM "member_capital" WHERE "memberId" = NEW."memberId" AND "day" > NEW."day"
      UNION SELECT "fromDay" FROM "charter_capital" WHERE "fromDay" > NEW."day") d
    WHERE 10 * (NEW."amountDong" + (
        SELECT coalesce(sum(c."amountDong"), 0) FROM "member_capital" c WHERE c."memberId" = NEW."memberId" AND c."day" <= d.day))
      > 3 * (SELECT h."amountDong" FROM "charter_capital" h WHERE h."fromDay" <= d.day ORDER BY h."fromDay" DESC LIMIT 1)) THEN
    RAISE EXCEPTION 'member % would have more than 30 %% of the charter capital (constraint "capital_within_part")', NEW."memberId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'capital_within_part';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "capital_within_part" BEFORE INSERT ON "member_capital" FOR EACH ROW
  WHEN (NEW."amountDong" > 0) EXECUTE FUNCTION capital_within_part();
