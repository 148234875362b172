/** EPCIS 2.0 quantity: an amount of fruit of one lot. `uom` follows UN/CEFACT Rec. 20: KGM is kilogram. */
export interface QuantityElement {
  epcClass: string;
  quantity: number;
  uom: 'KGM';
}

interface EventBase {
  eventID: string;
  eventTime: string;
  /** Always Vietnam's: the cooperative works in one zone. */
  eventTimeZoneOffset: '+07:00';
  bizStep: 'commissioning' | 'packing' | 'shipping';
  disposition: 'active' | 'in_progress' | 'in_transit';
  readPoint: { id: string };
  bizLocation?: { id: string };
}

/** EPCIS 2.0, 7.4.1: what happened to things that stay what they are. */
export interface ObjectEvent extends EventBase {
  type: 'ObjectEvent';
  action: 'ADD' | 'OBSERVE' | 'DELETE';
  epcList?: string[];
  quantityList?: QuantityElement[];
  ilmd?: Record<string, string | number>;
}

/** EPCIS 2.0, 7.4.6: inputs that are used up, outputs that come out. */
export interface TransformationEvent extends EventBase {
  type: 'TransformationEvent';
  inputQuantityList: QuantityElement[];
  outputEPCList: string[];
  ilmd?: Record<string, string | number>;
}

/** What happened to fruit. Holds no personal data: neither the grower's nor the buyer's. */
export type TraceEventBody = ObjectEvent | TransformationEvent;

/** Grams as the kilograms of an EPCIS quantity. */
export function kilogramQuantity(epcClass: string, weightGrams: number): QuantityElement {
  return { epcClass, quantity: weightGrams / 1000, uom: 'KGM' };
}
