-- ---------------------------------------------------------------- Invariant 7: a number goes once it has no credit

-- Whose number is erased has nothing left, and gets nothing more: the sums stay under a name that says nothing.
ALTER TABLE "credit_account"
  ADD CONSTRAINT "credit_account_erased_is_empty" CHECK ("phone" !~ '^erased:' OR "balanceDong" = 0);

CREATE FUNCTION credit_account_number_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."phone" !~ '^erased:[a-z0-9_]+$' OR OLD."phone" ~ '^erased:' THEN
    RAISE EXCEPTION 'a number of credit changes by being erased alone (constraint "credit_account_number_stays")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_account_number_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "credit_account_number_stays" BEFORE UPDATE OF "phone" ON "credit_account"
  FOR EACH ROW WHEN (NEW."phone" IS DISTINCT FROM OLD."phone") EXECUTE FUNCTION credit_account_number_stays();

-- Its entries follow it, and are otherwise as they were written.
DROP TRIGGER "credit_entry_stays" ON "credit_entry";
CREATE TRIGGER "credit_entry_not_removed" BEFORE DELETE ON "credit_entry"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "credit_entry_stays" BEFORE UPDATE ON "credit_entry"
  FOR EACH ROW WHEN (
    NEW."phone" !~ '^erased:' OR OLD."phone" ~ '^erased:'
    OR (NEW."id", NEW."key", NEW."kind", NEW."dong", NEW."orderId", NEW."refundId", NEW."note", NEW."at", NEW."byUser")
      IS DISTINCT FROM (OLD."id", OLD."key", OLD."kind", OLD."dong", OLD."orderId", OLD."refundId", OLD."note", OLD."at", OLD."byUser")
  ) EXECUTE FUNCTION written_stays_written();
