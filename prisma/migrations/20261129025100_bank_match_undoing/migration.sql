CREATE TABLE "bank_match_undoing" (
    "matchId" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "bank_match_undoing_pkey" PRIMARY KEY ("matchId")
);

ALTER TABLE "bank_match_undoing" ADD CONSTRAINT "bank_match_undoing_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "bank_match"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- A movement that was taken for the wrong order's money

CREATE TRIGGER "bank_match_undoing_stays" BEFORE UPDATE OR DELETE ON "bank_match_undoing"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "bank_match_undoing_not_emptied" BEFORE TRUNCATE ON "bank_match_undoing"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- A movement still counts once: of what it was taken for, all but the last is undone. The lock is the one of lock.ts.
DROP INDEX "bank_match_counts_once";
CREATE FUNCTION bank_match_counts_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(69620002::bigint);
  IF NEW."kind" <> 'not_ours' AND EXISTS (
    SELECT 1 FROM "bank_match" m WHERE m."lineId" = NEW."lineId" AND m."kind" <> 'not_ours'
      AND NOT EXISTS (SELECT 1 FROM "bank_match_undoing" u WHERE u."matchId" = m."id")) THEN
    RAISE EXCEPTION 'movement % was taken for something (constraint "bank_match_counts_once")', NEW."lineId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_match_counts_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "bank_match_counts_once" BEFORE INSERT ON "bank_match"
  FOR EACH ROW EXECUTE FUNCTION bank_match_counts_once();

-- Money leaves a payment again only where its movement was undone, and as much as came.
ALTER TABLE "payment_event"
  DROP CONSTRAINT "payment_event_amount",
  ADD CONSTRAINT "payment_event_amount" CHECK ("amountDong" <> 0 AND ("amountDong" > 0) = ("source" <> 'undone'));
CREATE FUNCTION payment_event_undoes_its_match() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."source" = 'undone' AND NOT EXISTS (
    SELECT 1 FROM "bank_match" m JOIN "payment_event" e ON e."id" = m."eventId"
    JOIN "bank_match_undoing" u ON u."matchId" = m."id"
    WHERE m."id" = NEW."reference" AND e."paymentId" = NEW."paymentId" AND e."amountDong" = -NEW."amountDong") THEN
    RAISE EXCEPTION 'event % undoes nothing (constraint "payment_event_undoes_its_match")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_event_undoes_its_match';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payment_event_undoes_its_match" BEFORE INSERT ON "payment_event"
  FOR EACH ROW EXECUTE FUNCTION payment_event_undoes_its_match();
