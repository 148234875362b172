CREATE TYPE "CreditKind" AS ENUM ('granted', 'spent', 'given_back', 'paid_out');

ALTER TYPE "SmsKind" ADD VALUE 'credit_granted';

CREATE TABLE "credit_account" (
    "phone" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "balanceDong" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_account_pkey" PRIMARY KEY ("phone")
);

CREATE TABLE "credit_entry" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT,
    "phone" TEXT NOT NULL,
    "kind" "CreditKind" NOT NULL,
    "dong" BIGINT NOT NULL,
    "orderId" TEXT,
    "refundId" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "credit_account_code_key" ON "credit_account"("code");

CREATE UNIQUE INDEX "credit_entry_key_key" ON "credit_entry"("key");

CREATE UNIQUE INDEX "credit_entry_refundId_key" ON "credit_entry"("refundId");

CREATE INDEX "credit_entry_phone_idx" ON "credit_entry"("phone");

CREATE INDEX "credit_entry_orderId_idx" ON "credit_entry"("orderId");

ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_phone_fkey" FOREIGN KEY ("phone") REFERENCES "credit_account"("phone") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Invariant 5: credit is never below nothing

ALTER TABLE "credit_account"
  ADD CONSTRAINT "credit_not_below_zero" CHECK ("balanceDong" >= 0),
  ADD CONSTRAINT "credit_code" CHECK ("code" ~ '^[0-9A-Z]{10,20}$');

ALTER TABLE "credit_entry"
  ADD CONSTRAINT "credit_entry_sign" CHECK (
    CASE WHEN "kind" IN ('granted', 'given_back') THEN "dong" > 0 ELSE "dong" < 0 END),
  ADD CONSTRAINT "credit_entry_of" CHECK (
    CASE "kind" WHEN 'paid_out' THEN "byUser" IS NOT NULL AND "note" IS NOT NULL
      WHEN 'spent' THEN "orderId" IS NOT NULL ELSE "orderId" IS NOT NULL AND "refundId" IS NOT NULL END);

CREATE TRIGGER "credit_entry_stays" BEFORE UPDATE OR DELETE ON "credit_entry"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "credit_entry_not_emptied" BEFORE TRUNCATE ON "credit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

CREATE FUNCTION credit_entry_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "credit_account" SET "balanceDong" = "balanceDong" + NEW."dong" WHERE "phone" = NEW."phone";
  RETURN NULL;
END $$;
CREATE TRIGGER "credit_entry_counts" AFTER INSERT ON "credit_entry" FOR EACH ROW EXECUTE FUNCTION credit_entry_counts();

-- A refund is given as credit where an entry says to whom, and of its very sum.
CREATE FUNCTION refund_as_credit_is_granted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."through" = 'credit' AND NOT EXISTS (
    SELECT 1 FROM "credit_entry" c WHERE c."refundId" = NEW."id" AND c."dong" = NEW."amountDong") THEN
    RAISE EXCEPTION 'refund % is nobody''s credit (constraint "refund_as_credit_is_granted")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'refund_as_credit_is_granted';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "refund_as_credit_is_granted" AFTER UPDATE OF "through" ON "refund"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refund_as_credit_is_granted();
