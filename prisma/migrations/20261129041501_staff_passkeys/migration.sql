-- Passkeys of the cooperative's people: apart from those of buyers, as their accounts are.
CREATE TABLE "staff_passkey" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "staff_passkey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "staff_passkey_form" CHECK ("id" ~ '^[A-Za-z0-9_-]+$' AND length("id") BETWEEN 16 AND 1400 AND octet_length("publicKey") BETWEEN 16 AND 4096),
    CONSTRAINT "staff_passkey_counter" CHECK ("counter" >= 0),
    CONSTRAINT "staff_passkey_name" CHECK (length("name") BETWEEN 1 AND 60)
);
CREATE TABLE "staff_challenge" (
    "id" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "userId" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_challenge_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "staff_passkey_userId_idx" ON "staff_passkey"("userId");
CREATE INDEX "staff_challenge_expiresAt_idx" ON "staff_challenge"("expiresAt");
ALTER TABLE "staff_passkey" ADD CONSTRAINT "staff_passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_challenge" ADD CONSTRAINT "staff_challenge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A key stays whose it is and what it is: another person's, or another key under its id, would be a way in.
CREATE FUNCTION staff_passkey_stays_its_owners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."userId", NEW."publicKey") IS DISTINCT FROM (OLD."id", OLD."userId", OLD."publicKey") OR NEW."counter" < OLD."counter" THEN
    RAISE EXCEPTION 'a passkey stays its owner''s (constraint "staff_passkey_stays_its_owners")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'staff_passkey_stays_its_owners';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "staff_passkey_stays_its_owners" BEFORE UPDATE ON "staff_passkey" FOR EACH ROW EXECUTE FUNCTION staff_passkey_stays_its_owners();
