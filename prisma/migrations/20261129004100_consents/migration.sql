-- What buyers agree to, purpose by purpose, with the words that were read, and what they ask to see or to have erased
-- (Law 91/2025/QH15 on personal data).
CREATE TYPE "ConsentPurpose" AS ENUM ('news_sms', 'rating_name');
CREATE TYPE "DataRequestKind" AS ENUM ('export', 'erase');
CREATE TABLE "consent_wording" (
    "purpose" "ConsentPurpose" NOT NULL,
    "version" INTEGER NOT NULL,
    "vi" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "zh" TEXT NOT NULL,

    CONSTRAINT "consent_wording_pkey" PRIMARY KEY ("purpose","version")
);
CREATE TABLE "consent" (
    "id" BIGSERIAL NOT NULL,
    "phone" TEXT NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "given" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "page" TEXT NOT NULL,
    "orderId" TEXT,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "data_request" (
    "id" TEXT NOT NULL,
    "kind" "DataRequestKind" NOT NULL,
    "orderId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "erased" TEXT[],
    "keptUntil" TIMESTAMPTZ(3),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "consent_phone_purpose_idx" ON "consent"("phone", "purpose");
CREATE INDEX "consent_orderId_idx" ON "consent"("orderId");
CREATE INDEX "data_request_at_idx" ON "data_request"("at");
CREATE INDEX "data_request_orderId_idx" ON "data_request"("orderId");
ALTER TABLE "consent" ADD CONSTRAINT "consent_purpose_version_fkey" FOREIGN KEY ("purpose", "version") REFERENCES "consent_wording"("purpose", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consent" ADD CONSTRAINT "consent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "consent_wording"
  ADD CONSTRAINT "consent_wording_version" CHECK ("version" > 0),
  ADD CONSTRAINT "consent_wording_says_something" CHECK ("vi" <> '' AND "en" <> '' AND "zh" <> '');
ALTER TABLE "consent"
  ADD CONSTRAINT "consent_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "consent_locale" CHECK ("locale" IN ('vi', 'en', 'zh')),
  ADD CONSTRAINT "consent_page_form" CHECK ("page" ~ '^/[a-z0-9/-]{0,60}$');
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_export_erases_nothing" CHECK (
  "kind" = 'erase' AND "keptUntil" IS NOT NULL OR "kind" = 'export' AND "keptUntil" IS NULL AND cardinality("erased") = 0);

CREATE FUNCTION consent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was agreed to or asked for is not rewritten (constraint "consent_stays")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_stays';
END $$;
CREATE TRIGGER "consent_stays" BEFORE UPDATE OR DELETE ON "consent" FOR EACH ROW EXECUTE FUNCTION consent_stays();
CREATE TRIGGER "consent_stays" BEFORE UPDATE OR DELETE ON "consent_wording" FOR EACH ROW EXECUTE FUNCTION consent_stays();
CREATE TRIGGER "consent_stays" BEFORE UPDATE OR DELETE ON "data_request" FOR EACH ROW EXECUTE FUNCTION consent_stays();

INSERT INTO "consent_wording" ("purpose", "version", "vi", "en", "zh") VALUES
  ('news_sms', 1,
   'Nhắn cho tôi biết khi có đợt trái mới, bằng SMS tới số ghi trong đơn này. Tôi có thể rút lại bất cứ lúc nào.',
   'Tell me of new harvests by SMS to the number of this order. I may take this back at any time.',
   '有新一批水果时，请用短信告知本订单的电话号码。我可以随时撤回。'),
  ('rating_name', 1,
   'Cho hiện tên tôi bên cạnh lời đánh giá của tôi trên trang của cửa hàng. Tôi có thể rút lại bất cứ lúc nào.',
   'Show my name beside my rating on the shop''s pages. I may take this back at any time.',
   '在本店网页上我的评价旁显示我的姓名。我可以随时撤回。');
