-- Buyers' accounts: apart from the people of the cooperative, so that no session of a buyer is ever one of theirs.
CREATE TABLE "buyer" (
    "id" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "cartChangedAt" TIMESTAMPTZ(3),

    CONSTRAINT "buyer_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "buyer_code" (
    "id" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "network" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "buyer_code_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "buyer_session" (
    "id" TEXT NOT NULL,
    "buyerId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "buyer_session_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "buyer_address" (
    "id" TEXT NOT NULL,
    "buyerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "wardCode" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "note" TEXT,
    "isDefault" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "buyer_address_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "buyer_cart_line" (
    "buyerId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "buyer_cart_line_pkey" PRIMARY KEY ("buyerId","productId")
);
CREATE TABLE "buyer_passkey" (
    "id" TEXT NOT NULL,
    "buyerId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "buyer_passkey_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "buyer_challenge" (
    "id" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "buyerId" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "buyer_challenge_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "buyer_phone_key" ON "buyer"("phone");
CREATE INDEX "buyer_code_phone_createdAt_idx" ON "buyer_code"("phone", "createdAt");
CREATE INDEX "buyer_code_network_createdAt_idx" ON "buyer_code"("network", "createdAt");
CREATE INDEX "buyer_code_createdAt_idx" ON "buyer_code"("createdAt");
CREATE UNIQUE INDEX "buyer_session_tokenHash_key" ON "buyer_session"("tokenHash");
CREATE INDEX "buyer_session_buyerId_idx" ON "buyer_session"("buyerId");
CREATE INDEX "buyer_session_expiresAt_idx" ON "buyer_session"("expiresAt");
CREATE INDEX "buyer_address_buyerId_idx" ON "buyer_address"("buyerId");
CREATE INDEX "buyer_passkey_buyerId_idx" ON "buyer_passkey"("buyerId");
CREATE INDEX "buyer_challenge_expiresAt_idx" ON "buyer_challenge"("expiresAt");
ALTER TABLE "buyer_session" ADD CONSTRAINT "buyer_session_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "buyer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "buyer_address" ADD CONSTRAINT "buyer_address_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "buyer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "buyer_cart_line" ADD CONSTRAINT "buyer_cart_line_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "buyer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "buyer_passkey" ADD CONSTRAINT "buyer_passkey_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "buyer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "buyer_challenge" ADD CONSTRAINT "buyer_challenge_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "buyer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Products and wards keep their own schema files; these are foreign keys all the same.
ALTER TABLE "buyer_cart_line" ADD CONSTRAINT "buyer_cart_line_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "buyer_address" ADD CONSTRAINT "buyer_address_ward_fkey" FOREIGN KEY ("provinceCode", "wardCode") REFERENCES "ward"("provinceCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "buyer"
  ADD CONSTRAINT "buyer_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "buyer_name_form" CHECK (length("name") <= 80),
  ADD CONSTRAINT "buyer_locale" CHECK ("locale" IN ('vi', 'en', 'zh'));
ALTER TABLE "buyer_code"
  ADD CONSTRAINT "buyer_code_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "buyer_code_tries" CHECK ("tries" BETWEEN 0 AND 5),
  ADD CONSTRAINT "buyer_code_five_minutes" CHECK ("expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + interval '5 minutes'),
  ADD CONSTRAINT "buyer_code_used_in_time" CHECK ("usedAt" IS NULL OR ("usedAt" < "expiresAt" AND "tries" > 0));
ALTER TABLE "buyer_session"
  ADD CONSTRAINT "buyer_session_hash_form" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "buyer_session_device" CHECK (length("device") <= 60),
  ADD CONSTRAINT "buyer_session_thirty_days" CHECK ("expiresAt" <= "createdAt" + interval '30 days');
ALTER TABLE "buyer_address" ADD CONSTRAINT "buyer_address_form" CHECK (
  length("name") BETWEEN 1 AND 80 AND length("street") BETWEEN 1 AND 160 AND length("note") <= 300);
ALTER TABLE "buyer_cart_line" ADD CONSTRAINT "buyer_cart_quantity" CHECK ("quantity" BETWEEN 1 AND 500);
ALTER TABLE "buyer_passkey"
  ADD CONSTRAINT "buyer_passkey_form" CHECK ("id" ~ '^[A-Za-z0-9_-]+$' AND length("id") BETWEEN 16 AND 1400 AND octet_length("publicKey") BETWEEN 16 AND 4096),
  ADD CONSTRAINT "buyer_passkey_counter" CHECK ("counter" >= 0),
  ADD CONSTRAINT "buyer_passkey_device" CHECK (length("device") <= 60);
CREATE UNIQUE INDEX "buyer_address_one_default" ON "buyer_address" ("buyerId") WHERE "isDefault";

-- A code that has opened the door, or whose tries are used up, opens it no more.
CREATE FUNCTION buyer_code_opens_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."usedAt" IS NOT NULL OR NEW."tries" < OLD."tries"
     OR (NEW."id", NEW."phone", NEW."createdAt", NEW."expiresAt") IS DISTINCT FROM (OLD."id", OLD."phone", OLD."createdAt", OLD."expiresAt") THEN
    RAISE EXCEPTION 'code % opens once (constraint "buyer_code_opens_once")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'buyer_code_opens_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "buyer_code_opens_once" BEFORE UPDATE ON "buyer_code" FOR EACH ROW EXECUTE FUNCTION buyer_code_opens_once();

-- So many addresses, lines of a cart, passkeys and browsers are enough for a person.
CREATE FUNCTION buyer_has_enough() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found int;
BEGIN
  PERFORM FROM "buyer" WHERE "id" = NEW."buyerId" FOR NO KEY UPDATE;
  EXECUTE format('SELECT count(*) FROM %I WHERE "buyerId" = $1', TG_TABLE_NAME) INTO found USING NEW."buyerId";
  IF found >= TG_ARGV[0]::int THEN
    RAISE EXCEPTION 'enough in % (constraint "buyer_has_enough")', TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = 'buyer_has_enough';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "buyer_address_enough" BEFORE INSERT ON "buyer_address" FOR EACH ROW EXECUTE FUNCTION buyer_has_enough(10);
CREATE TRIGGER "buyer_passkey_enough" BEFORE INSERT ON "buyer_passkey" FOR EACH ROW EXECUTE FUNCTION buyer_has_enough(10);
CREATE TRIGGER "buyer_session_enough" BEFORE INSERT ON "buyer_session" FOR EACH ROW EXECUTE FUNCTION buyer_has_enough(50);

-- A request for all that is kept of a number, by its owner who is signed in, belongs to no one order.
ALTER TABLE "data_request" ALTER COLUMN "orderId" DROP NOT NULL;
ALTER TABLE "data_request" ADD COLUMN "phoneMask" TEXT;
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_of_one" CHECK (("orderId" IS NULL) = ("phoneMask" IS NOT NULL));

ALTER TYPE "SmsKind" ADD VALUE 'sign_in_code';
