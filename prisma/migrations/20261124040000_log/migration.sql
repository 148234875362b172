-- CreateTable
CREATE TABLE "log_pending" (
    "eventId" TEXT NOT NULL,

    CONSTRAINT "log_pending_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "log_leaf" (
    "index" BIGINT NOT NULL,
    "eventId" TEXT NOT NULL,
    "entry" BYTEA NOT NULL,

    CONSTRAINT "log_leaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "log_tile" (
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "log_tile_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "log_checkpoint" (
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_checkpoint_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "log_cosignature" (
    "size" BIGINT NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,

    CONSTRAINT "log_cosignature_pkey" PRIMARY KEY ("size","witness")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_leaf_eventId_key" ON "log_leaf"("eventId");

-- AddForeignKey
ALTER TABLE "log_pending" ADD CONSTRAINT "log_pending_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_cosignature" ADD CONSTRAINT "log_cosignature_size_fkey" FOREIGN KEY ("size") REFERENCES "log_checkpoint"("size") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold of the log (invariant 3): every event comes to it once, and nothing in it is ever changed.

INSERT INTO "log_pending" ("eventId") SELECT "id" FROM "trace_event" ORDER BY "position";

CREATE FUNCTION event_waits_for_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "log_pending" ("eventId") VALUES (NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "event_waits_for_log" AFTER INSERT ON "trace_event" FOR EACH ROW EXECUTE FUNCTION event_waits_for_log();

-- An event leaves the waiting room only for its place in the log.
CREATE FUNCTION pending_goes_into_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "log_leaf" WHERE "eventId" = OLD."eventId") THEN
    RAISE EXCEPTION 'event % has no place in the log (constraint "pending_goes_into_log")', OLD."eventId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'pending_goes_into_log';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "pending_goes_into_log" AFTER DELETE ON "log_pending"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pending_goes_into_log();

CREATE FUNCTION leaf_follows_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."index" <> 0 AND NOT EXISTS (SELECT 1 FROM "log_leaf" WHERE "index" = NEW."index" - 1) THEN
    RAISE EXCEPTION 'leaf % has none before it (constraint "leaf_follows_the_last")', NEW."index"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'leaf_follows_the_last';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "leaf_follows_the_last" AFTER INSERT ON "log_leaf"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leaf_follows_the_last();

-- C2SP tlog-tiles: 1 to 256 hashes of 32 bytes.
ALTER TABLE "log_leaf"
  ADD CONSTRAINT "log_leaf_index" CHECK ("index" >= 0),
  ADD CONSTRAINT "log_leaf_entry_length" CHECK (length("entry") BETWEEN 1 AND 65535);
ALTER TABLE "log_tile"
  ADD CONSTRAINT "log_tile_place" CHECK ("level" BETWEEN 0 AND 63 AND "index" >= 0),
  ADD CONSTRAINT "log_tile_length" CHECK (length("bytes") BETWEEN 32 AND 8192 AND length("bytes") % 32 = 0);
ALTER TABLE "log_checkpoint" ADD CONSTRAINT "log_checkpoint_size" CHECK ("size" >= 0);

CREATE FUNCTION tile_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."level" <> OLD."level" OR NEW."index" <> OLD."index"
     OR substring(NEW."bytes" FROM 1 FOR length(OLD."bytes")) <> OLD."bytes" THEN
    RAISE EXCEPTION 'tile %/% was changed (constraint "tile_only_grows")', OLD."level", OLD."index"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'tile_only_grows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "tile_only_grows" BEFORE UPDATE ON "log_tile" FOR EACH ROW EXECUTE FUNCTION tile_only_grows();

CREATE FUNCTION checkpoint_heads_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "log_checkpoint" WHERE "size" > NEW."size") THEN
    RAISE EXCEPTION 'a larger head is signed already (constraint "checkpoint_heads_the_log")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'checkpoint_heads_the_log';
  END IF;
  IF EXISTS (SELECT 1 FROM "log_leaf" WHERE "index" = NEW."size")
     OR (NEW."size" > 0 AND NOT EXISTS (SELECT 1 FROM "log_leaf" WHERE "index" = NEW."size" - 1)) THEN
    RAISE EXCEPTION 'the log has not % leaves (constraint "checkpoint_heads_the_log")', NEW."size"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'checkpoint_heads_the_log';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "checkpoint_heads_the_log" AFTER INSERT ON "log_checkpoint"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION checkpoint_heads_the_log();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['log_leaf', 'log_checkpoint', 'log_cosignature'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['log_leaf', 'log_checkpoint', 'log_cosignature', 'log_pending', 'log_tile'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
CREATE TRIGGER "log_tile_not_removed" BEFORE DELETE ON "log_tile" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
