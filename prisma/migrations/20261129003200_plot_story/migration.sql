-- CreateTable
CREATE TABLE "plot_story" (
    "plotId" TEXT NOT NULL,
    "wordsVi" TEXT NOT NULL,
    "wordsEn" TEXT,
    "wordsZh" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "plot_story_pkey" PRIMARY KEY ("plotId")
);

-- AddForeignKey
ALTER TABLE "plot_story" ADD CONSTRAINT "plot_story_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "plot_story" ADD CONSTRAINT "plot_story_words" CHECK (length("wordsVi") BETWEEN 1 AND 1200
  AND length("wordsEn") BETWEEN 1 AND 1200 AND length("wordsZh") BETWEEN 1 AND 1200);
