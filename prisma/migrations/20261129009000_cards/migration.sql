CREATE TYPE "CardState" AS ENUM ('open', 'authorised', 'captured', 'cancelled');

ALTER TYPE "PaymentMethod" ADD VALUE 'card';

CREATE TABLE "card_payment" (
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "state" "CardState" NOT NULL DEFAULT 'open',
    "sessionId" TEXT,
    "intentId" TEXT,
    "authorisedDong" BIGINT NOT NULL DEFAULT 0,
    "capturedDong" BIGINT NOT NULL DEFAULT 0,
    "trouble" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "card_payment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "card_dispute" (
    "id" TEXT NOT NULL,
    "cardPaymentId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "dueBy" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_dispute_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "card_payment_sessionId_key" ON "card_payment"("sessionId");

CREATE UNIQUE INDEX "card_payment_intentId_key" ON "card_payment"("intentId");

CREATE INDEX "card_payment_paymentId_idx" ON "card_payment"("paymentId");

CREATE INDEX "card_payment_state_createdAt_idx" ON "card_payment"("state", "createdAt");

CREATE INDEX "card_dispute_cardPaymentId_idx" ON "card_dispute"("cardPaymentId");

ALTER TABLE "card_payment" ADD CONSTRAINT "card_payment_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "card_dispute" ADD CONSTRAINT "card_dispute_cardPaymentId_fkey" FOREIGN KEY ("cardPaymentId") REFERENCES "card_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Cards: never more than was kept, one try at a time

ALTER TABLE "card_payment"
  ADD CONSTRAINT "card_amount" CHECK ("amountDong" > 0),
  ADD CONSTRAINT "card_takes_what_it_kept" CHECK (
    "authorisedDong" BETWEEN 0 AND "amountDong" AND "capturedDong" BETWEEN 0 AND "authorisedDong"
  ),
  ADD CONSTRAINT "card_state_sums" CHECK (
    CASE "state"
      WHEN 'open' THEN "authorisedDong" = 0 AND "capturedDong" = 0
      WHEN 'authorised' THEN "authorisedDong" > 0 AND "capturedDong" = 0 AND "intentId" IS NOT NULL
      WHEN 'captured' THEN "capturedDong" > 0
      ELSE "capturedDong" = 0
    END
  );
CREATE UNIQUE INDEX "card_payment_one_alive" ON "card_payment"("paymentId") WHERE "state" IN ('open', 'authorised');
ALTER TABLE "card_dispute" ADD CONSTRAINT "card_dispute_amount" CHECK ("amountDong" > 0);

CREATE FUNCTION card_payment_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW."id", NEW."paymentId", NEW."amountDong") IS DISTINCT FROM (OLD."id", OLD."paymentId", OLD."amountDong")
     OR (OLD."state" IN ('captured', 'cancelled') AND NEW."state" <> OLD."state")
     OR (OLD."state" = 'authorised' AND NEW."state" = 'open') THEN
    RAISE EXCEPTION 'card payment % is kept and goes forward only (constraint "card_way")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'card_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "card_payment_goes_forward" BEFORE UPDATE OR DELETE ON "card_payment"
  FOR EACH ROW EXECUTE FUNCTION card_payment_goes_forward();
