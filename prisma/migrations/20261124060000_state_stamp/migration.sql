-- CreateTable
CREATE TABLE "lot_state_stamp" (
    "id" BIGSERIAL NOT NULL,
    "lotId" TEXT NOT NULL,
    "url" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "lot_state_stamp_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lot_state_stamp_lotId_idx" ON "lot_state_stamp"("lotId");

-- AddForeignKey
ALTER TABLE "lot_state_stamp" ADD CONSTRAINT "lot_state_stamp_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only a State's host may stand on a page as the State's: nothing before it that a reader could take for the host.
ALTER TABLE "lot_state_stamp"
  ADD CONSTRAINT "lot_state_stamp_is_the_states" CHECK ("url" ~ '^https://([a-z0-9-]+\.)+gov\.vn/' AND length("url") <= 500);

CREATE TRIGGER "lot_state_stamp_stays" BEFORE UPDATE OR DELETE ON "lot_state_stamp" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "lot_state_stamp_not_emptied" BEFORE TRUNCATE ON "lot_state_stamp" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
