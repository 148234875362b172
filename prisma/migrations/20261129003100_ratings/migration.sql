-- CreateEnum
CREATE TYPE "RatingActKind" AS ENUM ('hide', 'show', 'answer');

-- CreateTable
CREATE TABLE "rating" (
    "id" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "words" TEXT,
    "named" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_act" (
    "id" BIGSERIAL NOT NULL,
    "ratingId" TEXT NOT NULL,
    "kind" "RatingActKind" NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "rating_act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rating_lineId_key" ON "rating"("lineId");

-- CreateIndex
CREATE INDEX "rating_at_idx" ON "rating"("at");

-- CreateIndex
CREATE INDEX "rating_act_ratingId_idx" ON "rating_act"("ratingId");

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_act" ADD CONSTRAINT "rating_act_ratingId_fkey" FOREIGN KEY ("ratingId") REFERENCES "rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rating"
  ADD CONSTRAINT "rating_stars" CHECK ("stars" BETWEEN 1 AND 5),
  ADD CONSTRAINT "rating_words" CHECK (length("words") BETWEEN 1 AND 600);
ALTER TABLE "rating_act" ADD CONSTRAINT "rating_act_words" CHECK (length("words") BETWEEN 1 AND 600);

-- Who has not received the fruit has not tasted it.
CREATE FUNCTION rating_of_delivered_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "order_line" l JOIN "order" o ON o."id" = l."orderId"
    WHERE l."id" = NEW."lineId" AND o."state" = 'delivered'
  ) THEN
    RAISE EXCEPTION 'the order of line % is not delivered (constraint "rating_of_delivered_order")', NEW."lineId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'rating_of_delivered_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "rating_of_delivered_order" BEFORE INSERT ON "rating"
  FOR EACH ROW EXECUTE FUNCTION rating_of_delivered_order();

-- A rating stays as it was given; its words and the name beside it may go when a buyer asks for that, the stars not.
CREATE TRIGGER "rating_stays" BEFORE UPDATE ON "rating" FOR EACH ROW
  WHEN (NEW."words" IS NOT NULL OR NEW."named"
    OR (OLD."id", OLD."lineId", OLD."stars", OLD."at") IS DISTINCT FROM (NEW."id", NEW."lineId", NEW."stars", NEW."at"))
  EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "rating_not_removed" BEFORE DELETE ON "rating" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "rating_not_emptied" BEFORE TRUNCATE ON "rating"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "rating_act_stays" BEFORE UPDATE OR DELETE ON "rating_act"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "rating_act_not_emptied" BEFORE TRUNCATE ON "rating_act"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
