import { createHash } from 'node:crypto';
import { fullName, type Prefixes } from './context.ts';
import { instant } from './instants.ts';
import { isObject, type Json, type JsonObject, listOf } from './json.ts';

/** What queries look for in an event, as `field=value`, and what they compare. */
export interface Indexed {
  terms: string[];
  numbers: Record<string, number[]>;
}

const LONGEST_TERM = 400;

/** A term of the index; a long one by its hash, since an index takes no long keys. */
export function term(field: string, value: string): string {
  const text = `${field}=${value}`;
  if (text.length <= LONGEST_TERM) return text;
  return `${field.slice(0, 100)}#${createHash('sha256').update(text).digest('base64url')}`;
}

/** The term that says that an event has a field. */
export function presence(field: string): string {
  return term('has', field);
}

const VOCABULARY_PREFIX =
  /^(urn:epcglobal:cbv:(bizstep|disp|btt|sdt|er):|https?:\/\/(ref|ns)\.gs1\.org\/cbv\/(BizStep|Disp|BTT|SDT|ER)-|cbv:(BizStep|Disp|BTT|SDT|ER)-)/;

/** A word of the Core Business Vocabulary without what may stand before it: `shipping`. */
export function bareWord(word: string): string {
  return word.replace(VOCABULARY_PREFIX, '');
}

/** The standard's own fields; the others are extensions. */
const STANDARD = new Set(
  `@context type eventTime recordTime eventTimeZoneOffset eventID certificationInfo errorDeclaration action epcList
  quantityList bizStep disposition persistentDisposition readPoint bizLocation bizTransactionList sourceList
  destinationList sensorElementList ilmd parentID childEPCs childQuantityList inputEPCList inputQuantityList
  outputEPCList outputQuantityList transformationID declarationTime reason correctiveEventIDs sensorMetadata
  sensorReport time startTime endTime deviceID deviceMetadata rawData dataProcessingMethod bizRules exception
  microorganism chemicalSubstance coordinateReferenceSystem value component stringValue booleanValue hexBinaryValue
  uriValue minValue maxValue meanValue sDev percRank percValue uom`.split(/\s+/),
);

const SENSOR_TEXTS = `type deviceID dataProcessingMethod bizRules microorganism chemicalSubstance stringValue
  hexBinaryValue uriValue booleanValue`.split(/\s+/);
const SENSOR_NUMBERS = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'];

const EPC_FIELDS: Record<string, string> = {
  epcList: 'epc',
  childEPCs: 'epc',
  parentID: 'parentID',
  inputEPCList: 'inputEPC',
  outputEPCList: 'outputEPC',
};
const CLASS_FIELDS: Record<string, string> = {
  quantityList: 'epcClass',
  childQuantityList: 'epcClass',
  inputQuantityList: 'inputEPCClass',
  outputQuantityList: 'outputEPCClass',
};

/** Reads out of a valid event what queries can ask for (EPCIS 2.0, 8.2.7.1). */
export function indexOf(event: JsonObject, prefixes: Prefixes): Indexed {
  const index = new Index(prefixes);
  index.word('eventType', event.type);
  index.word('action', event.action);
  for (const field of ['bizStep', 'disposition']) index.word(field, event[field]);
  index.word('transformationID', event.transformationID);
  for (const field of ['readPoint', 'bizLocation']) {
    if (isObject(event[field])) index.word(field, event[field].id);
  }
  if (isObject(event.persistentDisposition)) {
    index.word('set', event.persistentDisposition.set);
    index.word('unset', event.persistentDisposition.unset);
  }
  for (const [field, name] of Object.entries(EPC_FIELDS)) index.word(name, event[field]);
  for (const [field, name] of Object.entries(CLASS_FIELDS)) quantities(index, name, event[field]);
  pairs(index, 'bizTransaction', event.bizTransactionList);
  pairs(index, 'source', event.sourceList);
  pairs(index, 'destination', event.destinationList);
  declaration(index, event.errorDeclaration);
  for (const element of listOf(event.sensorElementList).filter(isObject)) sensor(index, element);
  index.extensions('', event);
  if (isObject(event.ilmd)) index.everything('ILMD_', event.ilmd);
  return index.read();
}

function quantities(index: Index, name: string, list: Json | undefined): void {
  for (const element of listOf(list).filter(isObject)) {
    index.word(name, element.epcClass);
    index.number('quantity', element.quantity);
    if (typeof element.uom === 'string') index.number(`quantity_${element.uom}`, element.quantity);
  }
}

function pairs(index: Index, field: string, list: Json | undefined): void {
  for (const element of listOf(list).filter(isObject)) {
    const type = typeof element.type === 'string' ? bareWord(element.type) : '';
    index.word(`${field}_${type}`, element[field]);
  }
}

function declaration(index: Index, declared: Json | undefined): void {
  if (!isObject(declared)) return;
  index.has('errorDeclaration');
  index.time('errorDeclarationTime', declared.declarationTime);
  index.word('errorReason', declared.reason);
  index.word('correctiveEventID', declared.correctiveEventIDs);
  index.extensions('ERROR_DECLARATION_', declared);
}

function sensor(index: Index, element: JsonObject): void {
  index.has('sensorElementList');
  index.extensions('SENSORELEMENT_', element);
  const reports = listOf(element.sensorReport).filter(isObject);
  for (const part of [...listOf(element.sensorMetadata).filter(isObject), ...reports]) {
    for (const field of SENSOR_TEXTS) index.word(`sensor.${field}`, part[field]);
    for (const field of ['time', 'startTime', 'endTime']) index.time(field, part[field]);
  }
  if (isObject(element.sensorMetadata)) index.extensions('SENSORMETADATA_', element.sensorMetadata);
  for (const report of reports) {
    for (const field of SENSOR_NUMBERS) {
      index.number(field, report[field]);
      if (typeof report.uom === 'string') index.number(`${field}_${report.uom}`, report[field]);
    }
    index.extensions('SENSORREPORT_', report);
  }
}

/** Gathers terms and numbers, each once. */
class Index {
  readonly #prefixes: Prefixes;
  readonly #terms = new Set<string>();
  readonly #numbers = new Map<string, Set<number>>();

  constructor(prefixes: Prefixes) {
    this.#prefixes = prefixes;
  }

  read(): Indexed {
    const numbers = [...this.#numbers].map(([field, values]) => [field, [...values]]);
    return { terms: [...this.#terms], numbers: Object.fromEntries(numbers) };
  }

  has(field: string): void {
    this.#terms.add(presence(field));
  }

  /** Words, each bare of the vocabulary that it comes from. */
  word(field: string, value: Json | undefined): void {
    for (const one of listOf(value)) {
      if (typeof one === 'string') this.#terms.add(term(field, bareWord(one)));
      else if (typeof one === 'number' || typeof one === 'boolean') this.#terms.add(term(field, String(one)));
    }
  }

  number(field: string, value: Json | undefined): void {
    if (typeof value !== 'number') return;
    this.has(field);
    const values = this.#numbers.get(field) ?? new Set<number>();
    this.#numbers.set(field, values.add(value));
  }

  time(field: string, value: Json | undefined): void {
    const at = typeof value === 'string' ? instant(value) : null;
    if (at) this.number(`${field}@`, at.ms);
  }

  /** The fields that are not the standard's, by their full names; those within them under `INNER_`. */
  extensions(section: string, fields: JsonObject): void {
    for (const [name, value] of Object.entries(fields)) {
      if (!STANDARD.has(name)) this.#field(section, name, value, false);
    }
  }

  /** All fields, as in an ILMD section, where none is the standard's own. */
  everything(section: string, fields: JsonObject): void {
    for (const [name, value] of Object.entries(fields)) this.#field(section, name, value, false);
  }

  #field(section: string, name: string, value: Json, inner: boolean): void {
    const field = `${inner ? 'INNER_' : ''}${section}${fullName(name, this.#prefixes)}`;
    this.has(field);
    for (const one of listOf(value)) {
      if (isObject(one)) {
        for (const [below, deeper] of Object.entries(one)) this.#field(section, below, deeper, true);
      } else if (one !== null && !Array.isArray(one)) {
        this.#terms.add(term(field, String(one)));
        this.number(field, typeof one === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(one) ? Number(one) : one);
        this.time(field, one);
      }
    }
  }
}
