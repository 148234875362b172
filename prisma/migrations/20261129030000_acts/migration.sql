-- Who of the office did what: an audit trail that nobody can change.
CREATE TYPE "ActOutcome" AS ENUM ('done', 'refused');

CREATE TABLE "act" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "about" TEXT[],
    "outcome" "ActOutcome" NOT NULL,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "act_procedure_form" CHECK ("procedure" ~ '^[A-Za-z]+([.][A-Za-z]+)+$'),
    -- Kinds and codes alone: a name, an address or a telephone number does not fit in.
    CONSTRAINT "act_about_codes" CHECK (
      "about" IS NOT NULL AND cardinality("about") <= 50
      AND array_to_string("about", ' ') ~ '^([a-z]+:[A-Za-z0-9._~-]{1,64}( |$))*$')
);
CREATE INDEX "act_byUser_id_idx" ON "act"("byUser", "id");
CREATE INDEX "act_procedure_id_idx" ON "act"("procedure", "id");
CREATE INDEX "act_at_idx" ON "act"("at");
CREATE INDEX "act_about_idx" ON "act" USING GIN ("about");

CREATE TRIGGER "act_stays" BEFORE UPDATE OR DELETE ON "act" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "act_not_emptied" BEFORE TRUNCATE ON "act" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
