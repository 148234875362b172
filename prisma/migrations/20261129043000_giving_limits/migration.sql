-- What is given away (money or credit for a claim, fruit sent anew) has a limit by role; over it two people give.
CREATE TYPE "GivingAct" AS ENUM ('refund', 'credit', 'anew');
CREATE TYPE "GivingState" AS ENUM ('waits', 'given', 'declined');

CREATE TABLE "giving_rule" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,
    "note" TEXT,

    CONSTRAINT "giving_rule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "giving_rule_note" CHECK (length("note") BETWEEN 1 AND 200)
);
CREATE INDEX "giving_rule_at_idx" ON "giving_rule"("at");

CREATE TABLE "giving_limit" (
    "ruleId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "refundDong" BIGINT,
    "creditDong" BIGINT,
    "anewDong" BIGINT,
    "orderDong" BIGINT,
    "secondDong" BIGINT,

    CONSTRAINT "giving_limit_pkey" PRIMARY KEY ("ruleId", "role"),
    CONSTRAINT "giving_limit_role" CHECK ("role" IN ('manager', 'accountant', 'packer')),
    CONSTRAINT "giving_limit_sums" CHECK (
      "refundDong" >= 0 AND "creditDong" >= 0 AND "anewDong" >= 0 AND "orderDong" >= 0 AND "secondDong" >= 0),
    -- Who packs the fruit is nobody's second, and a manager is everybody's: or something could never be given.
    CONSTRAINT "giving_limit_seconds" CHECK (("role" <> 'packer' OR "secondDong" IS NOT DISTINCT FROM 0)
      AND ("role" <> 'manager' OR "secondDong" IS NULL))
);
ALTER TABLE "giving_limit" ADD CONSTRAINT "giving_limit_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "giving_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "giving" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "act" "GivingAct" NOT NULL,
    "orderId" TEXT NOT NULL,
    "rootId" TEXT NOT NULL DEFAULT '',
    "dong" BIGINT NOT NULL,
    "units" INTEGER,
    "words" TEXT NOT NULL,
    "state" "GivingState" NOT NULL DEFAULT 'waits',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,
    "closedWhy" TEXT,

    CONSTRAINT "giving_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "giving_sum" CHECK ("dong" > 0),
    CONSTRAINT "giving_units" CHECK (("act" = 'anew') = ("units" IS NOT NULL) AND "units" > 0),
    CONSTRAINT "giving_words" CHECK (length("words") BETWEEN 1 AND 500 AND length("closedWhy") BETWEEN 1 AND 200),
    CONSTRAINT "giving_closed" CHECK (
      ("state" = 'waits') = ("closedAt" IS NULL) AND ("closedAt" IS NULL) = ("closedBy" IS NULL)
      AND ("state" = 'declined') = ("closedWhy" IS NOT NULL))
);
CREATE INDEX "giving_rootId_idx" ON "giving"("rootId");
CREATE INDEX "giving_orderId_idx" ON "giving"("orderId");
CREATE INDEX "giving_state_askedAt_idx" ON "giving"("state", "askedAt");
CREATE UNIQUE INDEX "giving_once" ON "giving" ("key") WHERE "state" <> 'declined';
ALTER TABLE "giving" ADD CONSTRAINT "giving_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- The rule

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['giving_rule', 'giving_limit'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

INSERT INTO "giving_rule" ("id", "at") VALUES ('grl_first', '2026-01-01T00:00:00Z');
INSERT INTO "giving_limit" ("ruleId", "role", "refundDong", "creditDong", "anewDong", "orderDong", "secondDong") VALUES
  ('grl_first', 'packer', 0, 0, 1000000, 1000000, 0),
  ('grl_first', 'accountant', 0, 0, 0, 0, 2000000),
  ('grl_first', 'manager', 3000000, 3000000, 3000000, 5000000, NULL);

-- What a person may give away: by the best of their roles, and by whichever is lower of the newest rule and the newest
-- that somebody else wrote, so that nobody raises a limit for themselves. Null: any sum.
CREATE FUNCTION giving_limits(person text)
  RETURNS TABLE ("refund" bigint, "credit" bigint, "anew" bigint, "of_order" bigint, "second" bigint) LANGUAGE sql STABLE AS $$
  WITH counts AS (
    (SELECT "id" FROM "giving_rule" ORDER BY "at" DESC, "id" DESC LIMIT 1)
    UNION
    (SELECT "id" FROM "giving_rule" WHERE "byUser" IS DISTINCT FROM person ORDER BY "at" DESC, "id" DESC LIMIT 1)
  ), role_limits AS (
    SELECT c."id" AS rule,
      coalesce(max(CASE WHEN l."ruleId" IS NULL THEN 0 ELSE coalesce(l."refundDong", 9000000000000000) END), 0) AS a,
      coalesce(max(CASE WHEN l."ruleId" IS NULL THEN 0 ELSE coalesce(l."creditDong", 9000000000000000) END), 0) AS b,
      coalesce(max(CASE WHEN l."ruleId" IS NULL THEN 0 ELSE coalesce(l."anewDong", 9000000000000000) END), 0) AS c,
      coalesce(max(CASE WHEN l."ruleId" IS NULL THEN 0 ELSE coalesce(l."orderDong", 9000000000000000) END), 0) AS d,
      coalesce(max(CASE WHEN l."ruleId" IS NULL THEN 0 ELSE coalesce(l."secondDong", 9000000000000000) END), 0) AS e
    FROM counts c
    LEFT JOIN "giving_limit" l ON l."ruleId" = c."id" AND l."role" IN (
      SELECT r."role" FROM "user_role" r JOIN "user" u ON u."id" = r."userId"
      WHERE u."id" = person AND u."switchedOffAt" IS NULL)
    GROUP BY c."id"
  )
  SELECT nullif(min(a), 9000000000000000), nullif(min(b), 9000000000000000), nullif(min(c), 9000000000000000),
    nullif(min(d), 9000000000000000), nullif(min(e), 9000000000000000)
  FROM role_limits
$$;

-- ---------------------------------------------------------------- What is given

-- The order that somebody paid for, behind however many that replaced its fruit.
CREATE FUNCTION giving_root(of_order text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE back("id", "depth") AS (
    SELECT of_order, 0
    UNION
    SELECT c."orderId", b."depth" + 1 FROM back b
    JOIN "claim_answer" a ON a."newOrderId" = b."id" JOIN "claim" c ON c."id" = a."claimId"
    WHERE b."depth" < 100
  )
  SELECT "id" FROM back ORDER BY "depth" DESC LIMIT 1
$$;

CREATE FUNCTION giving_within_limit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  limits record;
  alone bigint;
  altogether numeric;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."rootId" := giving_root(NEW."orderId");
    IF NEW."state" = 'declined' OR (NEW."state" = 'given' AND (NEW."closedBy", NEW."closedAt") IS DISTINCT FROM (NEW."askedBy", NEW."askedAt")) THEN
      RAISE EXCEPTION 'a giving begins with who asks for it (constraint "giving_begins")' USING ERRCODE = 'check_violation', CONSTRAINT = 'giving_begins';
    END IF;
  ELSIF OLD."state" <> 'waits' OR NEW."state" = 'waits'
     OR to_jsonb(NEW) - '{state,closedAt,closedBy,closedWhy}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{state,closedAt,closedBy,closedWhy}'::text[] THEN
    RAISE EXCEPTION 'a giving is closed once (constraint "append_only")' USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  ELSIF NEW."state" = 'given' AND NEW."closedBy" = NEW."askedBy" THEN
    RAISE EXCEPTION 'who asked for a giving does not approve it (constraint "giving_by_two")' USING ERRCODE = 'check_violation', CONSTRAINT = 'giving_by_two';
  END IF;
  IF NEW."state" <> 'given' THEN RETURN NEW; END IF;
  -- Two at one time do not each find the limit untouched.
  PERFORM 1 FROM "order" WHERE "id" = NEW."rootId" FOR NO KEY UPDATE;
  SELECT coalesce(sum(g."dong"), 0) + NEW."dong" INTO altogether
    FROM "giving" g WHERE g."rootId" = NEW."rootId" AND g."state" = 'given' AND g."id" <> NEW."id";
  SELECT * INTO limits FROM giving_limits(NEW."closedBy");
  alone := CASE NEW."act" WHEN 'refund' THEN limits."refund" WHEN 'credit' THEN limits."credit" ELSE limits."anew" END;
  IF NEW."closedBy" = NEW."askedBy" THEN
    IF NEW."dong" > alone OR altogether > limits."of_order" THEN
      RAISE EXCEPTION 'over what % gives alone (constraint "giving_within_limit")', NEW."closedBy" USING ERRCODE = 'check_violation', CONSTRAINT = 'giving_within_limit';
    END IF;
  ELSIF altogether > limits."second" THEN
    RAISE EXCEPTION 'over what % gives as the second (constraint "giving_within_limit")', NEW."closedBy" USING ERRCODE = 'check_violation', CONSTRAINT = 'giving_within_limit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "giving_within_limit" BEFORE INSERT OR UPDATE ON "giving" FOR EACH ROW EXECUTE FUNCTION giving_within_limit();
CREATE TRIGGER "giving_stays" BEFORE DELETE ON "giving" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "giving_not_emptied" BEFORE TRUNCATE ON "giving" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- No claim is granted without its giving.
CREATE FUNCTION claim_answer_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "giving" g WHERE g."key" = 'claim:' || NEW."claimId" AND g."state" = 'given'
      AND CASE NEW."kind" WHEN 'refund' THEN g."act" IN ('refund', 'credit') AND g."dong" = NEW."amountDong"
        ELSE g."act" = 'anew' AND EXISTS (
          SELECT FROM "order_line" l WHERE l."orderId" = NEW."newOrderId" AND l."quantity" = g."units") END) THEN
    RAISE EXCEPTION 'nobody may have given this for claim % (constraint "claim_answer_is_given")', NEW."claimId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_answer_is_given';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_answer_is_given" BEFORE INSERT ON "claim_answer"
  FOR EACH ROW WHEN (NEW."kind" <> 'refuse') EXECUTE FUNCTION claim_answer_is_given();

-- Nothing is forgone after a sale but what was given, or is owed by right for a box that came back: at most what it cost,
-- and what its delivery did.
CREATE FUNCTION forgone_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry record;
BEGIN
  SELECT j."key", j."orderId" INTO entry FROM "journal" j WHERE j."id" = NEW."journalId";
  IF entry."orderId" IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (
    SELECT FROM "giving" g WHERE 'forgone:' || g."key" = entry."key" AND g."state" = 'given'
      AND g."act" <> 'anew' AND g."orderId" = entry."orderId" AND g."dong" = NEW."dong") THEN
    RETURN NULL;
  END IF;
  IF EXISTS (
    SELECT FROM "box_return" r JOIN "box" b ON b."id" = r."boxId" JOIN "order_line" l ON l."id" = b."lineId"
      JOIN "order" o ON o."id" = b."orderId"
    WHERE entry."key" = 'forgone:returned:' || b."id" AND b."orderId" = entry."orderId" AND r."owedDong" = NEW."dong"
      AND r."owedDong" <= o."deliveryDong" + CASE WHEN l."mostGrams" IS NULL THEN l."unitPriceDong" * b."units"
        ELSE (l."unitPriceDong" * b."grams" + 500) / 1000 END) THEN
    RETURN NULL;
  END IF;
  -- A charge that the card company took back was lost, and given by nobody.
  IF EXISTS (
    SELECT FROM "card_dispute" d JOIN "card_payment" c ON c."id" = d."cardPaymentId" JOIN "payment" p ON p."id" = c."paymentId"
    WHERE entry."key" = 'dispute_lost:' || d."id" AND d."status" = 'lost' AND d."amountDong" = NEW."dong"
      AND p."orderId" = entry."orderId") THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'nobody may have forgone % of % (constraint "forgone_is_given")', NEW."dong", entry."orderId"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'forgone_is_given';
END $$;
CREATE CONSTRAINT TRIGGER "forgone_is_given" AFTER INSERT ON "posting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."account" = 'claims' AND NEW."dong" > 0) EXECUTE FUNCTION forgone_is_given();

CREATE FUNCTION claim_refund_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "giving" g JOIN "payment" p ON p."orderId" = g."orderId"
    WHERE NEW."key" IN (g."key", g."key" || ':credit') AND p."id" = NEW."paymentId" AND g."state" = 'given'
      AND g."dong" >= NEW."amountDong") THEN
    RAISE EXCEPTION 'nobody may have given % (constraint "claim_refund_is_given")', NEW."key"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_refund_is_given';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_refund_is_given" BEFORE INSERT ON "refund"
  FOR EACH ROW WHEN (NEW."reason" = 'claim') EXECUTE FUNCTION claim_refund_is_given();
