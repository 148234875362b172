-- What a member agreed to show of themselves is kept with when and who wrote it down (Law 91/2025/QH15 on personal data:
-- consent is recorded and can be taken back).
CREATE TABLE "member_consent" (
    "id" BIGSERIAL NOT NULL,
    "memberId" TEXT NOT NULL,
    "shown" "MemberShown" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "member_consent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "member_consent_memberId_idx" ON "member_consent"("memberId");
ALTER TABLE "member_consent" ADD CONSTRAINT "member_consent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION member_consent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a member agreed to is not rewritten (constraint "member_consent_stays")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'member_consent_stays';
END $$;
CREATE TRIGGER "member_consent_stays" BEFORE UPDATE ON "member_consent" FOR EACH ROW EXECUTE FUNCTION member_consent_stays();

ALTER TABLE "member" ADD CONSTRAINT "member_code_form" CHECK ("code" ~ '^[A-Z0-9]{1,12}$');
