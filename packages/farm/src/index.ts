/**
 * The orchard: members' plots, the diary of what was done on them, and the harvests cut from them. A harvest opens a
 * lot in the store; fruit cut before the interval of any input has passed is held there.
 */
export { diaryOfHarvest, type PublicDiaryEntry } from './diary-of-harvest.ts';
export {
  type Evidence,
  keepEvidence,
  keepPhoto,
  LARGEST_PHOTO,
  type PhotoRefusal,
  photo,
  photoIdOf,
} from './keep-photo.ts';
export { type KnownPlot, knownPlot } from './known-plot.ts';
export { metresFromPlot } from './metres-from-plot.ts';
export { type NamedPlot, namedPlots } from './named-plots.ts';
export { type PhotoOriginal, photoOriginals } from './photo-originals.ts';
export { type PlotChoice, plotsOf } from './plots-of.ts';
export { type OpenInterval, openInterval } from './pre-harvest-interval.ts';
export {
  type HarvestEntry,
  type HarvestRefusal,
  MOST_GRAMS,
  OLDEST_DAYS,
  type RecordedHarvest,
  recordHarvest,
} from './record-harvest.ts';
export { type Camera, packingCamera, type SnapshotRefusal, takeSnapshot } from './take-snapshot.ts';
export { UNDO_MINUTES, type UndoHarvestRefusal, undoHarvest } from './undo-harvest.ts';
export {
  addVariety,
  changeVariety,
  FRUITS,
  type KnownVariety,
  type VarietyEntry,
  type VarietyRefusal,
  varieties,
} from './varieties.ts';
