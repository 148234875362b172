-- What a shop must publish (Law 122/2025/QH15 on e-commerce, Decree 248/2026/NĐ-CP), in versions that stay.
CREATE TABLE "terms_version" (
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bodyVi" TEXT NOT NULL,
    "bodyEn" TEXT,
    "bodyZh" TEXT,
    "writtenBy" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "holdsFrom" DATE NOT NULL,

    CONSTRAINT "terms_version_pkey" PRIMARY KEY ("slug","number")
);
CREATE TABLE "order_terms" (
    "orderId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "order_terms_pkey" PRIMARY KEY ("orderId","slug")
);
ALTER TABLE "order_terms" ADD CONSTRAINT "order_terms_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_terms" ADD CONSTRAINT "order_terms_slug_number_fkey" FOREIGN KEY ("slug", "number") REFERENCES "terms_version"("slug", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "terms_version"
  ADD CONSTRAINT "terms_slug_form" CHECK ("slug" ~ '^[a-z]{2,32}$'),
  ADD CONSTRAINT "terms_number_from_one" CHECK ("number" > 0),
  ADD CONSTRAINT "terms_say_something" CHECK (length("bodyVi") > 0 AND "bodyEn" <> '' AND "bodyZh" <> '' ),
  ADD CONSTRAINT "terms_hold_for_what_comes" CHECK ("holdsFrom" >= ("writtenAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);

-- A version follows the one before it, and holds no earlier: the last whose day has come is the one that holds.
CREATE FUNCTION terms_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  SELECT "number", "holdsFrom" INTO before FROM "terms_version" WHERE "slug" = NEW."slug" ORDER BY "number" DESC LIMIT 1;
  IF NEW."number" <> COALESCE(before."number", 0) + 1 OR NEW."holdsFrom" < before."holdsFrom" THEN
    RAISE EXCEPTION 'version % of % follows none (constraint "terms_follow")', NEW."number", NEW."slug"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_follow';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "terms_follow" BEFORE INSERT ON "terms_version" FOR EACH ROW EXECUTE FUNCTION terms_follow();

CREATE FUNCTION terms_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was published, and what an order was placed under, stays (constraint "terms_stay")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_stay';
END $$;
CREATE TRIGGER "terms_stay" BEFORE UPDATE OR DELETE ON "terms_version" FOR EACH ROW EXECUTE FUNCTION terms_stay();
CREATE TRIGGER "terms_stay" BEFORE UPDATE OR DELETE ON "order_terms" FOR EACH ROW EXECUTE FUNCTION terms_stay();
