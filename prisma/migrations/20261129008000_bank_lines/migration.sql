CREATE TYPE "BankDirection" AS ENUM ('in', 'out');

CREATE TYPE "BankMatchKind" AS ENUM ('order', 'refund', 'not_ours');

CREATE TABLE "bank_line" (
    "id" TEXT NOT NULL,
    "sameAs" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "direction" "BankDirection" NOT NULL,
    "account" TEXT,
    "amountDong" BIGINT NOT NULL,
    "content" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bank_telling" (
    "provider" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "bank_telling_pkey" PRIMARY KEY ("provider","told")
);

CREATE TABLE "bank_match" (
    "id" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "kind" "BankMatchKind" NOT NULL,
    "eventId" TEXT,
    "refundId" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "bank_match_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payout_account" (
    "paymentId" TEXT NOT NULL,
    "bin" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payout_account_pkey" PRIMARY KEY ("paymentId")
);

CREATE INDEX "bank_line_at_idx" ON "bank_line"("at");

CREATE UNIQUE INDEX "bank_line_sameAs_nth_key" ON "bank_line"("sameAs", "nth");

CREATE INDEX "bank_telling_lineId_idx" ON "bank_telling"("lineId");

CREATE UNIQUE INDEX "bank_match_eventId_key" ON "bank_match"("eventId");

CREATE UNIQUE INDEX "bank_match_refundId_key" ON "bank_match"("refundId");

CREATE INDEX "bank_match_lineId_idx" ON "bank_match"("lineId");

ALTER TABLE "bank_telling" ADD CONSTRAINT "bank_telling_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "bank_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "bank_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "payment_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payout_account" ADD CONSTRAINT "payout_account_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Invariant 5: each movement of the bank counts once

ALTER TABLE "bank_line"
  ADD CONSTRAINT "bank_line_amount" CHECK ("amountDong" > 0),
  ADD CONSTRAINT "bank_line_nth" CHECK ("nth" >= 1);

ALTER TABLE "bank_match"
  ADD CONSTRAINT "bank_match_is_of_its_kind" CHECK (
    ("kind" = 'order') = ("eventId" IS NOT NULL) AND ("kind" = 'refund') = ("refundId" IS NOT NULL)
  ),
  ADD CONSTRAINT "bank_match_not_ours_why" CHECK ("kind" <> 'not_ours' OR ("note" IS NOT NULL AND "byUser" IS NOT NULL));

CREATE UNIQUE INDEX "bank_match_counts_once" ON "bank_match" ("lineId") WHERE "kind" <> 'not_ours';

ALTER TABLE "payout_account"
  ADD CONSTRAINT "payout_account_bin" CHECK ("bin" ~ '^[0-9]{6}$'),
  ADD CONSTRAINT "payout_account_account" CHECK ("account" ~ '^[0-9A-Za-z]{1,19}$');

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['bank_line', 'bank_telling', 'bank_match'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- A movement is the money that it is taken for: of the same sum, and the same way.
CREATE FUNCTION bank_match_is_its_money() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line "bank_line";
  event "payment_event";
  back "refund";
BEGIN
  SELECT * INTO line FROM "bank_line" WHERE "id" = NEW."lineId";
  IF NEW."kind" = 'order' THEN
    SELECT * INTO event FROM "payment_event" WHERE "id" = NEW."eventId";
    IF line."direction" <> 'in' OR event."amountDong" <> line."amountDong" THEN
      RAISE EXCEPTION 'movement % is not the money of % (constraint "bank_match_is_its_money")', NEW."lineId", NEW."eventId"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_match_is_its_money';
    END IF;
  ELSIF NEW."kind" = 'refund' THEN
    SELECT * INTO back FROM "refund" WHERE "id" = NEW."refundId";
    IF line."direction" <> 'out' OR back."amountDong" <> line."amountDong" OR back."through" IS DISTINCT FROM 'bank' THEN
      RAISE EXCEPTION 'movement % is not refund % (constraint "bank_match_is_its_money")', NEW."lineId", NEW."refundId"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_match_is_its_money';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "bank_match_is_its_money" AFTER INSERT ON "bank_match"
  FOR EACH ROW EXECUTE FUNCTION bank_match_is_its_money();

-- ---------------------------------------------------------------- Invariant 7: an account is kept while money is owed

CREATE FUNCTION payout_account_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> 'due' THEN
    DELETE FROM "payout_account" WHERE "paymentId" = NEW."paymentId"
      AND NOT EXISTS (SELECT 1 FROM "refund" WHERE "paymentId" = NEW."paymentId" AND "state" = 'due');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "payout_account_is_forgotten" AFTER UPDATE ON "refund"
  FOR EACH ROW EXECUTE FUNCTION payout_account_is_forgotten();
