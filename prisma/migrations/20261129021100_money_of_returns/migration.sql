ALTER TABLE "box_return" ADD COLUMN     "owedDong" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "owedWhy" TEXT;

ALTER TABLE "box_return"
  ADD CONSTRAINT "box_return_owed" CHECK ("owedDong" >= 0),
  ADD CONSTRAINT "box_return_owed_why" CHECK (length("owedWhy") BETWEEN 1 AND 200);
