/** The EPCIS 2.0 repository: capture, queries and what lies around them, without HTTP. */

export {
  type Captured,
  type CheckedDocument,
  checkDocument,
  checkLoneEvent,
  type ErrorBehaviour,
  type Kept,
  keepDocument,
  MOST_EVENTS,
} from './capture.ts';
export { captureJob, captureJobs } from './capture-jobs.ts';
export {
  type CaptureKeyShown,
  captureKeyId,
  captureKeys,
  endCaptureKey,
  makeCaptureKey,
} from './capture-keys.ts';
export { collection, holdsValue, type ListAsked, type ListPage, valuesOfKind } from './collections.ts';
export { prefixesOf } from './context.ts';
export { eventDocument } from './event-document.ts';
export type { EpcisFailure } from './failure.ts';
export { indexEarlierEvents, type ValueKind } from './index-event.ts';
export type { Json, JsonObject } from './json.ts';
export {
  createQuery,
  type NamedQuery,
  namedQueries,
  namedQuery,
  namesOf,
  parametersOf,
  removeQuery,
} from './named-queries.ts';
export { MOST_BYTES, parseJson } from './parse-json.ts';
export { type EventPage, PER_PAGE, queryEvents } from './query-events.ts';
export { type Names, type Parameters, readQuery } from './query-parameters.ts';
export { ownerOf, type Reader } from './reader.ts';
