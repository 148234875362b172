-- CreateEnum
CREATE TYPE "RecallSeverity" AS ENUM ('first', 'second', 'third');

-- CreateEnum
CREATE TYPE "RecallAdvice" AS ENUM ('do_not_eat', 'give_back', 'discard');

-- CreateEnum
CREATE TYPE "RecallFate" AS ENUM ('destroyed', 'eaten', 'giving_back');

-- CreateEnum
CREATE TYPE "RecallVia" AS ENUM ('sms', 'page', 'office');

-- AlterEnum
ALTER TYPE "SmsKind" ADD VALUE 'recall';

-- CreateTable
CREATE TABLE "recall" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "drill" BOOLEAN NOT NULL,
    "severity" "RecallSeverity" NOT NULL,
    "advice" "RecallAdvice" NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedBy" TEXT NOT NULL,
    "tookMs" INTEGER,
    "receivedGrams" BIGINT,
    "accountedGrams" BIGINT,

    CONSTRAINT "recall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recall_lot" (
    "recallId" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "recall_lot_pkey" PRIMARY KEY ("recallId","lotId")
);

-- CreateTable
CREATE TABLE "recall_buyer" (
    "id" TEXT NOT NULL,
    "recallId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "smsId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recall_buyer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recall_order" (
    "recallId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "buyerId" TEXT NOT NULL,

    CONSTRAINT "recall_order_pkey" PRIMARY KEY ("recallId","orderId")
);

-- CreateTable
CREATE TABLE "recall_answer" (
    "id" BIGSERIAL NOT NULL,
    "buyerId" TEXT NOT NULL,
    "fate" "RecallFate" NOT NULL,
    "via" "RecallVia" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "recall_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recall_end" (
    "recallId" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "recall_end_pkey" PRIMARY KEY ("recallId")
);

-- CreateIndex
CREATE UNIQUE INDEX "recall_code_key" ON "recall"("code");

-- CreateIndex
CREATE INDEX "recall_drill_startedAt_idx" ON "recall"("drill", "startedAt");

-- CreateIndex
CREATE INDEX "recall_lot_lotId_idx" ON "recall_lot"("lotId");

-- CreateIndex
CREATE UNIQUE INDEX "recall_buyer_key_key" ON "recall_buyer"("key");

-- CreateIndex
CREATE INDEX "recall_buyer_recallId_id_idx" ON "recall_buyer"("recallId", "id");

-- CreateIndex
CREATE INDEX "recall_order_orderId_idx" ON "recall_order"("orderId");

-- CreateIndex
CREATE INDEX "recall_order_buyerId_idx" ON "recall_order"("buyerId");

-- CreateIndex
CREATE INDEX "recall_answer_buyerId_id_idx" ON "recall_answer"("buyerId", "id");

-- CreateIndex
CREATE INDEX "diary_entry_inputId_doneOn_idx" ON "diary_entry"("inputId", "doneOn");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "harvest_cutOn_idx" ON "harvest"("cutOn");

-- CreateIndex
CREATE INDEX "lab_result_number_idx" ON "lab_result"("number");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "order_phone_idx" ON "order"("phone");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "box_packedBy_packedAt_idx" ON "box"("packedBy", "packedAt");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "box_packedAt_idx" ON "box"("packedAt");

-- AddForeignKey
ALTER TABLE "recall_lot" ADD CONSTRAINT "recall_lot_recallId_fkey" FOREIGN KEY ("recallId") REFERENCES "recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_lot" ADD CONSTRAINT "recall_lot_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_buyer" ADD CONSTRAINT "recall_buyer_recallId_fkey" FOREIGN KEY ("recallId") REFERENCES "recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_order" ADD CONSTRAINT "recall_order_recallId_fkey" FOREIGN KEY ("recallId") REFERENCES "recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_order" ADD CONSTRAINT "recall_order_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_order" ADD CONSTRAINT "recall_order_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "recall_buyer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_answer" ADD CONSTRAINT "recall_answer_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "recall_buyer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_end" ADD CONSTRAINT "recall_end_recallId_fkey" FOREIGN KEY ("recallId") REFERENCES "recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "recall"
  ADD CONSTRAINT "recall_says_why" CHECK (length("reason") BETWEEN 1 AND 300),
  ADD CONSTRAINT "recall_drill_is_measured" CHECK (
    CASE WHEN "drill" THEN "tookMs" >= 0 AND "accountedGrams" BETWEEN 0 AND "receivedGrams"
      ELSE "tookMs" IS NULL AND "receivedGrams" IS NULL AND "accountedGrams" IS NULL END);
ALTER TABLE "recall_end" ADD CONSTRAINT "recall_end_says_what" CHECK (length("conclusion") BETWEEN 1 AND 1000);
ALTER TABLE "recall_buyer" ADD CONSTRAINT "recall_buyer_key_is_long" CHECK (length("key") >= 12);
ALTER TABLE "recall_answer"
  ADD CONSTRAINT "recall_answer_by_office_says_who" CHECK (("via" = 'office') = ("byUser" IS NOT NULL));

-- A lot is in one open recall at a time; a drill is none. The lot's row is locked, so that of two at once the second sees
-- the first. A recall that is over takes no more lots.
CREATE FUNCTION recall_lot_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "lot" WHERE "id" = NEW."lotId" FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM "recall_end" WHERE "recallId" = NEW."recallId") THEN
    RAISE EXCEPTION 'recall % is over (constraint "recall_lot_while_open")', NEW."recallId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'recall_lot_while_open';
  END IF;
  IF NOT (SELECT "drill" FROM "recall" WHERE "id" = NEW."recallId") AND EXISTS (
    SELECT FROM "recall_lot" l JOIN "recall" r ON r."id" = l."recallId"
    WHERE l."lotId" = NEW."lotId" AND l."recallId" <> NEW."recallId" AND NOT r."drill"
      AND NOT EXISTS (SELECT FROM "recall_end" e WHERE e."recallId" = r."id")) THEN
    RAISE EXCEPTION 'lot % is in a recall already (constraint "recall_lot_once")', NEW."lotId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'recall_lot_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recall_lot_once" BEFORE INSERT ON "recall_lot" FOR EACH ROW EXECUTE FUNCTION recall_lot_once();

-- Nobody is told of a drill.
CREATE FUNCTION recall_drill_tells_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "drill" FROM "recall" WHERE "id" = NEW."recallId") THEN
    RAISE EXCEPTION 'recall % is a drill (constraint "recall_drill_tells_nobody")', NEW."recallId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'recall_drill_tells_nobody';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recall_drill_tells_nobody" BEFORE INSERT ON "recall_buyer"
  FOR EACH ROW EXECUTE FUNCTION recall_drill_tells_nobody();

CREATE TRIGGER "recall_stays" BEFORE UPDATE OR DELETE ON "recall"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_not_emptied" BEFORE TRUNCATE ON "recall"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_lot_stays" BEFORE UPDATE OR DELETE ON "recall_lot"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_lot_not_emptied" BEFORE TRUNCATE ON "recall_lot"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_buyer_stays" BEFORE UPDATE OR DELETE ON "recall_buyer"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_buyer_not_emptied" BEFORE TRUNCATE ON "recall_buyer"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_order_stays" BEFORE UPDATE OR DELETE ON "recall_order"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_order_not_emptied" BEFORE TRUNCATE ON "recall_order"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_answer_stays" BEFORE UPDATE OR DELETE ON "recall_answer"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_answer_not_emptied" BEFORE TRUNCATE ON "recall_answer"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_end_stays" BEFORE UPDATE OR DELETE ON "recall_end"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "recall_end_not_emptied" BEFORE TRUNCATE ON "recall_end"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
