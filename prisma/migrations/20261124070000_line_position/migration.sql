-- Ids of one moment have no order of their own. Lines from before stay as they were shown: by their ids.
ALTER TABLE "order_line" ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;
