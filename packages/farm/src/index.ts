/**
 * The orchard: members' plots, the diary of what was done on them, and the harvests cut from them. A harvest opens a
 * lot in the store; fruit cut before the interval of any input has passed is held there.
 */

export { type CatalogueInput, catalogue, type InputRefusal, inputOf, putInput } from './catalogue.ts';
export {
  type CertificateLine,
  type CertificateRefusal,
  certificates,
  certificatesOn,
  keepCertificate,
  type NewCertificate,
  type ShownCertificate,
  WARN_DAYS,
} from './certificates.ts';
export { type CertificateToTell, certificatesToTell } from './certificates-to-tell.ts';
export { diaryOfHarvest, type PublicDiaryEntry } from './diary-of-harvest.ts';
export {
  type DiaryLine,
  diaryEntry,
  diaryOffers,
  diaryOfPlot,
  type InputChoice,
} from './diary-of-plot.ts';
export { draftPlots, type ToldLand } from './draft-plots.ts';
export {
  expectedGrams,
  type ForecastRefusal,
  type ForecastWeek,
  forecastWeeks,
  MOST_WEEKS_AHEAD,
  mondayOf,
  nextExpected,
  sayForecast,
} from './forecasts.ts';
export { growersChange, type PlotChange } from './growers-change.ts';
export type { LotInsideInterval } from './hold-lots.ts';
export {
  type ImportState,
  importSome,
  importState,
  importTitles,
  startImport,
} from './import-job.ts';
export {
  type Evidence,
  keepEvidence,
  keepPhoto,
  LARGEST_PHOTO,
  type PhotoRefusal,
  photo,
  photoIdOf,
  privatePhoto,
} from './keep-photo.ts';
export { closePlot, keepPlot, type PlotEntry, type PlotRefusal } from './keep-plot.ts';
export { type KnownPlot, knownPlot } from './known-plot.ts';
export {
  CADMIUM_LIMIT,
  LARGEST_REPORT,
  type LabLine,
  type LabRefusal,
  labDocument,
  labResults,
  type NewLabResult,
  type ReportRefusal,
  readReport,
  recordLabResult,
} from './lab-results.ts';
export { metresFromPlot } from './metres-from-plot.ts';
export { type NamedPlot, namedPlots } from './named-plots.ts';
export { type PhotoOriginal, photoOriginals } from './photo-originals.ts';
export { type PlotSeason, plotSeason } from './plot-season.ts';
export { keepStory, MOST_STORY, type StoryRefusal, type StoryWords, storyOf } from './plot-stories.ts';
export { type PlotRecord, plotOffers, plots } from './plots.ts';
export { type PlotChoice, plotsOf } from './plots-of.ts';
export { type OpenInterval, openInterval } from './pre-harvest-interval.ts';
export { type CsvRefusal, type RowRefusal, readArea } from './read-csv.ts';
export { type DiaryRefusal, type NewDiaryEntry, recordDiary } from './record-diary.ts';
export {
  type HarvestEntry,
  type HarvestRefusal,
  MOST_GRAMS,
  OLDEST_DAYS,
  type RecordedHarvest,
  recordHarvest,
} from './record-harvest.ts';
export { settleHold } from './settle-hold.ts';
export { type Camera, packingCamera, type SnapshotRefusal, takeSnapshot } from './take-snapshot.ts';
export {
  UNDO_MINUTES,
  type UndoHarvestRefusal,
  undoableUntil,
  undoHarvest,
  undoneOfLot,
} from './undo-harvest.ts';
export { type UnitSeason, unitCodes, unitSeason } from './unit-season.ts';
export {
  addVariety,
  changeVariety,
  FRUITS,
  type KnownVariety,
  type VarietyEntry,
  type VarietyRefusal,
  varieties,
} from './varieties.ts';
