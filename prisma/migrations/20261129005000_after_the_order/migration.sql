CREATE TYPE "OrderChangeKind" AS ENUM ('address', 'quantity');
CREATE TYPE "ClaimReason" AS ENUM ('hard_flesh', 'burnt_tips', 'watery', 'worm', 'bruised', 'unripe', 'wrong_fruit', 'other');
CREATE TYPE "ClaimAnswerKind" AS ENUM ('replace', 'refund', 'refuse');
ALTER TYPE "SmsKind" ADD VALUE 'order_placed';
ALTER TYPE "SmsKind" ADD VALUE 'order_paid';
ALTER TYPE "SmsKind" ADD VALUE 'order_packed';
ALTER TYPE "SmsKind" ADD VALUE 'order_shipped';
ALTER TYPE "SmsKind" ADD VALUE 'order_delivered';
ALTER TYPE "SmsKind" ADD VALUE 'order_cancelled';
ALTER TYPE "SmsKind" ADD VALUE 'claim_answered';
ALTER TABLE "order" ADD COLUMN     "replacement" BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE "order_change" (
    "id" BIGSERIAL NOT NULL,
    "orderId" TEXT NOT NULL,
    "kind" "OrderChangeKind" NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "totalBefore" BIGINT NOT NULL,
    "totalAfter" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,
    "why" TEXT,
    CONSTRAINT "order_change_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "boxId" TEXT,
    "reason" "ClaimReason" NOT NULL,
    "words" TEXT,
    "late" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),
    "erasedBy" TEXT,
    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "claim_photo" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA,
    CONSTRAINT "claim_photo_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "claim_answer" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "kind" "ClaimAnswerKind" NOT NULL,
    "amountDong" BIGINT,
    "newOrderId" TEXT,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    CONSTRAINT "claim_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "order_change_orderId_idx" ON "order_change"("orderId");
CREATE INDEX "claim_orderId_idx" ON "claim"("orderId");
CREATE INDEX "claim_lineId_idx" ON "claim"("lineId");
CREATE INDEX "claim_boxId_idx" ON "claim"("boxId");
CREATE INDEX "claim_at_idx" ON "claim"("at");
CREATE UNIQUE INDEX "claim_photo_claimId_position_key" ON "claim_photo"("claimId", "position");
CREATE UNIQUE INDEX "claim_answer_newOrderId_key" ON "claim_answer"("newOrderId");
CREATE INDEX "claim_answer_claimId_idx" ON "claim_answer"("claimId");
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_photo" ADD CONSTRAINT "claim_photo_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_answer" ADD CONSTRAINT "claim_answer_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_answer" ADD CONSTRAINT "claim_answer_newOrderId_fkey" FOREIGN KEY ("newOrderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Changes until an order is packed

-- A line's quantity may change while nothing of its order is packed; nothing else of it ever does.
CREATE FUNCTION order_line_until_packed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR NEW."quantity" = OLD."quantity"
     OR to_jsonb(NEW) - 'quantity' - 'lineDong' <> to_jsonb(OLD) - 'quantity' - 'lineDong'
     OR NOT EXISTS (SELECT 1 FROM "order" o WHERE o."id" = OLD."orderId" AND o."state" = 'placed')
     OR EXISTS (
       SELECT 1 FROM "box" b WHERE b."orderId" = OLD."orderId"
         AND NOT EXISTS (SELECT 1 FROM "box_unpacking" u WHERE u."boxId" = b."id")) THEN
    RAISE EXCEPTION 'line % stays as it was ordered (constraint "append_only")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER "order_line_stays" ON "order_line";
CREATE TRIGGER "order_line_stays" BEFORE UPDATE OR DELETE ON "order_line"
  FOR EACH ROW EXECUTE FUNCTION order_line_until_packed();
CREATE CONSTRAINT TRIGGER "changed_line_adds_up" AFTER UPDATE ON "order_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION line_adds_up();

CREATE TRIGGER "order_change_stays" BEFORE UPDATE OR DELETE ON "order_change"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "order_change_not_emptied" BEFORE TRUNCATE ON "order_change"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- ---------------------------------------------------------------- Fruit sent anew costs nothing

ALTER TABLE "order"
  DROP CONSTRAINT "order_sum",
  ADD CONSTRAINT "order_sum" CHECK (
    "totalDong" = "goodsDong" + "deliveryDong"
    AND CASE WHEN "replacement" THEN "totalDong" = 0 AND "goodsDong" = 0 ELSE "goodsDong" > 0 AND "deliveryDong" >= 0 END);
ALTER TABLE "order_line"
  DROP CONSTRAINT "order_line_sum",
  ADD CONSTRAINT "order_line_sum" CHECK (
    "quantity" > 0 AND "unitPriceDong" >= 0 AND "lineDong" = "quantity" * "unitPriceDong");

CREATE FUNCTION line_costs_unless_it_replaces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."unitPriceDong" = 0) IS DISTINCT FROM (SELECT o."replacement" FROM "order" o WHERE o."id" = NEW."orderId") THEN
    RAISE EXCEPTION 'line % is free, or not, against its order (constraint "line_costs_unless_it_replaces")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'line_costs_unless_it_replaces';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "line_costs_unless_it_replaces" AFTER INSERT ON "order_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION line_costs_unless_it_replaces();

CREATE FUNCTION replacement_answers_a_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."replacement" AND NOT EXISTS (SELECT 1 FROM "claim_answer" a WHERE a."newOrderId" = NEW."id") THEN
    RAISE EXCEPTION 'order % is free and answers no claim (constraint "replacement_answers_a_claim")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'replacement_answers_a_claim';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "replacement_answers_a_claim" AFTER INSERT OR UPDATE OF "replacement" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION replacement_answers_a_claim();

-- ---------------------------------------------------------------- Claims

ALTER TABLE "claim"
  ADD CONSTRAINT "claim_words" CHECK (length("words") BETWEEN 1 AND 500),
  ADD CONSTRAINT "claim_erased" CHECK (
    ("erasedAt" IS NULL) = ("erasedBy" IS NULL) AND ("erasedAt" IS NULL OR "words" IS NULL));
-- One claim a box, and one a line for all of its boxes: what is found later is said by answering again.
CREATE UNIQUE INDEX "claim_once_a_box" ON "claim" ("boxId") WHERE "boxId" IS NOT NULL;
CREATE UNIQUE INDEX "claim_once_a_line" ON "claim" ("lineId") WHERE "boxId" IS NULL;

CREATE FUNCTION claim_is_of_sent_fruit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "order" o JOIN "order_line" l ON l."orderId" = o."id"
    WHERE o."id" = NEW."orderId" AND l."id" = NEW."lineId" AND o."state" IN ('shipped', 'delivered')
  ) OR (NEW."boxId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "box" b WHERE b."id" = NEW."boxId" AND b."lineId" = NEW."lineId"
      AND NOT EXISTS (SELECT 1 FROM "box_unpacking" u WHERE u."boxId" = b."id")
  )) THEN
    RAISE EXCEPTION 'claim % is of no fruit that was sent (constraint "claim_is_of_sent_fruit")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_is_of_sent_fruit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_is_of_sent_fruit" BEFORE INSERT ON "claim" FOR EACH ROW EXECUTE FUNCTION claim_is_of_sent_fruit();

-- Nothing of a claim changes but that its words and pictures are erased, once.
CREATE FUNCTION claim_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD."erasedAt" IS NOT NULL OR NEW."erasedAt" IS NULL
     OR to_jsonb(NEW) - 'words' - 'erasedAt' - 'erasedBy' <> to_jsonb(OLD) - 'words' - 'erasedAt' - 'erasedBy' THEN
    RAISE EXCEPTION 'a claim stays (constraint "claim_stays")' USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_stays" BEFORE UPDATE OR DELETE ON "claim" FOR EACH ROW EXECUTE FUNCTION claim_stays();
CREATE TRIGGER "claim_not_emptied" BEFORE TRUNCATE ON "claim" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

ALTER TABLE "claim_photo" ADD CONSTRAINT "claim_photo_position" CHECK ("position" BETWEEN 0 AND 2);

CREATE FUNCTION claim_photo_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."bytes" IS NULL AND OLD."bytes" IS NOT NULL
     AND (NEW."id", NEW."claimId", NEW."position") IS NOT DISTINCT FROM (OLD."id", OLD."claimId", OLD."position") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a claim''s photo stays until it is erased (constraint "claim_photo_stays")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_photo_stays';
END $$;
CREATE TRIGGER "claim_photo_stays" BEFORE UPDATE OR DELETE ON "claim_photo" FOR EACH ROW EXECUTE FUNCTION claim_photo_stays();
CREATE TRIGGER "claim_photo_not_emptied" BEFORE TRUNCATE ON "claim_photo"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

CREATE FUNCTION claim_erased_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "claim" c JOIN "claim_photo" p ON p."claimId" = c."id"
    WHERE c."id" = NEW."id" AND c."erasedAt" IS NOT NULL AND p."bytes" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a photo of claim % is left (constraint "claim_erased_whole")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_erased_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "claim_erased_whole" AFTER UPDATE ON "claim"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claim_erased_whole();

-- ---------------------------------------------------------------- What a claim is answered

ALTER TABLE "claim_answer"
  ADD CONSTRAINT "claim_answer_words" CHECK (length("words") BETWEEN 1 AND 500),
  ADD CONSTRAINT "claim_answer_refund" CHECK (("kind" = 'refund') = ("amountDong" IS NOT NULL) AND "amountDong" > 0),
  ADD CONSTRAINT "claim_answer_replacement" CHECK (("kind" = 'replace') = ("newOrderId" IS NOT NULL));
-- What is given is given once.
CREATE UNIQUE INDEX "claim_granted_once" ON "claim_answer" ("claimId") WHERE "kind" <> 'refuse';

CREATE FUNCTION claim_refund_within_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'refund' AND (
    SELECT sum(a."amountDong") FROM "claim_answer" a JOIN "claim" c ON c."id" = a."claimId"
    WHERE c."orderId" = (SELECT "orderId" FROM "claim" WHERE "id" = NEW."claimId")
  ) > (SELECT o."totalDong" FROM "order" o JOIN "claim" c ON c."orderId" = o."id" WHERE c."id" = NEW."claimId") THEN
    RAISE EXCEPTION 'more is given back than the order cost (constraint "claim_refund_within_order")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_refund_within_order';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "claim_answer" a WHERE a."claimId" = NEW."claimId" AND a."kind" <> 'refuse' AND a."id" <> NEW."id"
  ) THEN
    RAISE EXCEPTION 'claim % was granted (constraint "claim_granted_once")', NEW."claimId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_granted_once';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "claim_refund_within_order" AFTER INSERT ON "claim_answer"
  FOR EACH ROW EXECUTE FUNCTION claim_refund_within_order();
CREATE TRIGGER "claim_answer_stays" BEFORE UPDATE OR DELETE ON "claim_answer"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "claim_answer_not_emptied" BEFORE TRUNCATE ON "claim_answer"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
