CREATE TABLE "carrier_payout_part" (
    "payoutId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "dong" BIGINT NOT NULL,
    "feeDong" BIGINT NOT NULL,

    CONSTRAINT "carrier_payout_part_pkey" PRIMARY KEY ("payoutId","orderId"),
    CONSTRAINT "carrier_payout_part_sums" CHECK ("dong" > 0 AND "feeDong" BETWEEN 0 AND "dong")
);
CREATE INDEX "carrier_payout_part_orderId_idx" ON "carrier_payout_part"("orderId");
ALTER TABLE "carrier_payout_part" ADD CONSTRAINT "carrier_payout_part_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "carrier_payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carrier_payout_part" ADD CONSTRAINT "carrier_payout_part_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "carrier_cash"("orderId") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "carrier_payout_undoing" (
    "payoutId" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "carrier_payout_undoing_pkey" PRIMARY KEY ("payoutId"),
    CONSTRAINT "carrier_payout_undoing_why" CHECK (length("why") BETWEEN 1 AND 200)
);
ALTER TABLE "carrier_payout_undoing" ADD CONSTRAINT "carrier_payout_undoing_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "carrier_payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was handed over so far, order by order, as it was booked.
INSERT INTO "carrier_payout_part" ("payoutId", "orderId", "dong", "feeDong")
SELECT c."payoutId", c."orderId", c."dong", coalesce((
  SELECT sum(p."dong") FROM "posting" p JOIN "journal" j ON j."id" = p."journalId"
  WHERE j."key" = 'handed_over:' || c."orderId" AND p."account" = 'fees'), 0)
FROM "carrier_cash" c WHERE c."payoutId" IS NOT NULL;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['carrier_payout_part', 'carrier_payout_undoing'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- What a carrier holds is handed over once, and again only after the payout that handed it over was undone.
CREATE OR REPLACE FUNCTION carrier_cash_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND num_nonnulls(OLD."payoutId", NEW."payoutId") = 1
     AND to_jsonb(NEW) - 'payoutId' = to_jsonb(OLD) - 'payoutId' THEN
    SELECT EXISTS (SELECT FROM "carrier_payout_undoing" u
      WHERE u."payoutId" = coalesce(OLD."payoutId", NEW."payoutId")) INTO undone;
    IF undone = (NEW."payoutId" IS NULL) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the cash of % is handed over once (constraint "carrier_cash_once")', OLD."orderId"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'carrier_cash_once';
END $$;

-- A payout is what its orders' cash came to, less what the carrier kept of it.
CREATE OR REPLACE FUNCTION carrier_payout_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payout text := coalesce(to_jsonb(NEW) ->> 'payoutId', to_jsonb(NEW) ->> 'id');
BEGIN
  IF NOT EXISTS (
    SELECT FROM "carrier_payout" o WHERE o."id" = payout AND (o."dong" + o."feeDong", o."feeDong") = (
      SELECT sum(t."dong"), sum(t."feeDong") FROM "carrier_payout_part" t WHERE t."payoutId" = payout))
    OR EXISTS (
      SELECT FROM "carrier_payout_part" t JOIN "carrier_cash" c ON c."orderId" = t."orderId"
      JOIN "carrier_payout" o ON o."id" = t."payoutId"
      WHERE t."payoutId" = payout
        AND (c."dong" <> t."dong" OR c."carrier" <> o."carrier" OR c."payoutId" IS DISTINCT FROM payout))
    OR EXISTS (
      SELECT FROM "carrier_cash" c WHERE c."payoutId" = payout AND NOT EXISTS (
        SELECT FROM "carrier_payout_part" t WHERE t."payoutId" = payout AND t."orderId" = c."orderId")) THEN
    RAISE EXCEPTION 'payout % is not what its orders came to (constraint "carrier_payout_adds_up")', payout
      USING ERRCODE = 'check_violation', CONSTRAINT = 'carrier_payout_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "carrier_payout_adds_up" AFTER INSERT ON "carrier_payout_part" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION carrier_payout_adds_up();
CREATE CONSTRAINT TRIGGER "carrier_payout_adds_up" AFTER UPDATE ON "carrier_cash" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."payoutId" IS NOT NULL) EXECUTE FUNCTION carrier_payout_adds_up();

-- The books hold with carriers what carriers hold of each order, whichever of both was written.
CREATE OR REPLACE FUNCTION carriers_hold_what_they_do() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_order text := to_jsonb(NEW) ->> 'orderId';
BEGIN
  IF TG_TABLE_NAME = 'posting' THEN
    SELECT j."orderId" INTO of_order FROM "journal" j WHERE j."id" = NEW."journalId";
  END IF;
  IF of_order IS NULL OR (
    SELECT sum(p."dong") FROM "posting" p JOIN "journal" j ON j."id" = p."journalId"
    WHERE j."orderId" = of_order AND p."account" = 'carriers') IS DISTINCT FROM (
    SELECT CASE WHEN c."payoutId" IS NULL THEN c."dong" ELSE 0 END FROM "carrier_cash" c WHERE c."orderId" = of_order) THEN
    RAISE EXCEPTION 'carriers do not hold this of % (constraint "carriers_hold_what_they_do")', of_order
      USING ERRCODE = 'check_violation', CONSTRAINT = 'carriers_hold_what_they_do';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "carriers_hold_what_they_do" AFTER INSERT OR UPDATE ON "carrier_cash" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION carriers_hold_what_they_do();

-- Of an undone payout nothing counts any more: no cash is handed over by it, and no movement is it.
CREATE FUNCTION carrier_payout_wholly_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "carrier_cash" c WHERE c."payoutId" = NEW."payoutId") OR EXISTS (
    SELECT FROM "bank_match" m WHERE m."payoutId" = NEW."payoutId"
      AND NOT EXISTS (SELECT FROM "bank_match_undoing" u WHERE u."matchId" = m."id")) THEN
    RAISE EXCEPTION 'payout % is undone in part (constraint "carrier_payout_wholly_undone")', NEW."payoutId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'carrier_payout_wholly_undone';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "carrier_payout_wholly_undone" AFTER INSERT ON "carrier_payout_undoing" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION carrier_payout_wholly_undone();

-- A movement is no payout any more only where that is undone.
CREATE FUNCTION bank_match_of_payout_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "bank_match" m WHERE m."id" = NEW."matchId" AND m."payoutId" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "carrier_payout_undoing" u WHERE u."payoutId" = m."payoutId")) THEN
    RAISE EXCEPTION 'the payout of % is not undone (constraint "bank_match_of_payout_undone")', NEW."matchId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_match_of_payout_undone';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "bank_match_of_payout_undone" AFTER INSERT ON "bank_match_undoing" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION bank_match_of_payout_undone();

CREATE OR REPLACE FUNCTION bank_match_is_its_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "bank_line" l JOIN "carrier_payout" p ON p."id" = NEW."payoutId"
    WHERE l."id" = NEW."lineId" AND l."direction" = 'in' AND l."amountDong" = p."dong" AND p."through" = 'bank'
      AND NOT EXISTS (SELECT FROM "carrier_payout_undoing" u WHERE u."payoutId" = p."id")) THEN
    RAISE EXCEPTION 'movement % is not payout % (constraint "bank_match_is_its_payout")', NEW."lineId", NEW."payoutId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_match_is_its_payout';
  END IF;
  RETURN NULL;
END $$;
