ALTER TABLE "product" ADD COLUMN     "mostGrams" INTEGER;

ALTER TABLE "order" ADD COLUMN     "discountDong" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "finalDong" BIGINT;

ALTER TABLE "order_line" ADD COLUMN     "estimateDong" BIGINT,
ADD COLUMN     "finalDong" BIGINT,
ADD COLUMN     "finalGrams" INTEGER,
ADD COLUMN     "mostGrams" INTEGER;

-- ---------------------------------------------------------------- Invariant 5: paid by the exact weight, never above the most

-- A product by weight has a price for the kilogram, and pieces that weigh from unitGrams to mostGrams.
ALTER TABLE "product"
  ADD CONSTRAINT "product_weight_range" CHECK ("mostGrams" IS NULL OR ("mostGrams" > "unitGrams" AND "saleUnit" = 'piece'));

ALTER TABLE "order"
  DROP CONSTRAINT "order_sum",
  ADD CONSTRAINT "order_sum" CHECK (
    "totalDong" = "goodsDong" - "discountDong" + "deliveryDong"
    AND CASE WHEN "replacement" THEN "totalDong" = 0 AND "goodsDong" = 0 AND "discountDong" = 0
      ELSE "goodsDong" > 0 AND "deliveryDong" >= 0 AND "discountDong" BETWEEN 0 AND "goodsDong" - 1 END),
  ADD CONSTRAINT "order_final" CHECK ("finalDong" BETWEEN 0 AND "totalDong");

-- Of a line by weight, lineDong is the most that it can cost.
ALTER TABLE "order_line"
  DROP CONSTRAINT "order_line_sum",
  ADD CONSTRAINT "order_line_sum" CHECK (
    "quantity" > 0 AND "unitPriceDong" >= 0 AND CASE WHEN "mostGrams" IS NULL
      THEN "lineDong" = "quantity" * "unitPriceDong" AND "estimateDong" IS NULL
      ELSE "mostGrams" > "unitGrams" AND "estimateDong" IS NOT NULL AND "estimateDong" BETWEEN 1 AND "lineDong"
        AND "lineDong" = ("quantity"::bigint * "mostGrams" * "unitPriceDong" + 500) / 1000
    END),
  ADD CONSTRAINT "order_line_final" CHECK (
    num_nulls("finalGrams", "finalDong") <> 1 AND ("finalGrams" IS NULL OR (
      "mostGrams" IS NOT NULL AND "finalGrams" BETWEEN "quantity" * "unitGrams" AND "quantity"::bigint * "mostGrams"
      AND "finalDong" = ("finalGrams" * "unitPriceDong" + 500) / 1000)));

-- What was agreed stays but for its quantity until packing; what the scale said comes to it.
CREATE OR REPLACE FUNCTION order_line_until_packed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'finalGrams' - 'finalDong' = to_jsonb(OLD) - 'finalGrams' - 'finalDong' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE'
     OR NEW."quantity" = OLD."quantity"
     OR to_jsonb(NEW) - 'quantity' - 'lineDong' - 'estimateDong' <> to_jsonb(OLD) - 'quantity' - 'lineDong' - 'estimateDong'
     OR NOT EXISTS (SELECT 1 FROM "order" o WHERE o."id" = OLD."orderId" AND o."state" = 'placed')
     OR EXISTS (
       SELECT 1 FROM "box" b WHERE b."orderId" = OLD."orderId"
         AND NOT EXISTS (SELECT 1 FROM "box_unpacking" u WHERE u."boxId" = b."id")) THEN
    RAISE EXCEPTION 'line % stays as it was ordered (constraint "append_only")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NEW;
END $$;

-- Once packed, an order costs what its lines weigh; less where money was given back for a box that was opened again.
CREATE FUNCTION order_final_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."finalDong" > (
    SELECT greatest(0, sum(coalesce("finalDong", "lineDong")) - NEW."discountDong") + NEW."deliveryDong"
    FROM "order_line" WHERE "orderId" = NEW."id") THEN
    RAISE EXCEPTION 'order % costs more than it weighs (constraint "order_final_adds_up")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_final_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "order_final_adds_up" AFTER UPDATE OF "finalDong" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_final_adds_up();
