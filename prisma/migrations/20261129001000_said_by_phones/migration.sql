-- AlterTable
ALTER TABLE "photo_original" ADD COLUMN "claimedSha256" TEXT;

-- CreateTable
CREATE TABLE "phone_entry" (
    "key" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "aheadSeconds" INTEGER NOT NULL,
    "cameAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phone_entry_pkey" PRIMARY KEY ("key","actor")
);

-- CreateIndex
CREATE INDEX "phone_entry_page_cameAt_idx" ON "phone_entry"("page", "cameAt");

-- A claim says more than the file at hand does, or nothing.
ALTER TABLE "photo_original"
  ADD CONSTRAINT "photo_original_claim_form" CHECK ("claimedSha256" ~ '^[0-9a-f]{64}$' AND "claimedSha256" <> "sha256");

ALTER TABLE "phone_entry"
  ADD CONSTRAINT "phone_entry_of_the_office" CHECK ("page" ~ '^/office(/|$)' AND "page" !~ '[?#]'),
  ADD CONSTRAINT "phone_entry_kind_form" CHECK ("kind" ~ '^[a-z]{1,32}$');

-- What a phone said is not rewritten.
CREATE TRIGGER "phone_entry_stays" BEFORE UPDATE OR DELETE ON "phone_entry" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
