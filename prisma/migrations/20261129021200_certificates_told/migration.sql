CREATE TABLE "certificate_told" (
    "certificateId" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "certificate_told_pkey" PRIMARY KEY ("certificateId","days")
);
ALTER TABLE "certificate_told" ADD CONSTRAINT "certificate_told_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "certificate_told" ADD CONSTRAINT "certificate_told_days" CHECK ("days" IN (60, 14));
CREATE TRIGGER "certificate_told_stays" BEFORE UPDATE OR DELETE ON "certificate_told"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
