-- Refunds booked while they did not lower VAT may have theirs lowered once, in the open period: never for anything else,
-- and never so that an order's tax would be owed by the State.
CREATE FUNCTION forgone_tax_is_of_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole text := 'forgone:' || substr(NEW."key", length('forgone_tax:') + 1); refunded record;
BEGIN
  SELECT j."orderId", sum(p."dong") FILTER (WHERE p."account" = 'claims') AS off,
      count(*) FILTER (WHERE p."account" = 'vat') AS taxed INTO refunded
    FROM "journal" j JOIN "posting" p ON p."journalId" = j."id" WHERE j."key" = whole GROUP BY j."id";
  IF refunded."orderId" IS NULL OR refunded."orderId" IS DISTINCT FROM NEW."orderId" OR refunded.taxed > 0
     OR refunded.off < (SELECT sum(p."dong") FROM "posting" p WHERE p."journalId" = NEW."id" AND p."account" = 'vat')
     OR (SELECT sum(p."dong") FROM "journal" j JOIN "posting" p ON p."journalId" = j."id"
         WHERE j."orderId" = NEW."orderId" AND p."account" = 'vat') > 0 THEN
    RAISE EXCEPTION 'no tax is to be lowered by % (constraint "forgone_tax_is_of_refund")', NEW."key"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'forgone_tax_is_of_refund';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "forgone_tax_is_of_refund" AFTER INSERT ON "journal" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."key" LIKE 'forgone\_tax:%') EXECUTE FUNCTION forgone_tax_is_of_refund();
