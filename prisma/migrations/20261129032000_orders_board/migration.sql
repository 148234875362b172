-- The board goes on behind a row by its key, of all orders or of one state.
CREATE INDEX "order_state_id_idx" ON "order"("state", "id");
CREATE INDEX "order_provinceCode_id_idx" ON "order"("provinceCode", "id");
-- By the day on which they leave; those without a day come last.
CREATE INDEX "order_leave_day" ON "order" (coalesce("leaveOn", 'infinity'::date), "id");
CREATE INDEX "order_state_leave_day" ON "order" ("state", coalesce("leaveOn", 'infinity'::date), "id");

-- What is looked for: a name without its diacritics, the last digits of a number, a box.
CREATE INDEX "order_buyer_words" ON "order" USING gin ((' ' || folded_words("buyerName")) gin_trgm_ops);
CREATE INDEX "order_phone_end" ON "order" (reverse("phone") text_pattern_ops);
CREATE INDEX "box_serial_idx" ON "box"("serial");
CREATE INDEX "order_line_productId_orderId_idx" ON "order_line"("productId", "orderId");

-- What waits is little beside what is done.
CREATE INDEX "payment_awaiting" ON "payment" ("orderId") WHERE "state" = 'awaiting';
