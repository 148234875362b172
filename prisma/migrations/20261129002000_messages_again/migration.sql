-- A message that could not be sent is sent again as a new one, once; and the same words a moment later are asked about.

ALTER TYPE "SmsOutcome" ADD VALUE 'asked';

CREATE INDEX "sms_inbound_sender_receivedAt_idx" ON "sms_inbound" ("sender", "receivedAt");

ALTER TABLE "sms_outbound" ADD COLUMN "againOfId" TEXT;
CREATE UNIQUE INDEX "sms_outbound_againOfId_key" ON "sms_outbound" ("againOfId");
ALTER TABLE "sms_outbound" ADD CONSTRAINT "sms_outbound_againOfId_fkey" FOREIGN KEY ("againOfId") REFERENCES "sms_outbound" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The same words to the same number, of a message that failed: what may have arrived is not sent twice.
CREATE FUNCTION sms_sent_again_had_failed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "sms_outbound" o
    WHERE o."id" = NEW."againOfId" AND o."state" = 'failed' AND o."phone" = NEW."phone" AND o."text" = NEW."text"
  ) THEN
    RAISE EXCEPTION 'message % did not fail (constraint "sms_sent_again_had_failed")', NEW."againOfId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sms_sent_again_had_failed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sms_sent_again_had_failed" BEFORE INSERT ON "sms_outbound" FOR EACH ROW
  WHEN (NEW."againOfId" IS NOT NULL) EXECUTE FUNCTION sms_sent_again_had_failed();
