-- A kept cart may hold a product twice: at the usual price, and at the price of a mark-down.
ALTER TABLE "buyer_cart_line" ADD COLUMN "line" TEXT, ADD COLUMN "markdownId" TEXT;
UPDATE "buyer_cart_line" SET "line" = "productId";
ALTER TABLE "buyer_cart_line"
  ALTER COLUMN "line" SET NOT NULL,
  DROP CONSTRAINT "buyer_cart_line_pkey",
  ADD CONSTRAINT "buyer_cart_line_pkey" PRIMARY KEY ("buyerId", "line"),
  ADD CONSTRAINT "buyer_cart_line_markdownId_fkey" FOREIGN KEY ("markdownId") REFERENCES "lot_markdown"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "buyer_cart_line_named" CHECK ("line" = "productId" || coalesce('~' || "markdownId", ''));
