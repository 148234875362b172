-- The link of an invitation opens an account: like a code, its words go as soon as it has left.
ALTER TABLE "sms_outbound" ADD CONSTRAINT "sms_outbound_invitation_is_wiped" CHECK (
  "kind" <> 'invitation' OR ("state" = 'queued' AND NOT "demo") OR "text" = '');

CREATE FUNCTION sms_outbound_invitation_wiped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'invitation' AND NEW."state" <> 'queued' AND NEW."text" <> '' THEN
    NEW."text" := '';
    NEW."wipedAt" := now();
  END IF;
  RETURN NEW;
END $$;
-- Before the one that looks which way a message goes: triggers fire by name.
CREATE TRIGGER "a_invitation_wiped" BEFORE UPDATE ON "sms_outbound" FOR EACH ROW EXECUTE FUNCTION sms_outbound_invitation_wiped();
