/**
 * The way of the fruit: each thing that happened to it, cut, packed, shipped, is one EPCIS 2.0 event that is never
 * changed. From a box the events lead back to the tree, from a harvest forward to every box. Each has its place in an
 * append-only log, by which a visitor can check that it was not changed.
 */

export { askWitnesses, type Witness } from './ask-witnesses.ts';
export type { ObjectEvent, QuantityElement, TraceEventBody, TransformationEvent } from './event.ts';
export { type HarvestedFruit, recordHarvested } from './harvested.ts';
export { eventsAbout, historyOfBox, type RecordedEvent } from './history.ts';
export { foreignHead, type LogHead, type LogKeyProblem, logHead, verifierKeys } from './log-head.ts';
export { logTile } from './log-tiles.ts';
export { type PackedBox, recordPacked } from './packed.ts';
export { type EventsProof, type LoggedEvent, proveEvents } from './prove-events.ts';
export type { About } from './record-event.ts';
export { type LogSigner, sealEvents } from './seal-events.ts';
export { recordShipped, type ShippedBoxes } from './shipped.ts';
