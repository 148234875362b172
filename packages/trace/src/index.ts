/**
 * The way of the fruit: each thing that happened to it, cut, packed, shipped, is one EPCIS 2.0 event that is never
 * changed. From a box the events lead back to the tree, from a harvest forward to every box.
 */
export type { ObjectEvent, QuantityElement, TraceEventBody, TransformationEvent } from './event.ts';
export { type HarvestedFruit, recordHarvested } from './harvested.ts';
export { eventsAbout, historyOfBox, type RecordedEvent } from './history.ts';
export { type PackedBox, recordPacked } from './packed.ts';
export type { About } from './record-event.ts';
export { recordShipped, type ShippedBoxes } from './shipped.ts';
