-- CreateEnum
CREATE TYPE "LotWithdrawalAct" AS ENUM ('withdraw', 'end');

-- CreateTable
CREATE TABLE "lot_withdrawal" (
    "id" BIGSERIAL NOT NULL,
    "lotId" TEXT NOT NULL,
    "act" "LotWithdrawalAct" NOT NULL,
    "reason" TEXT NOT NULL,
    "holds" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "lot_withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lot_withdrawal_lotId_id_idx" ON "lot_withdrawal"("lotId", "id");

-- AddForeignKey
ALTER TABLE "lot_withdrawal" ADD CONSTRAINT "lot_withdrawal_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lot_withdrawal"
  ADD CONSTRAINT "lot_withdrawal_says_why" CHECK (length("reason") > 0),
  ADD CONSTRAINT "lot_withdrawal_end_holds_nothing" CHECK ("act" = 'withdraw' OR NOT "holds");

-- A lot is withdrawn, then that ends, then it may be withdrawn again. The lot's row is locked, so that of two at once
-- the second sees the first.
CREATE FUNCTION lot_withdrawal_takes_turns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before "LotWithdrawalAct";
BEGIN
  PERFORM 1 FROM "lot" WHERE "id" = NEW."lotId" FOR NO KEY UPDATE;
  SELECT w."act" INTO before FROM "lot_withdrawal" w WHERE w."lotId" = NEW."lotId" ORDER BY w."id" DESC LIMIT 1;
  IF (NEW."act" = 'withdraw') = (before IS NOT DISTINCT FROM 'withdraw') THEN
    RAISE EXCEPTION 'lot % is withdrawn once at a time (constraint "lot_withdrawal_takes_turns")', NEW."lotId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_withdrawal_takes_turns';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "lot_withdrawal_takes_turns" BEFORE INSERT ON "lot_withdrawal"
  FOR EACH ROW EXECUTE FUNCTION lot_withdrawal_takes_turns();

-- A withdrawn lot is held, whatever else releases it.
CREATE FUNCTION withdrawn_lot_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named text := CASE TG_TABLE_NAME WHEN 'lot' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'lotId' END;
BEGIN
  IF (SELECT "heldReason" IS NULL FROM "lot" WHERE "id" = named)
     AND (SELECT w."act" = 'withdraw' FROM "lot_withdrawal" w WHERE w."lotId" = named ORDER BY w."id" DESC LIMIT 1) THEN
    RAISE EXCEPTION 'lot % is withdrawn and not held (constraint "withdrawn_lot_is_held")', named
      USING ERRCODE = 'check_violation', CONSTRAINT = 'withdrawn_lot_is_held';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "withdrawn_lot_is_held" AFTER INSERT ON "lot_withdrawal"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION withdrawn_lot_is_held();
CREATE CONSTRAINT TRIGGER "lot_released_is_not_withdrawn" AFTER UPDATE OF "heldReason" ON "lot"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION withdrawn_lot_is_held();

CREATE TRIGGER "lot_withdrawal_stays" BEFORE UPDATE OR DELETE ON "lot_withdrawal"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "lot_withdrawal_not_emptied" BEFORE TRUNCATE ON "lot_withdrawal"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
