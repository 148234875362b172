CREATE TABLE "carrier_payout" (
    "id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "dong" BIGINT NOT NULL,
    "feeDong" BIGINT NOT NULL,
    "through" "BookAccount" NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "carrier_payout_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "carrier_payout_sums" CHECK ("dong" > 0 AND "feeDong" >= 0),
    CONSTRAINT "carrier_payout_through" CHECK ("through"::text IN ('bank', 'cash')),
    CONSTRAINT "carrier_payout_reference" CHECK (length("reference") BETWEEN 1 AND 80)
);

CREATE TABLE "carrier_cash" (
    "orderId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "dong" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payoutId" TEXT,

    CONSTRAINT "carrier_cash_pkey" PRIMARY KEY ("orderId"),
    CONSTRAINT "carrier_cash_sum" CHECK ("dong" > 0)
);
CREATE INDEX "carrier_cash_payoutId_idx" ON "carrier_cash"("payoutId");
ALTER TABLE "carrier_cash" ADD CONSTRAINT "carrier_cash_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carrier_cash" ADD CONSTRAINT "carrier_cash_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "carrier_payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "carrier_reason" (
    "id" BIGSERIAL NOT NULL,
    "consignmentId" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "code" TEXT,
    "words" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_reason_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "carrier_reason_says" CHECK (num_nonnulls("code", "words") > 0
      AND length("said") BETWEEN 1 AND 60 AND length("code") BETWEEN 1 AND 40 AND length("words") BETWEEN 1 AND 300)
);
CREATE UNIQUE INDEX "carrier_reason_consignmentId_said_at_key" ON "carrier_reason"("consignmentId", "said", "at");
ALTER TABLE "carrier_reason" ADD CONSTRAINT "carrier_reason_consignmentId_fkey" FOREIGN KEY ("consignmentId") REFERENCES "consignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a carrier calls a ward of ours; the newest counts. Nobody: its own list had one name alone that was like ours.
CREATE TABLE "carrier_ward" (
    "id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "wardCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provinceName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "carrier_ward_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "carrier_ward_names" CHECK (length("name") BETWEEN 1 AND 100 AND length("provinceName") BETWEEN 1 AND 100)
);
CREATE INDEX "carrier_ward_carrier_provinceCode_wardCode_at_idx" ON "carrier_ward"("carrier", "provinceCode", "wardCode", "at");
ALTER TABLE "carrier_ward" ADD CONSTRAINT "carrier_ward_provinceCode_wardCode_fkey" FOREIGN KEY ("provinceCode", "wardCode") REFERENCES "ward"("provinceCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "consignment" ADD COLUMN "wardUnknown" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "consignment" ADD CONSTRAINT "consignment_ward_unknown" CHECK (NOT "wardUnknown" OR "state" = 'refused');

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['carrier_payout', 'carrier_reason', 'carrier_ward'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- What a carrier holds is handed over once.
CREATE FUNCTION carrier_cash_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."payoutId" IS NOT NULL OR NEW."payoutId" IS NULL
     OR to_jsonb(NEW) - 'payoutId' <> to_jsonb(OLD) - 'payoutId' THEN
    RAISE EXCEPTION 'the cash of % is handed over once (constraint "carrier_cash_once")', OLD."orderId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'carrier_cash_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "carrier_cash_once" BEFORE UPDATE OR DELETE ON "carrier_cash" FOR EACH ROW EXECUTE FUNCTION carrier_cash_once();
CREATE TRIGGER "carrier_cash_not_emptied" BEFORE TRUNCATE ON "carrier_cash" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- A payout is what its orders' cash came to, less what the carrier kept of it.
CREATE FUNCTION carrier_payout_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."dong" + NEW."feeDong" IS DISTINCT FROM (
    SELECT sum(c."dong") FROM "carrier_cash" c WHERE c."payoutId" = NEW."id" AND c."carrier" = NEW."carrier")
    OR EXISTS (SELECT FROM "carrier_cash" c WHERE c."payoutId" = NEW."id" AND c."carrier" <> NEW."carrier") THEN
    RAISE EXCEPTION 'payout % is not what its orders came to (constraint "carrier_payout_adds_up")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'carrier_payout_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "carrier_payout_adds_up" AFTER INSERT ON "carrier_payout" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION carrier_payout_adds_up();

-- The books hold with carriers what carriers hold of each order.
CREATE FUNCTION carriers_hold_what_they_do() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_order text;
BEGIN
  SELECT j."orderId" INTO of_order FROM "journal" j WHERE j."id" = NEW."journalId";
  IF of_order IS NULL OR (
    SELECT sum(p."dong") FROM "posting" p JOIN "journal" j ON j."id" = p."journalId"
    WHERE j."orderId" = of_order AND p."account" = 'carriers') IS DISTINCT FROM (
    SELECT CASE WHEN c."payoutId" IS NULL THEN c."dong" ELSE 0 END FROM "carrier_cash" c WHERE c."orderId" = of_order) THEN
    RAISE EXCEPTION 'carriers do not hold this of % (constraint "carriers_hold_what_they_do")', of_order
      USING ERRCODE = 'check_violation', CONSTRAINT = 'carriers_hold_what_they_do';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "carriers_hold_what_they_do" AFTER INSERT ON "posting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."account" = 'carriers') EXECUTE FUNCTION carriers_hold_what_they_do();

-- A movement may be a carrier's payout: of the same sum, and inwards.
ALTER TABLE "bank_match" ADD COLUMN "payoutId" TEXT;
CREATE UNIQUE INDEX "bank_match_payoutId_key" ON "bank_match"("payoutId");
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "carrier_payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_is_of_a_carrier" CHECK (("kind" = 'carrier') = ("payoutId" IS NOT NULL));
CREATE FUNCTION bank_match_is_its_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "bank_line" l JOIN "carrier_payout" p ON p."id" = NEW."payoutId"
    WHERE l."id" = NEW."lineId" AND l."direction" = 'in' AND l."amountDong" = p."dong" AND p."through" = 'bank') THEN
    RAISE EXCEPTION 'movement % is not payout % (constraint "bank_match_is_its_payout")', NEW."lineId", NEW."payoutId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_match_is_its_payout';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "bank_match_is_its_payout" AFTER INSERT ON "bank_match"
  FOR EACH ROW WHEN (NEW."payoutId" IS NOT NULL) EXECUTE FUNCTION bank_match_is_its_payout();
