/**
 * The names that the cooperative's fruit goes by in the world: the number of a product, the code of a lot, the serial
 * of a box, the number of a place. They are GS1's, so that any shop, importer or authority reads them without asking
 * us, and they carry no meaning of their own (TCVN 13274:2020). Pure: the same code runs on the server, at the packing
 * table and in a buyer's browser.
 */
export type { ApplicationIdentifier, Component } from './application-identifier.ts';
export { type AssociationError, associationErrors } from './associations.ts';
export { type Batch, batch, batchCode, parseBatch } from './batch.ts';
export { checkCharacters, hasCheckCharacters } from './check-characters.ts';
export { checkDigit, hasCheckDigit } from './check-digit.ts';
export { dayOf, harvestDates, harvestDays, yymmdd } from './dates.ts';
export type { Dictionary, Linter } from './dictionary.ts';
export { type Attributes, digitalLink, type TradeItemLink } from './digital-link.ts';
export {
  canonicalDigitalLink,
  type DigitalLinkReading,
  type DigitalLinkUri,
  type DigitalLinkUriError,
  digitalLinkOfElements,
  elementsOfDigitalLink,
  readDigitalLinkUri,
  type UnlinkableError,
  writeDigitalLinkUri,
} from './digital-link-uri.ts';
export type { Element } from './element.ts';
export {
  bracketedElementString,
  type ElementStringError,
  parseBracketedElementString,
} from './element-string.ts';
export { digitalLinkOfEpc, type EpcError, elementsOfEpc, epcOfDigitalLink } from './epc-urn.ts';
export { boxEpcUri, classOfBoxEpc, lotClassUri, packingLocationUri, plotLocationUri } from './epcis-ids.ts';
export { eventHashId } from './event-hash.ts';
export { type EpcisEvent, type EventValue, eventPreHash } from './event-pre-hash.ts';
export { type Gln, gln, glnFrom, parseGln } from './gln.ts';
export { gs1Dictionary, UNTESTED_LINTERS } from './gs1-dictionary.ts';
export { type Gtin14, gtin13From, gtin14, gtin14From, parseGtin } from './gtin.ts';
export type { Mend } from './mend.ts';
export { gramsOf, netWeight, netWeightElement } from './net-weight.ts';
export { type DigitalLink, type DigitalLinkError, parseDigitalLink } from './parse-digital-link.ts';
export { priceCheckDigit } from './price-check-digit.ts';
export type { RandomBytes } from './random-code.ts';
export {
  answerResolverRequest,
  type ResolverAnswer,
  type ResolverHeaders,
  type ResolverRequest,
  readResolverRequest,
} from './resolver-answer.ts';
export {
  type ResolverContact,
  type ResolverDescription,
  type ResolverFacts,
  resolverDescription,
} from './resolver-description.ts';
export {
  LINKSET_CONTEXT,
  LINKSET_MEDIA_TYPE,
  linkToContext,
  linkToLinkset,
  RESOLVER_HEADERS,
} from './resolver-headers.ts';
export { LINK_TYPES, type LinkType, linkTypeUri, readLinkType } from './resolver-link-types.ts';
export { type LinkLevel, levelPaths, type TargetLink } from './resolver-links.ts';
export { type LinkContext, type Linkset, type LinksetTarget, linksetOf } from './resolver-linkset.ts';
export {
  parseScannedElementString,
  SYMBOLOGY_IDENTIFIERS,
  scannedElementString,
} from './scanned-element-string.ts';
export { parseSerial, type Serial, serial, serialNumber } from './serial.ts';
export { shopDictionary } from './shop-dictionary.ts';
export type { Read, ValueError } from './value-error.ts';
