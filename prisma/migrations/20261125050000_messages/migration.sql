-- CreateEnum
CREATE TYPE "SmsOutcome" AS ENUM ('done', 'refused', 'unclear', 'stranger', 'silent');

-- CreateEnum
CREATE TYPE "SmsKind" AS ENUM ('answer', 'unclear', 'stranger', 'notice');

-- CreateEnum
CREATE TYPE "SmsState" AS ENUM ('queued', 'sent', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "sms_inbound" (
    "id" TEXT NOT NULL,
    "gatewayId" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "userId" TEXT,
    "message" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "SmsOutcome" NOT NULL,
    "harvestId" TEXT,
    "undoCode" TEXT,

    CONSTRAINT "sms_inbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sms_outbound" (
    "id" TEXT NOT NULL,
    "kind" "SmsKind" NOT NULL,
    "phone" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answersId" TEXT,
    "strangerDay" DATE,
    "demo" BOOLEAN NOT NULL,
    "state" "SmsState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "trouble" TEXT,

    CONSTRAINT "sms_outbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "harvest_undone" (
    "harvestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "harvest_undone_pkey" PRIMARY KEY ("harvestId")
);

-- CreateIndex
CREATE UNIQUE INDEX "sms_inbound_gatewayId_key" ON "sms_inbound"("gatewayId");

-- CreateIndex
CREATE UNIQUE INDEX "sms_inbound_harvestId_key" ON "sms_inbound"("harvestId");

-- CreateIndex
CREATE INDEX "sms_inbound_userId_arrivedAt_idx" ON "sms_inbound"("userId", "arrivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "sms_outbound_answersId_key" ON "sms_outbound"("answersId");

-- CreateIndex
CREATE INDEX "sms_outbound_phone_createdAt_idx" ON "sms_outbound"("phone", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "sms_outbound_phone_strangerDay_key" ON "sms_outbound"("phone", "strangerDay");

-- AddForeignKey
ALTER TABLE "sms_outbound" ADD CONSTRAINT "sms_outbound_answersId_fkey" FOREIGN KEY ("answersId") REFERENCES "sms_inbound"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Harvests keep their own schema file; these are foreign keys all the same.
ALTER TABLE "sms_inbound" ADD CONSTRAINT "sms_inbound_harvestId_fkey" FOREIGN KEY ("harvestId") REFERENCES "harvest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "harvest_undone" ADD CONSTRAINT "harvest_undone_harvestId_fkey" FOREIGN KEY ("harvestId") REFERENCES "harvest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the columns may hold.
ALTER TABLE "sms_inbound"
  ADD CONSTRAINT "sms_inbound_form" CHECK (
    length("gatewayId") BETWEEN 1 AND 100 AND length("sender") BETWEEN 1 AND 40 AND length("message") <= 2000),
  ADD CONSTRAINT "sms_inbound_undo_code" CHECK (
    ("harvestId" IS NULL) = ("undoCode" IS NULL) AND "undoCode" ~ '^[0-9]{4}$');
ALTER TABLE "sms_outbound"
  ADD CONSTRAINT "sms_outbound_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "sms_outbound_one_segment" CHECK (length("text") BETWEEN 1 AND 160),
  ADD CONSTRAINT "sms_outbound_stranger_day" CHECK (("kind" = 'stranger') = ("strangerDay" IS NOT NULL)),
  ADD CONSTRAINT "sms_outbound_demo_stays" CHECK (NOT "demo" OR "state" = 'queued'),
  ADD CONSTRAINT "sms_outbound_times" CHECK (
    ("state" NOT IN ('sent', 'delivered') OR "sentAt" IS NOT NULL) AND ("state" = 'delivered') = ("deliveredAt" IS NOT NULL)),
  ADD CONSTRAINT "sms_outbound_attempts" CHECK ("attempts" >= 0);
ALTER TABLE "harvest_undone" ADD CONSTRAINT "harvest_undone_says_why" CHECK (length("reason") > 0);

CREATE INDEX "sms_outbound_waiting" ON "sms_outbound" ("nextAt") WHERE "state" = 'queued' AND NOT "demo";

-- What came in stays as it was; it may be cleared once its gateway no longer tells of it again (14 tries, two days).
CREATE FUNCTION sms_inbound_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."arrivedAt" < now() - interval '7 days' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a message that came in stays (constraint "sms_inbound_stays")' USING ERRCODE = 'check_violation', CONSTRAINT = 'sms_inbound_stays';
END $$;
CREATE TRIGGER "sms_inbound_stays" BEFORE UPDATE OR DELETE ON "sms_inbound" FOR EACH ROW EXECUTE FUNCTION sms_inbound_stays();
CREATE TRIGGER "sms_inbound_not_emptied" BEFORE TRUNCATE ON "sms_inbound" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- What is to be sent keeps its words and whom it is for, and goes one way: queued, sent, delivered; or failed.
CREATE FUNCTION sms_outbound_goes_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."kind", NEW."phone", NEW."text", NEW."strangerDay", NEW."demo", NEW."createdAt")
     IS DISTINCT FROM (OLD."id", OLD."kind", OLD."phone", OLD."text", OLD."strangerDay", OLD."demo", OLD."createdAt")
     OR (OLD."state" IN ('delivered', 'failed') AND NEW."state" <> OLD."state")
     OR (OLD."state" = 'sent' AND NEW."state" = 'queued') THEN
    RAISE EXCEPTION 'message % goes one way (constraint "sms_outbound_one_way")', OLD."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'sms_outbound_one_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sms_outbound_goes_one_way" BEFORE UPDATE ON "sms_outbound" FOR EACH ROW EXECUTE FUNCTION sms_outbound_goes_one_way();

-- Undone soon after it was recorded, and nothing of it is left: no gram, no promise, no box, and the trace says so.
CREATE FUNCTION harvest_undone_leaves_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "harvest" h
    WHERE h."id" = NEW."harvestId" AND NEW."at" BETWEEN h."recordedAt" AND h."recordedAt" + interval '30 minutes'
  ) THEN
    RAISE EXCEPTION 'harvest % is undone too late (constraint "harvest_undone_soon")', NEW."harvestId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'harvest_undone_soon';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "lot" l JOIN "lot_balance" b ON b."lotId" = l."id"
    WHERE l."harvestId" = NEW."harvestId"
      AND (b."onHandGrams" <> 0 OR b."reservedGrams" <> 0 OR EXISTS (SELECT 1 FROM "box" x WHERE x."lotId" = l."id"))
  ) THEN
    RAISE EXCEPTION 'fruit of harvest % is left (constraint "harvest_undone_leaves_nothing")', NEW."harvestId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'harvest_undone_leaves_nothing';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "trace_about" a JOIN "trace_event" e ON e."id" = a."eventId"
    WHERE a."subject" = 'harvest' AND a."subjectId" = NEW."harvestId" AND e."body" ? 'errorDeclaration'
  ) THEN
    RAISE EXCEPTION 'the trace does not say that harvest % is undone (constraint "harvest_undone_is_told")', NEW."harvestId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'harvest_undone_is_told';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "harvest_undone_leaves_nothing" AFTER INSERT ON "harvest_undone"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION harvest_undone_leaves_nothing();

CREATE FUNCTION undone_harvest_stays_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."grams" > 0 AND EXISTS (
    SELECT 1 FROM "lot" l JOIN "harvest_undone" u ON u."harvestId" = l."harvestId" WHERE l."id" = NEW."lotId"
  ) THEN
    RAISE EXCEPTION 'the harvest of lot % is undone (constraint "undone_harvest_stays_empty")', NEW."lotId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'undone_harvest_stays_empty';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "undone_harvest_stays_empty" AFTER INSERT ON "stock_move" FOR EACH ROW EXECUTE FUNCTION undone_harvest_stays_empty();

CREATE TRIGGER "harvest_undone_stays" BEFORE UPDATE OR DELETE ON "harvest_undone"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "harvest_undone_not_emptied" BEFORE TRUNCATE ON "harvest_undone"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
