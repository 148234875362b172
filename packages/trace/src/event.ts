/** EPCIS 2.0 quantity without an amount: fruit of one lot, however much there is (7.3.3.3). */
export interface WholeClass {
  epcClass: string;
}

/** EPCIS 2.0 quantity: an amount of fruit of one lot. `uom` follows UN/CEFACT Rec. 20: KGM is kilogram. */
export interface QuantityElement {
  epcClass: string;
  quantity: number;
  uom: 'KGM';
}

/** What an event belongs to (EPCIS 2.0, 7.3.5.3): an order (`po`), a despatch (`desadv`). */
export interface BizTransaction {
  type: 'po' | 'desadv';
  bizTransaction: string;
}

/** What a thermometer said, in degrees Celsius (EPCIS 2.0, 7.3.7.1; `CEL` of UN/CEFACT Rec. 20). */
export interface SensorElement {
  sensorMetadata?: { time?: string; deviceID?: string };
  sensorReport: { type: 'Temperature'; value: number; uom: 'CEL' }[];
}

/** Instance and lot master data: attributes that a thing has from its beginning. */
export type Ilmd = Record<string, string | number>;

/** The words of the Core Business Vocabulary that the cooperative's acts use. */
export type BizStep =
  | 'commissioning'
  | 'creating_class_instance'
  | 'destroying'
  | 'holding'
  | 'inspecting'
  | 'loading'
  | 'packing'
  | 'receiving'
  | 'sensor_reporting'
  | 'shipping'
  | 'stock_taking'
  | 'storing'
  | 'unpacking';

interface EventBase {
  eventID: string;
  eventTime: string;
  /** Always Vietnam's: the cooperative works in one zone. */
  eventTimeZoneOffset: '+07:00';
  bizStep: BizStep;
  disposition?:
    | 'active'
    | 'conformant'
    | 'destroyed'
    | 'in_progress'
    | 'in_transit'
    | 'non_conformant'
    | 'recalled'
    | 'returned';
  readPoint: { id: string };
  bizLocation?: { id: string };
  bizTransactionList?: BizTransaction[];
  sensorElementList?: SensorElement[];
  certificationInfo?: string[];
  errorDeclaration?: ErrorDeclaration;
  /** A picture of what happened, named by its hash (RFC 6920). */
  'baunghe:photo'?: string;
  /** Why fruit was thrown away: one of a few causes, never somebody's words. */
  'baunghe:cause'?: string;
  /** Where in the store it was brought, by the place's code. */
  'baunghe:place'?: string;
}

/** Says that an event with the same eventID was wrong (EPCIS 2.0, 7.4.1.2). */
export interface ErrorDeclaration {
  declarationTime: string;
  reason: 'did_not_occur' | 'incorrect_data';
  correctiveEventIDs?: string[];
}

/** EPCIS 2.0, 7.4.1: what happened to things that stay what they are. */
export interface ObjectEvent extends EventBase {
  type: 'ObjectEvent';
  action: 'ADD' | 'OBSERVE' | 'DELETE';
  epcList?: string[];
  quantityList?: (QuantityElement | WholeClass)[];
  ilmd?: Ilmd;
}

/** EPCIS 2.0, 7.4.2: things that go on together under one parent. */
export interface AggregationEvent extends EventBase {
  type: 'AggregationEvent';
  action: 'ADD' | 'OBSERVE' | 'DELETE';
  parentID: string;
  childEPCs: string[];
}

/** EPCIS 2.0, 7.4.6: inputs that are used up, outputs that come out. */
export interface TransformationEvent extends EventBase {
  type: 'TransformationEvent';
  inputEPCList?: string[];
  inputQuantityList?: QuantityElement[];
  outputEPCList?: string[];
  outputQuantityList?: QuantityElement[];
  ilmd?: Ilmd;
}

/** What happened to fruit. Holds no personal data: neither the grower's nor the buyer's. */
export type TraceEventBody = AggregationEvent | ObjectEvent | TransformationEvent;

/** Grams as the kilograms of an EPCIS quantity. */
export function kilogramQuantity(epcClass: string, weightGrams: number): QuantityElement {
  return { epcClass, quantity: weightGrams / 1000, uom: 'KGM' };
}

/** A day as EPCIS and CBV write it: 2026-06-12. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** A reading of a thermometer in a cold box; `deviceId` is a URI. */
export function temperature(celsius: number, at?: Date, deviceId?: string): SensorElement[] {
  const sensorMetadata = {
    ...(at ? { time: at.toISOString() } : {}),
    ...(deviceId ? { deviceID: deviceId } : {}),
  };
  const sensorReport: SensorElement['sensorReport'] = [{ type: 'Temperature', value: celsius, uom: 'CEL' }];
  return [{ ...(Object.keys(sensorMetadata).length > 0 ? { sensorMetadata } : {}), sensorReport }];
}
