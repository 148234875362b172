ALTER TYPE "SmsKind" ADD VALUE 'payout_asked';

-- That a buyer was asked where a refund is to be sent: once.
CREATE TABLE "refund_asked" (
    "refundId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_asked_pkey" PRIMARY KEY ("refundId")
);

ALTER TABLE "refund_asked" ADD CONSTRAINT "refund_asked_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "refund_asked_stays" BEFORE UPDATE OR DELETE ON "refund_asked"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "refund_asked_not_emptied" BEFORE TRUNCATE ON "refund_asked"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
