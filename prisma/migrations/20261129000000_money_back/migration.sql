CREATE TYPE "RefundReason" AS ENUM ('overpaid', 'paid_late', 'cancelled', 'weighed_less', 'short_harvest', 'changed', 'claim', 'returned');

CREATE TYPE "RefundState" AS ENUM ('due', 'settled', 'dropped');

ALTER TYPE "BookAccount" ADD VALUE 'card';
ALTER TYPE "BookAccount" ADD VALUE 'credit';
ALTER TYPE "BookAccount" ADD VALUE 'claims';
ALTER TYPE "BookAccount" ADD VALUE 'vouchers';
ALTER TYPE "BookAccount" ADD VALUE 'fees';

ALTER TABLE "payment" ADD COLUMN     "receivedDong" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refundDong" BIGINT NOT NULL DEFAULT 0;

CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "reason" "RefundReason" NOT NULL,
    "note" TEXT,
    "state" "RefundState" NOT NULL DEFAULT 'due',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,
    "closedNote" TEXT,
    "through" "BookAccount",
    "reference" TEXT,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "refund_key_key" ON "refund"("key");

CREATE INDEX "refund_paymentId_idx" ON "refund"("paymentId");

CREATE INDEX "refund_state_createdAt_idx" ON "refund"("state", "createdAt");

ALTER TABLE "refund" ADD CONSTRAINT "refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Invariant 5: what came in, what is given back

-- What came in before this column was there.
UPDATE "payment" p SET "receivedDong" = coalesce((SELECT sum(e."amountDong") FROM "payment_event" e WHERE e."paymentId" = p."id"), 0);

ALTER TABLE "payment"
  DROP CONSTRAINT "payment_amount",
  DROP CONSTRAINT "payment_received_at",
  ADD CONSTRAINT "payment_amount" CHECK ("amountDong" >= 0),
  ADD CONSTRAINT "payment_received_at" CHECK (
    CASE "state" WHEN 'awaiting' THEN "receivedAt" IS NULL WHEN 'received' THEN "receivedAt" IS NOT NULL ELSE true END
  ),
  ADD CONSTRAINT "payment_gives_back_what_came" CHECK ("refundDong" >= 0 AND "refundDong" <= "receivedDong"),
  ADD CONSTRAINT "payment_received_in_full" CHECK ("state" <> 'received' OR "receivedDong" - "refundDong" >= "amountDong");

ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_amount" CHECK ("amountDong" > 0);

CREATE FUNCTION payment_counts_what_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "payment" SET "receivedDong" = "receivedDong" + NEW."amountDong" WHERE "id" = NEW."paymentId";
  RETURN NULL;
END $$;
CREATE TRIGGER "payment_counts_what_came" AFTER INSERT ON "payment_event"
  FOR EACH ROW EXECUTE FUNCTION payment_counts_what_came();

ALTER TABLE "refund"
  ADD CONSTRAINT "refund_amount" CHECK ("amountDong" > 0),
  ADD CONSTRAINT "refund_closed" CHECK (("state" = 'due') = ("closedAt" IS NULL)),
  ADD CONSTRAINT "refund_through" CHECK (("state" = 'settled') = ("through" IS NOT NULL)),
  ADD CONSTRAINT "refund_through_which" CHECK ("through"::text IN ('bank', 'cash', 'card', 'credit')),
  ADD CONSTRAINT "refund_dropped_why" CHECK ("state" <> 'dropped' OR "closedNote" IS NOT NULL);

CREATE FUNCTION payment_counts_what_is_given_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a refund is kept (constraint "append_only")' USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  ELSIF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'due' THEN
      RAISE EXCEPTION 'a refund begins as due (constraint "refund_way")' USING ERRCODE = 'check_violation', CONSTRAINT = 'refund_way';
    END IF;
    UPDATE "payment" SET "refundDong" = "refundDong" + NEW."amountDong" WHERE "id" = NEW."paymentId";
  ELSE
    IF OLD."state" <> 'due'
       OR (NEW."id", NEW."key", NEW."paymentId", NEW."amountDong", NEW."reason", NEW."createdAt")
          IS DISTINCT FROM (OLD."id", OLD."key", OLD."paymentId", OLD."amountDong", OLD."reason", OLD."createdAt") THEN
      RAISE EXCEPTION 'refund % is closed or would become another (constraint "refund_way")', OLD."id"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'refund_way';
    END IF;
    IF NEW."state" = 'dropped' THEN
      UPDATE "payment" SET "refundDong" = "refundDong" - NEW."amountDong" WHERE "id" = NEW."paymentId";
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "payment_counts_what_is_given_back" AFTER INSERT OR UPDATE OR DELETE ON "refund"
  FOR EACH ROW EXECUTE FUNCTION payment_counts_what_is_given_back();
