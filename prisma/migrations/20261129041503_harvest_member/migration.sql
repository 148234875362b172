-- A harvest belongs to whoever had the plot when it was written down; what it earns is theirs also after the plot changed hands.
ALTER TABLE "harvest" ADD COLUMN "memberId" TEXT;
ALTER TABLE "harvest" DISABLE TRIGGER "harvest_stays";
UPDATE "harvest" h SET "memberId" = p."memberId" FROM "plot" p WHERE p."id" = h."plotId";
ALTER TABLE "harvest" ENABLE TRIGGER "harvest_stays";
ALTER TABLE "harvest" ALTER COLUMN "memberId" SET NOT NULL;
CREATE INDEX "harvest_memberId_idx" ON "harvest"("memberId");
ALTER TABLE "harvest" ADD CONSTRAINT "harvest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION harvest_of_the_plots_member() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    owner := OLD."memberId";
  ELSE
    SELECT p."memberId" INTO owner FROM "plot" p WHERE p."id" = NEW."plotId";
  END IF;
  NEW."memberId" := coalesce(NEW."memberId", owner);
  IF NEW."memberId" IS DISTINCT FROM owner THEN
    RAISE EXCEPTION 'a harvest belongs to whoever had the plot (constraint "harvest_of_the_plots_member")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'harvest_of_the_plots_member';
  END IF;
  RETURN NEW;
END $$;
-- After the one that locks the plot: triggers fire by name.
CREATE TRIGGER "harvest_of_the_plots_member" BEFORE INSERT OR UPDATE ON "harvest" FOR EACH ROW EXECUTE FUNCTION harvest_of_the_plots_member();
