-- A second factor for money: codes of a telephone (TOTP, RFC 6238), and codes on paper for the day on which it is lost.
ALTER TABLE "session" ADD COLUMN "provedAt" TIMESTAMPTZ(3);

CREATE TABLE "second_factor" (
    "userId" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("userId")
);
CREATE TABLE "recovery_code" (
    "userId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("userId","hash"),
    CONSTRAINT "recovery_code_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_userId_fkey" FOREIGN KEY ("userId") REFERENCES "second_factor"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- A step that was taken is never free again, nor a code that was spent.
CREATE FUNCTION second_factor_steps_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."secret" = OLD."secret" AND NEW."lastStep" < OLD."lastStep" THEN
    RAISE EXCEPTION 'a code is taken once (constraint "second_factor_steps_forward")' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_factor_steps_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "second_factor_steps_forward" BEFORE UPDATE ON "second_factor" FOR EACH ROW EXECUTE FUNCTION second_factor_steps_forward();

CREATE FUNCTION recovery_code_spent_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."usedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a code is spent once (constraint "recovery_code_spent_once")' USING ERRCODE = 'check_violation', CONSTRAINT = 'recovery_code_spent_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recovery_code_spent_once" BEFORE UPDATE ON "recovery_code" FOR EACH ROW EXECUTE FUNCTION recovery_code_spent_once();
