-- CreateTable
CREATE TABLE "photo_original" (
    "photoId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "photo_original_pkey" PRIMARY KEY ("photoId","sha256")
);

-- AddForeignKey
ALTER TABLE "photo_original" ADD CONSTRAINT "photo_original_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "photo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "photo_original"
  ADD CONSTRAINT "photo_original_hash_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "photo_original_on_earth" CHECK (
    ("latitude" IS NULL) = ("longitude" IS NULL) AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

-- What a camera said is not rewritten; it may be erased, since where somebody stood is theirs.
CREATE TRIGGER "photo_original_stays" BEFORE UPDATE ON "photo_original" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
