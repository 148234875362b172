-- A year is reckoned from capital, dealings and sides: whoever writes one of them waits for whoever closes a year, and
-- the other way round (the lock of packages/db/src/lock.ts that settlements take). Each looks only after it has waited.
CREATE FUNCTION wait_for_year() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(69620003::bigint)
$$;

CREATE OR REPLACE FUNCTION capital_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM wait_for_year();
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

CREATE OR REPLACE FUNCTION dealing_in_open_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM wait_for_year();
  IF NOT year_is_open(NEW."day"::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') THEN
    RAISE EXCEPTION 'the year of % is closed (constraint "year_closed")', NEW."day" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closed';
  END IF;
  RETURN NEW;
END $$;

-- Sides that the database writes as an order is placed change nothing that is settled, and wait for nobody.
CREATE OR REPLACE FUNCTION side_in_open_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."byUser" IS NULL THEN RETURN NEW; END IF;
  PERFORM wait_for_year();
  IF EXISTS (
    SELECT FROM "box" b JOIN "settlement_line" l ON l."boxId" = b."id" JOIN "settlement" s ON s."id" = l."settlementId"
    WHERE b."orderId" = NEW."orderId" AND s."state" = 'approved' AND NOT year_is_open(s."closedAt")) THEN
    RAISE EXCEPTION 'the year of order % is closed (constraint "year_closed")', NEW."orderId" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closed';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION year_end_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM wait_for_year();
  RETURN NEW;
END $$;
CREATE TRIGGER "year_end_waits" BEFORE INSERT ON "year_end" FOR EACH ROW EXECUTE FUNCTION year_end_waits();

-- A day of 0202 is a slip of the keyboard; what is written stays, so it must not be written.
ALTER TABLE "member_capital" ADD CONSTRAINT "member_capital_day" CHECK ("day" >= DATE '2000-01-01') NOT VALID;
ALTER TABLE "dealing" ADD CONSTRAINT "dealing_day" CHECK ("day" >= DATE '2000-01-01') NOT VALID;

-- Approved, what goes by capital is at most what the year's rule says.
CREATE FUNCTION year_by_capital_within_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(s."byCapitalDong"), 0) FROM "year_share" s WHERE s."yearEndId" = NEW."id") * 10000
     > NEW."membersDong" * (SELECT r."capitalHundredths" FROM "year_rule" r WHERE r."id" = NEW."ruleId") THEN
    RAISE EXCEPTION 'more of year % goes by capital than its rule says (constraint "year_by_capital_within_rule")', NEW."year"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'year_by_capital_within_rule';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "year_by_capital_within_rule" BEFORE UPDATE ON "year_end" FOR EACH ROW
  WHEN (NEW."state" = 'approved') EXECUTE FUNCTION year_by_capital_within_rule();
