-- Accounts that may be switched off, people who are asked to work here, and a cooperative that is never without a manager.
ALTER TABLE "user" ADD COLUMN "switchedOffAt" TIMESTAMPTZ(3);

CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "roles" "Role"[],
    "byUser" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "userId" TEXT,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invitation_roles" CHECK ("roles" IS NOT NULL AND cardinality("roles") > 0),
    CONSTRAINT "invitation_span" CHECK ("expiresAt" > "createdAt"),
    CONSTRAINT "invitation_used_in_time" CHECK (
      ("usedAt" IS NULL) = ("userId" IS NULL) AND ("usedAt" IS NULL OR "usedAt" <= "expiresAt"))
);
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");
CREATE UNIQUE INDEX "invitation_userId_key" ON "invitation"("userId");
CREATE INDEX "invitation_createdAt_idx" ON "invitation"("createdAt");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two managers who take each other's role at once stand behind one lock, and the second sees what the first did.
CREATE FUNCTION a_manager_remains() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(6962, 0165);
  IF NOT EXISTS (
    SELECT FROM "user_role" r JOIN "user" u ON u."id" = r."userId"
    WHERE r."role" = 'manager' AND u."switchedOffAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'a manager must remain (constraint "a_manager_remains")' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_manager_remains';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "user_role_a_manager_remains" AFTER UPDATE OR DELETE ON "user_role"
  FOR EACH ROW WHEN (OLD."role" = 'manager') EXECUTE FUNCTION a_manager_remains();
CREATE TRIGGER "user_a_manager_remains" AFTER UPDATE OF "switchedOffAt" ON "user"
  FOR EACH ROW WHEN (OLD."switchedOffAt" IS NULL AND NEW."switchedOffAt" IS NOT NULL) EXECUTE FUNCTION a_manager_remains();
