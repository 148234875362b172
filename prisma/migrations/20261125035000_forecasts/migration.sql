-- What growers expect to cut from a plot in a week. A week is named by its Monday (ISO 8601).

CREATE TABLE "forecast" (
    "plotId" TEXT NOT NULL,
    "varietyCode" TEXT NOT NULL,
    "monday" DATE NOT NULL,
    "grams" INTEGER NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "saidBy" TEXT NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("plotId", "varietyCode", "monday"),
    CONSTRAINT "forecast_week_begins_on_monday" CHECK (extract(isodow FROM "monday") = 1),
    CONSTRAINT "forecast_weighs" CHECK ("grams" BETWEEN 0 AND 200000000)
);
CREATE INDEX "forecast_monday_idx" ON "forecast" ("monday");
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_plotId_fkey"
  FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_varietyCode_fkey"
  FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
