-- Plots are entered by people now.

ALTER TABLE "plot"
  ADD CONSTRAINT "plot_has_area" CHECK ("areaM2" > 0),
  ADD CONSTRAINT "plot_planting_unit_form" CHECK ("plantingUnitCode" ~ '^VN-[A-Z]{2}OR-[0-9]{4}$');
ALTER TABLE "plot_trees" ADD CONSTRAINT "plot_trees_count" CHECK ("count" > 0 AND "plantedYear" BETWEEN 1900 AND 2200);
