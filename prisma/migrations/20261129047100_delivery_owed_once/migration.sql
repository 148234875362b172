-- All boxes of an order that came back are owed at most what they cost, and what its delivery did once: not once a box.
CREATE FUNCTION delivery_owed_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_order text; owed numeric; most numeric;
BEGIN
  SELECT b."orderId" INTO of_order FROM "box" b WHERE b."id" = NEW."boxId";
  SELECT sum(r."owedDong"), sum(CASE WHEN l."mostGrams" IS NULL THEN l."unitPriceDong" * b."units"
      ELSE (l."unitPriceDong" * b."grams" + 500) / 1000 END)
    INTO owed, most
    FROM "box_return" r JOIN "box" b ON b."id" = r."boxId" JOIN "order_line" l ON l."id" = b."lineId"
    WHERE b."orderId" = of_order;
  IF owed > most + (SELECT o."deliveryDong" FROM "order" o WHERE o."id" = of_order) THEN
    RAISE EXCEPTION 'more is owed for the boxes of % than they cost (constraint "delivery_owed_once")', of_order
      USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_owed_once';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "delivery_owed_once" AFTER INSERT ON "box_return"
  FOR EACH ROW WHEN (NEW."owedDong" > 0) EXECUTE FUNCTION delivery_owed_once();
