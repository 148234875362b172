-- ---------------------------------------------------------------- Invariant 5: credit gets back no more than it paid

CREATE FUNCTION credit_back_within_spent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'given_back' AND (
    SELECT sum("dong") FROM "credit_entry" WHERE "orderId" = NEW."orderId" AND "kind" IN ('spent', 'given_back')) > 0 THEN
    RAISE EXCEPTION 'order % gives back more credit than it was paid with (constraint "credit_back_within_spent")', NEW."orderId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_back_within_spent';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "credit_back_within_spent" AFTER INSERT ON "credit_entry"
  FOR EACH ROW EXECUTE FUNCTION credit_back_within_spent();
