-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "sscc" TEXT;

-- CreateTable
CREATE TABLE "epcis_event" (
    "position" BIGSERIAL NOT NULL,
    "owner" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "declaredAt" TEXT NOT NULL,
    "eventTime" TIMESTAMPTZ(6) NOT NULL,
    "recordTime" TIMESTAMPTZ(3) NOT NULL,
    "terms" TEXT[],
    "numbers" JSONB NOT NULL,
    "body" JSONB,
    "traceEventId" TEXT,
    "captureId" TEXT,

    CONSTRAINT "epcis_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "epcis_value" (
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "epcis_value_pkey" PRIMARY KEY ("kind","owner","value")
);

-- CreateTable
CREATE TABLE "capture_job" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "errorBehaviour" TEXT NOT NULL,
    "success" BOOLEAN NOT NULL,
    "errors" JSONB NOT NULL,
    "envelope" JSONB NOT NULL,

    CONSTRAINT "capture_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_key" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "madeBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "capture_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "named_query" (
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "named_query_pkey" PRIMARY KEY ("owner","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "epcis_event_traceEventId_key" ON "epcis_event"("traceEventId");

-- CreateIndex
CREATE INDEX "epcis_event_owner_recordTime_position_idx" ON "epcis_event"("owner", "recordTime", "position");

-- CreateIndex
CREATE INDEX "epcis_event_owner_eventTime_position_idx" ON "epcis_event"("owner", "eventTime", "position");

-- CreateIndex
CREATE INDEX "epcis_event_recordTime_position_idx" ON "epcis_event"("recordTime", "position");

-- CreateIndex
CREATE INDEX "epcis_event_eventTime_position_idx" ON "epcis_event"("eventTime", "position");

-- CreateIndex
CREATE INDEX "epcis_event_terms_idx" ON "epcis_event" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "epcis_event_captureId_idx" ON "epcis_event"("captureId");

-- CreateIndex
CREATE UNIQUE INDEX "epcis_event_eventId_declaredAt_owner_key" ON "epcis_event"("eventId", "declaredAt", "owner");

-- CreateIndex
CREATE INDEX "epcis_value_kind_value_idx" ON "epcis_value"("kind", "value");

-- CreateIndex
CREATE INDEX "capture_job_owner_id_idx" ON "capture_job"("owner", "id");

-- CreateIndex
CREATE UNIQUE INDEX "capture_key_hash_key" ON "capture_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_sscc_key" ON "shipment"("sscc");

-- AddForeignKey
ALTER TABLE "epcis_event" ADD CONSTRAINT "epcis_event_traceEventId_fkey" FOREIGN KEY ("traceEventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epcis_event" ADD CONSTRAINT "epcis_event_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "capture_job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

-- Values are listed and cut by prefix in the order of their bytes.
ALTER TABLE "epcis_value" ALTER COLUMN "value" TYPE TEXT COLLATE "C";

ALTER TABLE "epcis_event"
  ADD CONSTRAINT "epcis_event_has_one_body" CHECK (("traceEventId" IS NULL) = ("body" IS NOT NULL)),
  ADD CONSTRAINT "epcis_event_own_or_captured" CHECK (("traceEventId" IS NULL) = ("captureId" IS NOT NULL) AND ("owner" = 'own') = ("captureId" IS NULL));

ALTER TABLE "capture_job" ADD CONSTRAINT "capture_job_behaviour" CHECK ("errorBehaviour" IN ('rollback', 'proceed'));
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_sscc_form" CHECK ("sscc" ~ '^[0-9]{18}$');

-- Numbers of shipments, one after the other: no two of the cooperative's SSCCs are equal.
CREATE SEQUENCE "sscc_serial" MINVALUE 0 START 0;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['epcis_event', 'epcis_value', 'capture_job'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
