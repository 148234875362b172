-- What is forgone after a sale is its cost and the VAT in it: together they are what was given.
CREATE OR REPLACE FUNCTION forgone_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry record; off bigint;
BEGIN
  SELECT j."key", j."orderId" INTO entry FROM "journal" j WHERE j."id" = NEW."journalId";
  IF entry."orderId" IS NULL THEN RETURN NULL; END IF;
  SELECT sum(p."dong") INTO off FROM "posting" p WHERE p."journalId" = NEW."journalId" AND p."account" IN ('claims', 'vat');
  IF EXISTS (
    SELECT FROM "giving" g WHERE 'forgone:' || g."key" = entry."key" AND g."state" = 'given'
      AND g."act" <> 'anew' AND g."orderId" = entry."orderId" AND g."dong" = off) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (
    SELECT FROM "box_return" r JOIN "box" b ON b."id" = r."boxId" JOIN "order_line" l ON l."id" = b."lineId"
      JOIN "order" o ON o."id" = b."orderId"
    WHERE entry."key" = 'forgone:returned:' || b."id" AND b."orderId" = entry."orderId" AND r."owedDong" = off
      AND r."owedDong" <= o."deliveryDong" + CASE WHEN l."mostGrams" IS NULL THEN l."unitPriceDong" * b."units"
        ELSE (l."unitPriceDong" * b."grams" + 500) / 1000 END) THEN
    RETURN NULL;
  END IF;
  -- A charge that the card company took back was lost, and given by nobody.
  IF EXISTS (
    SELECT FROM "card_dispute" d JOIN "card_payment" c ON c."id" = d."cardPaymentId" JOIN "payment" p ON p."id" = c."paymentId"
    WHERE entry."key" = 'dispute_lost:' || d."id" AND d."status" = 'lost' AND d."amountDong" = off
      AND p."orderId" = entry."orderId") THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'nobody may have forgone % of % (constraint "forgone_is_given")', off, entry."orderId"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'forgone_is_given';
END $$;
