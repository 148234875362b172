-- Certificates of the cooperative, of a member or of a plot, each with the days on which it holds.

CREATE TYPE "CertificateKind" AS ENUM ('vietgap', 'planting_unit', 'ocop', 'globalgap');

CREATE TABLE "certificate" (
    "id" TEXT NOT NULL,
    "kind" "CertificateKind" NOT NULL,
    "number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "memberId" TEXT,
    "plotId" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "certificate_has_one_holder" CHECK ("memberId" IS NULL OR "plotId" IS NULL),
    CONSTRAINT "certificate_days" CHECK ("validFrom" <= "validTo"),
    CONSTRAINT "certificate_says_which" CHECK (length("number") > 0 AND length("issuer") > 0)
);
CREATE UNIQUE INDEX "certificate_kind_number_validFrom_key" ON "certificate" ("kind", "number", "validFrom");
CREATE INDEX "certificate_validTo_idx" ON "certificate" ("validTo");
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_memberId_fkey"
  FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_plotId_fkey"
  FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
