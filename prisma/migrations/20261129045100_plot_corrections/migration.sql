-- What fruit is traced by of a plot (outline, area, trees, planting unit) changes by a request of its grower, which the
-- office answers: what is asked stands beside what was there.
ALTER TABLE "member_request"
  ADD COLUMN "outline" JSONB,
  ADD COLUMN "outlineBefore" JSONB,
  ADD COLUMN "plantingUnitCode" TEXT,
  ADD COLUMN "plantingUnitBefore" TEXT,
  ADD COLUMN "allTrees" JSONB,
  ADD COLUMN "allTreesBefore" JSONB,
  DROP CONSTRAINT "member_request_of",
  ADD CONSTRAINT "member_request_of" CHECK (CASE "kind"
    WHEN 'certificate_copy' THEN "certificateId" IS NOT NULL
      AND num_nonnulls("plotId", "areaM2", "areaM2Before", "varietyCode", "treeCount", "treesBefore", "plantedYear",
        "outline", "outlineBefore", "plantingUnitCode", "plantingUnitBefore", "allTrees", "allTreesBefore") = 0
    ELSE "certificateId" IS NULL AND "plotId" IS NOT NULL AND "areaM2Before" IS NOT NULL
      AND num_nonnulls("areaM2", "varietyCode", "note", "outline", "plantingUnitCode", "allTrees") > 0
      AND num_nonnulls("varietyCode", "treeCount", "treesBefore") IN (0, 3)
      AND num_nonnulls("outline", "outlineBefore") IN (0, 2) AND num_nonnulls("allTrees", "allTreesBefore") IN (0, 2)
      AND num_nonnulls("varietyCode", "allTrees") <= 1 END),
  ADD CONSTRAINT "member_request_unit" CHECK ("plantingUnitCode" ~ '^VN-[A-Z]{2}OR-[0-9]{4}$');
