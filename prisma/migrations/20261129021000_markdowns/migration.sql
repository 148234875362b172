CREATE TABLE "lot_markdown" (
    "id" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "percent" INTEGER,
    "kiloDong" BIGINT,
    "reason" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,
    CONSTRAINT "lot_markdown_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "order_line" ADD COLUMN "markdownId" TEXT;
CREATE INDEX "lot_markdown_lotId_idx" ON "lot_markdown"("lotId");
CREATE INDEX "order_line_markdownId_idx" ON "order_line"("markdownId");
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_markdownId_fkey" FOREIGN KEY ("markdownId") REFERENCES "lot_markdown"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lot_markdown" ADD CONSTRAINT "lot_markdown_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- A mark-down of a lot

ALTER TABLE "lot_markdown"
  ADD CONSTRAINT "lot_markdown_takes_off" CHECK (
    num_nonnulls("percent", "kiloDong") = 1 AND "percent" BETWEEN 1 AND 90 AND "kiloDong" BETWEEN 1000 AND 100000000),
  ADD CONSTRAINT "lot_markdown_reason" CHECK (length("reason") BETWEEN 1 AND 200),
  ADD CONSTRAINT "lot_markdown_time" CHECK ("endsAt" > "createdAt" AND "endedAt" >= "createdAt"),
  ADD CONSTRAINT "lot_markdown_ended_by" CHECK ("endedBy" IS NULL OR "endedAt" IS NOT NULL);
-- Whoever marks a lot down again first ends what is over: then one price stands at a time.
CREATE UNIQUE INDEX "lot_markdown_one_at_a_time" ON "lot_markdown" ("lotId") WHERE "endedAt" IS NULL;

CREATE FUNCTION lot_markdown_within_its_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."endsAt" > (SELECT (l."bestBefore" + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' FROM "lot" l WHERE l."id" = NEW."lotId") THEN
    RAISE EXCEPTION 'mark-down % ends after its lot is best (constraint "lot_markdown_within_its_day")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_markdown_within_its_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "lot_markdown_within_its_day" BEFORE INSERT ON "lot_markdown"
  FOR EACH ROW EXECUTE FUNCTION lot_markdown_within_its_day();

CREATE FUNCTION lot_markdown_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR NEW."endedAt" IS NULL
     OR to_jsonb(NEW) - 'endedAt' - 'endedBy' <> to_jsonb(OLD) - 'endedAt' - 'endedBy' THEN
    RAISE EXCEPTION 'mark-down % only ends, once (constraint "append_only")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "lot_markdown_ends_once" BEFORE UPDATE ON "lot_markdown"
  FOR EACH ROW EXECUTE FUNCTION lot_markdown_ends_once();
CREATE TRIGGER "lot_markdown_stays" BEFORE DELETE ON "lot_markdown"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "lot_markdown_not_emptied" BEFORE TRUNCATE ON "lot_markdown"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- ---------------------------------------------------------------- A line's price is that of the mark-down that it names

-- Whole hundreds of đồng, down. Of pieces by weight both prices are a kilogram's.
CREATE FUNCTION marked_down_dong("price" bigint, "unitGrams" integer, "mostGrams" integer, "percent" integer, "kiloDong" bigint)
RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN "percent" IS NOT NULL THEN "price" * (100 - "percent") / 10000 * 100
    WHEN "mostGrams" IS NOT NULL THEN "kiloDong" / 100 * 100
    ELSE "kiloDong" * "unitGrams" / 100000 * 100
  END
$$;

CREATE FUNCTION line_costs_its_markdown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "lot_markdown" m
      JOIN "lot" l ON l."id" = m."lotId"
      JOIN "product" p ON p."id" = NEW."productId" AND p."varietyCode" = l."varietyCode" AND p."grade" = l."grade"
      JOIN "order" o ON o."id" = NEW."orderId"
    WHERE m."id" = NEW."markdownId"
      AND m."createdAt" <= o."placedAt" AND m."endsAt" > o."placedAt" AND (m."endedAt" IS NULL OR m."endedAt" > o."placedAt")
      AND NEW."unitPriceDong" = marked_down_dong(p."priceDong", p."unitGrams", p."mostGrams", m."percent", m."kiloDong")
      AND NEW."unitPriceDong" BETWEEN 1 AND p."priceDong" - 1
  ) THEN
    RAISE EXCEPTION 'line % is not at the price of its mark-down (constraint "line_costs_its_markdown")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'line_costs_its_markdown';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "line_costs_its_markdown" AFTER INSERT ON "order_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."markdownId" IS NOT NULL) EXECUTE FUNCTION line_costs_its_markdown();

-- ---------------------------------------------------------------- It is promised and packed from that lot alone

CREATE FUNCTION from_the_lot_marked_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "order_line" l JOIN "lot_markdown" m ON m."id" = l."markdownId"
    WHERE l."id" = NEW."lineId" AND m."lotId" <> NEW."lotId"
  ) THEN
    RAISE EXCEPTION 'line % was sold from a lot that was marked down, and this is another (constraint "from_the_lot_marked_down")', NEW."lineId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'from_the_lot_marked_down';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "reservation_from_the_lot_marked_down" BEFORE INSERT ON "reservation"
  FOR EACH ROW WHEN (NEW."lineId" IS NOT NULL) EXECUTE FUNCTION from_the_lot_marked_down();
CREATE TRIGGER "box_from_the_lot_marked_down" BEFORE INSERT ON "box"
  FOR EACH ROW EXECUTE FUNCTION from_the_lot_marked_down();
