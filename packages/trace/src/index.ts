/**
 * The way of the fruit: each thing that happened to it, cut, packed, shipped, is one EPCIS 2.0 event that is never
 * changed. From a box the events lead back to the tree, from a harvest forward to every box. Each has its place in an
 * append-only log, by which a visitor can check that it was not changed; what is seen of a box's code tells copies.
 * Beside our own, events of others are captured; `epcis/` is the repository that answers for all of them.
 */

export type { KnownNodes } from '@baunghe/proof';
export { askWitnesses, type Witness } from './ask-witnesses.ts';
export { boxPin, enterPin, firstEntry, type PinAnswer, type PinRefusal } from './box-pin.ts';
export { coarseCell } from './coarse-cell.ts';
export type { WayOfBox } from './copy-flags.ts';
export { type Correction, recordCorrection } from './corrected.ts';
export { clearOldScans, countScan, type ScannedBox } from './count-scan.ts';
export { type DestroyedFruit, recordDestroyed } from './destroyed.ts';
export * from './epcis/index.ts';
export type {
  AggregationEvent,
  ObjectEvent,
  QuantityElement,
  TraceEventBody,
  TransformationEvent,
} from './event.ts';
export { type GradedLot, recordGraded, type WeighedLot } from './graded.ts';
export { type HarvestedFruit, recordHarvested } from './harvested.ts';
export { eventsAbout, historyOfBox, type RecordedEvent } from './history.ts';
export { type InspectedLot, recordInspected } from './inspected.ts';
export { foreignHead, type LogHead, type LogKeyProblem, logHead, verifierKeys } from './log-head.ts';
export { logTile } from './log-tiles.ts';
export { nameOnly } from './name-only.ts';
export { type NetworkMark, NetworkMarks } from './network-mark.ts';
export { type PackedBox, recordPacked } from './packed.ts';
export { type EventsProof, type LoggedEvent, proveEvents } from './prove-events.ts';
export {
  type LookRefusal,
  lookAtFlag,
  type OpenFlag,
  openFlags,
  raiseCopyFlags,
} from './raise-copy-flags.ts';
export { type ReceivedLot, recordReceived } from './received.ts';
export type { About } from './record-event.ts';
export { type FlagRow, flagRows, type ScansOnDay, scansByDay } from './scan-counts.ts';
export { type LogSigner, sealEvents } from './seal-events.ts';
export { recordShipped, type ShippedBoxes } from './shipped.ts';
export { type Jws, type SignPayload, signerOfPayloads } from './sign-payload.ts';
export { recordCounted, recordStored, type StoredLot } from './stored.ts';
export { type RecordedTemperature, recordTemperature } from './temperature-recorded.ts';
export { trueEvents, type WrongEvent } from './true-events.ts';
export { recordUnpacked, type UnpackedBox } from './unpacked.ts';
export { recordWithdrawal, type WithdrawnLot } from './withdrawn.ts';
