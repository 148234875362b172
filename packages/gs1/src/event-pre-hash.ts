import { canonicalValue, hasTypedElements } from './event-values.ts';

/** What stands in an event's JSON. */
export type EventValue =
  | string
  | number
  | boolean
  | readonly EventValue[]
  | { readonly [name: string]: EventValue };

/** An EPCIS 2.0 event in JSON, `type` among its fields, its vocabulary in bare words (`in_transit`). */
export type EpcisEvent = { readonly type: string; readonly [name: string]: EventValue };

/** By name, the fields in their order; a list's element has a name of its own. */
interface Order {
  readonly [name: string]: Order | null;
}

const quantities: Order = { quantityElement: { epcClass: null, quantity: null, uom: null } };

const devices: Order = { deviceID: null, deviceMetadata: null, rawData: null, dataProcessingMethod: null };

/** The canonical order of fields (CBV 2.0, 8.9); what is not in it follows, sorted. */
const fieldOrder: Order = {
  eventTime: null,
  eventTimeZoneOffset: null,
  certificationInfo: null,
  parentID: null,
  epcList: { epc: null },
  inputEPCList: { epc: null },
  childEPCs: { epc: null },
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputEPCList: { epc: null },
  outputQuantityList: quantities,
  action: null,
  transformationID: null,
  bizStep: null,
  disposition: null,
  persistentDisposition: { set: null, unset: null },
  readPoint: { id: null },
  bizLocation: { id: null },
  sensorElementList: {
    sensorElement: {
      sensorMetadata: { time: null, startTime: null, endTime: null, ...devices, bizRules: null },
      sensorReport: {
        type: null,
        exception: null,
        ...devices,
        time: null,
        microorganism: null,
        chemicalSubstance: null,
        value: null,
        component: null,
        stringValue: null,
        booleanValue: null,
        hexBinaryValue: null,
        uriValue: null,
        minValue: null,
        maxValue: null,
        meanValue: null,
        sDev: null,
        percRank: null,
        percValue: null,
        uom: null,
        coordinateReferenceSystem: null,
      },
    },
  },
};

const ignored = new Set(['type', 'eventID', 'recordTime', 'errorDeclaration', '@context']);

/** Lists whose elements are named in XML only. */
const elementNames: Readonly<Record<string, string>> = {
  epcList: 'epc',
  inputEPCList: 'epc',
  childEPCs: 'epc',
  outputEPCList: 'epc',
  quantityList: 'quantityElement',
  childQuantityList: 'quantityElement',
  inputQuantityList: 'quantityElement',
  outputQuantityList: 'quantityElement',
  sensorElementList: 'sensorElement',
};

/**
 * The canonical text of an event, out of which its hash is made (CBV 2.0, 8.9): every field in one order and one
 * form, whoever wrote it. `namespaces` are the prefixes of the document's `@context`. Sources, destinations and
 * business transactions stand where the published hashes of the reference implementation have them, sorted among
 * what follows the ordered fields, `type` before the value.
 */
export function eventPreHash(event: EpcisEvent, namespaces: Readonly<Record<string, string>> = {}): string {
  const ordered = inOrder(event, fieldOrder, '', namespaces);
  const others = Object.entries(event)
    .filter(([name]) => !(name in fieldOrder) && !ignored.has(name))
    .flatMap(([name, value]) => unordered(name, value, name, namespaces));
  return `eventType=${event.type}${ordered}${others.sort().join('')}`;
}

function inOrder(
  fields: Readonly<Record<string, EventValue>>,
  order: Order,
  parent: string,
  namespaces: Readonly<Record<string, string>>,
): string {
  let text = '';
  for (const [name, inner] of Object.entries(order)) {
    const value = fields[name];
    if (value === undefined) continue;
    const element = elementNames[name];
    if (element && inner) {
      const items = listed(value).map((item) =>
        oneField(element, item, inner[element] ?? null, name, namespaces),
      );
      const kept = items.filter((item) => item !== '').sort();
      if (kept.length > 0) text += name + kept.join('');
    } else {
      const items = listed(value).map((item) => oneField(name, item, inner, parent, namespaces));
      text += items.sort().join('');
    }
  }
  if (parent === '') return text;
  const extensions = Object.entries(fields).filter(([name]) => name.includes(':'));
  return (
    text +
    extensions
      .flatMap(([name, value]) => unordered(name, value, name, namespaces))
      .sort()
      .join('')
  );
}

function oneField(
  name: string,
  value: EventValue,
  order: Order | null,
  parent: string,
  namespaces: Readonly<Record<string, string>>,
): string {
  if (isFields(value)) return name + inOrder(value, order ?? {}, name, namespaces);
  const text = canonicalValue(name, String(value).trim(), parent);
  return text === '' ? '' : `${name}=${text}`;
}

function unordered(
  name: string,
  value: EventValue,
  parent: string,
  namespaces: Readonly<Record<string, string>>,
): string[] {
  const key = expanded(name, namespaces);
  if (Array.isArray(value) && hasTypedElements(parent)) {
    const items = value.flatMap((item) => (isFields(item) ? [businessPair(item, parent)] : []));
    return items.length > 0 ? [key + items.sort().join('')] : [];
  }
  return listed(value).map((item) => {
    if (!isFields(item)) return `${key}=${canonicalValue(name, String(item).trim(), parent)}`;
    const children = Object.entries(item).flatMap(([inner, content]) =>
      unordered(inner, content, parent, namespaces),
    );
    return key + children.sort().join('');
  });
}

function businessPair(item: Readonly<Record<string, EventValue>>, list: string): string {
  const { type, ...rest } = item;
  const before = type === undefined ? '' : `type=${canonicalValue('type', String(type).trim(), list)}`;
  const after = Object.entries(rest).map(
    ([name, value]) => `${name}=${canonicalValue(name, String(value).trim(), list)}`,
  );
  return before + after.join('');
}

function expanded(name: string, namespaces: Readonly<Record<string, string>>): string {
  const [prefix = '', local] = name.split(/:(.*)/s);
  const namespace = namespaces[prefix];
  return local === undefined || namespace === undefined ? name : `{${namespace}}${local}`;
}

function listed(value: EventValue): readonly EventValue[] {
  return Array.isArray(value) ? value : [value];
}

function isFields(value: EventValue): value is { readonly [name: string]: EventValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
