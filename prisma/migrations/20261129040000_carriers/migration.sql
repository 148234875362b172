CREATE TYPE "ConsignmentState" AS ENUM ('wanted', 'booked', 'refused', 'unwanted', 'cancelled');

CREATE TYPE "CarrierState" AS ENUM ('waiting', 'collecting', 'collected', 'stored', 'moving', 'delivering', 'delivered', 'failed', 'returning', 'returned', 'cancelled', 'trouble', 'damaged', 'lost', 'unknown');

CREATE TYPE "HandoverTo" AS ENUM ('carrier', 'buyer');

CREATE TABLE "consignment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "clientCode" TEXT NOT NULL,
    "state" "ConsignmentState" NOT NULL DEFAULT 'wanted',
    "tracking" TEXT,
    "sortCode" TEXT,
    "feeDong" BIGINT,
    "expectedAt" TIMESTAMPTZ(3),
    "trouble" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "wantedAt" TIMESTAMPTZ(3) NOT NULL,
    "wantedBy" TEXT NOT NULL,
    "whereabouts" "CarrierState",
    "wantsStaff" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "consignment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "carrier_event" (
    "id" BIGSERIAL NOT NULL,
    "consignmentId" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "state" "CarrierState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "handover_photo" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "to" "HandoverTo" NOT NULL,
    "sha256" TEXT NOT NULL,
    "originalSha256" TEXT NOT NULL,
    "bytes" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "handover_photo_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "consignment_clientCode_key" ON "consignment"("clientCode");

CREATE INDEX "consignment_orderId_idx" ON "consignment"("orderId");

CREATE UNIQUE INDEX "consignment_carrier_tracking_key" ON "consignment"("carrier", "tracking");

CREATE UNIQUE INDEX "carrier_event_consignmentId_said_at_key" ON "carrier_event"("consignmentId", "said", "at");

CREATE UNIQUE INDEX "handover_photo_orderId_to_sha256_key" ON "handover_photo"("orderId", "to", "sha256");

ALTER TABLE "consignment" ADD CONSTRAINT "consignment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "carrier_event" ADD CONSTRAINT "carrier_event_consignmentId_fkey" FOREIGN KEY ("consignmentId") REFERENCES "consignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "handover_photo" ADD CONSTRAINT "handover_photo_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- An order is given to one carrier at a time

ALTER TABLE "consignment"
  ADD CONSTRAINT "consignment_carrier" CHECK ("carrier" IN ('ghn')),
  ADD CONSTRAINT "consignment_tracking" CHECK ("tracking" ~ '^[A-Za-z0-9._-]{1,40}$'),
  ADD CONSTRAINT "consignment_booked_has_number" CHECK ("state" <> 'booked' OR "tracking" IS NOT NULL),
  ADD CONSTRAINT "consignment_refused_says_why" CHECK (
    "state" <> 'refused' OR ("trouble" IS NOT NULL AND "tracking" IS NULL AND "dueAt" IS NULL)),
  ADD CONSTRAINT "consignment_wanted_is_due" CHECK ("state" <> 'wanted' OR "dueAt" IS NOT NULL),
  ADD CONSTRAINT "consignment_words" CHECK (length("trouble") BETWEEN 1 AND 300 AND length("sortCode") BETWEEN 1 AND 60),
  ADD CONSTRAINT "consignment_numbers" CHECK ("tries" >= 0 AND "feeDong" >= 0);
CREATE UNIQUE INDEX "consignment_one_alive" ON "consignment" ("orderId") WHERE "state" IN ('wanted', 'booked');
CREATE INDEX "consignment_due" ON "consignment" ("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "consignment_wants_staff" ON "consignment" ("orderId") WHERE "wantsStaff";

CREATE FUNCTION consignment_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR (NEW."id", NEW."orderId", NEW."carrier", NEW."clientCode", NEW."wantedAt", NEW."wantedBy")
        IS DISTINCT FROM (OLD."id", OLD."orderId", OLD."carrier", OLD."clientCode", OLD."wantedAt", OLD."wantedBy")
     OR (OLD."tracking" IS NOT NULL AND NEW."tracking" IS DISTINCT FROM OLD."tracking")
     OR (NEW."state" <> OLD."state" AND NOT (
       (OLD."state" = 'wanted' AND NEW."state" IN ('booked', 'refused', 'unwanted'))
       OR (OLD."state" = 'booked' AND NEW."state" IN ('unwanted', 'cancelled'))
       OR (OLD."state" = 'unwanted' AND NEW."state" IN ('cancelled', 'booked')))) THEN
    RAISE EXCEPTION 'consignment % is kept and goes forward only (constraint "consignment_way")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consignment_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "consignment_goes_forward" BEFORE UPDATE OR DELETE ON "consignment"
  FOR EACH ROW EXECUTE FUNCTION consignment_goes_forward();

-- ---------------------------------------------------------------- What carriers tell is kept as it was told

ALTER TABLE "carrier_event" ADD CONSTRAINT "carrier_event_said" CHECK (length("said") BETWEEN 1 AND 60);
CREATE TRIGGER "carrier_event_stays" BEFORE UPDATE OR DELETE ON "carrier_event"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "carrier_event_not_emptied" BEFORE TRUNCATE ON "carrier_event"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- ---------------------------------------------------------------- Photos of handing over go with their order's data

ALTER TABLE "handover_photo" ADD CONSTRAINT "handover_photo_hashes" CHECK (
  "sha256" ~ '^[0-9a-f]{64}$' AND "originalSha256" ~ '^[0-9a-f]{64}$');

CREATE FUNCTION handover_photo_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."bytes" IS NULL AND OLD."bytes" IS NOT NULL
     AND to_jsonb(NEW) - 'bytes' = to_jsonb(OLD) - 'bytes' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a handover''s photo stays until it is erased (constraint "handover_photo_stays")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_photo_stays';
END $$;
CREATE TRIGGER "handover_photo_stays" BEFORE UPDATE OR DELETE ON "handover_photo"
  FOR EACH ROW EXECUTE FUNCTION handover_photo_stays();
CREATE TRIGGER "handover_photo_not_emptied" BEFORE TRUNCATE ON "handover_photo"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- Whoever erases an order erases the photos of its buyer's door with it.
CREATE FUNCTION erased_order_has_no_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "handover_photo" SET "bytes" = NULL WHERE "orderId" = NEW."id" AND "bytes" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "erased_order_has_no_photo" AFTER UPDATE OF "erasedAt" ON "order"
  FOR EACH ROW WHEN (NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION erased_order_has_no_photo();
