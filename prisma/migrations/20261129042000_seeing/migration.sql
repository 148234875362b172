-- What was sold in some days, wherever its order stands now.
CREATE INDEX "order_placedAt_idx" ON "order"("placedAt");

-- What was thrown away, and what came to its buyer's door, in some days.
CREATE INDEX "stock_move_spoiled_at" ON "stock_move"("at") WHERE "kind" = 'spoil';
CREATE INDEX "order_step_delivered_at" ON "order_step"("at") WHERE "toState" = 'delivered';
