CREATE TABLE "checkout_hold" (
    "id" TEXT NOT NULL,
    "network" TEXT,
    "lines" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "checkout_hold_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "checkout_hold_expiresAt_idx" ON "checkout_hold"("expiresAt");

ALTER TABLE "reservation" DROP CONSTRAINT "reservation_lineId_fkey";

ALTER TABLE "reservation" ADD COLUMN     "holdId" TEXT,
ALTER COLUMN "lineId" DROP NOT NULL;

CREATE INDEX "reservation_holdId_idx" ON "reservation"("holdId");

ALTER TABLE "reservation" ADD CONSTRAINT "reservation_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reservation" ADD CONSTRAINT "reservation_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "checkout_hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Invariant 1: what is held is reserved

ALTER TABLE "reservation"
  ADD CONSTRAINT "reservation_is_for_one" CHECK (num_nonnulls("lineId", "holdId") = 1),
  ADD CONSTRAINT "reservation_hold_ends" CHECK ("holdId" IS NULL OR "expiresAt" IS NOT NULL);
ALTER TABLE "checkout_hold" ADD CONSTRAINT "checkout_hold_times" CHECK ("expiresAt" > "startedAt");

-- Whoever looks for free fruit counts that of lapsed holds as free, and must find them fast.
CREATE INDEX "reservation_held" ON "reservation" ("lotId") WHERE "state" = 'active' AND "holdId" IS NOT NULL;
CREATE INDEX "checkout_hold_open" ON "checkout_hold" ("network") WHERE "endedAt" IS NULL;

CREATE OR REPLACE FUNCTION reservation_moves_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" = 'active' THEN
      PERFORM refuse_if_held(NEW."lotId");
      UPDATE "lot_balance" SET "reservedGrams" = "reservedGrams" + NEW."grams" WHERE "lotId" = NEW."lotId";
    END IF;
    RETURN NULL;
  END IF;
  IF (NEW."lotId", NEW."lineId", NEW."holdId") IS DISTINCT FROM (OLD."lotId", OLD."lineId", OLD."holdId")
     OR (OLD."state" <> 'active' AND NEW IS DISTINCT FROM OLD) THEN
    RAISE EXCEPTION 'a reservation keeps its lot and line, and is closed once (constraint "reservation_closes_once")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_closes_once';
  END IF;
  UPDATE "lot_balance"
    SET "reservedGrams" = "reservedGrams"
      - (CASE WHEN OLD."state" = 'active' THEN OLD."grams" ELSE 0 END)
      + (CASE WHEN NEW."state" = 'active' THEN NEW."grams" ELSE 0 END)
    WHERE "lotId" = NEW."lotId";
  RETURN NULL;
END $$;

-- What was held for a checkout and is over tells nothing of any order: it may go, and nothing else.
CREATE OR REPLACE FUNCTION reservation_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."holdId" IS NOT NULL AND OLD."state" <> 'active' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'a reservation is closed, never removed (constraint "reservation_is_kept")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_is_kept';
END $$;
