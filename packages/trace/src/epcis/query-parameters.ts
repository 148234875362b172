import { ok, type Result } from '@baunghe/db';
import { fullName, type Prefixes } from './context.ts';
import { type EpcisFailure, refuse } from './failure.ts';
import { instant } from './instants.ts';
import { bareWord, presence, term } from './terms.ts';

/** An event query's parameters as they came, each with its values. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** A comparison that one of a field's numbers must pass. */
export interface Comparison {
  field: string;
  is: 'EQ' | 'GE' | 'GT' | 'LE' | 'LT';
  than: number;
}

/** One of these terms must be there, or one value of a field that begins so. */
export interface AnyOf {
  terms: string[];
  beginnings: { field: string; with: string }[];
}

/** What is asked, read and checked. */
export interface EventQuery {
  allOf: AnyOf[];
  comparisons: Comparison[];
  times: { column: 'eventTime' | 'recordTime'; is: 'GE' | 'LT'; than: string }[];
  eventIds: readonly string[] | null;
  /** The EPCs that are asked for by name. */
  epcs: string[];
  orderBy: 'eventTime' | 'recordTime';
  direction: 'ASC' | 'DESC';
  eventCountLimit: number | null;
  maxEventCount: number | null;
}

/** How names in parameters are read: short names of vocabularies, and the namespace of our own extensions. */
export interface Names {
  prefixes: Prefixes;
  ownNamespace: string;
}

const MOST_PARAMETERS = 60;
const MOST_VALUES = 500;

/** Parameters that look for one of several words in one field. */
const WORDS: Record<string, string[]> = {
  eventType: ['eventType'],
  EQ_action: ['action'],
  EQ_bizStep: ['bizStep'],
  EQ_disposition: ['disposition'],
  EQ_persistentDisposition_set: ['set'],
  EQ_persistentDisposition_unset: ['unset'],
  EQ_readPoint: ['readPoint'],
  WD_readPoint: ['readPoint'],
  EQ_bizLocation: ['bizLocation'],
  WD_bizLocation: ['bizLocation'],
  EQ_transformationID: ['transformationID'],
  MATCH_epc: ['epc'],
  MATCH_parentID: ['parentID'],
  MATCH_inputEPC: ['inputEPC'],
  MATCH_outputEPC: ['outputEPC'],
  MATCH_anyEPC: ['epc', 'parentID', 'inputEPC', 'outputEPC'],
  MATCH_epcClass: ['epcClass'],
  MATCH_inputEPCClass: ['inputEPCClass'],
  MATCH_outputEPCClass: ['outputEPCClass'],
  MATCH_anyEPCClass: ['epcClass', 'inputEPCClass', 'outputEPCClass'],
  EQ_errorReason: ['errorReason'],
  EQ_correctiveEventID: ['correctiveEventID'],
  EQ_type: ['sensor.type'],
  EQ_deviceID: ['sensor.deviceID'],
  EQ_dataProcessingMethod: ['sensor.dataProcessingMethod'],
  EQ_microorganism: ['sensor.microorganism'],
  EQ_chemicalSubstance: ['sensor.chemicalSubstance'],
  EQ_bizRules: ['sensor.bizRules'],
  EQ_stringValue: ['sensor.stringValue'],
  EQ_hexBinaryValue: ['sensor.hexBinaryValue'],
  EQ_uriValue: ['sensor.uriValue'],
  EQ_booleanValue: ['sensor.booleanValue'],
};

const MEASURES =
  /^(EQ|GT|GE|LT|LE)_((?:quantity|value|minValue|maxValue|meanValue|sDev|percRank|percValue)(?:_[A-Z0-9]{2,3})?)$/;
const INSTANTS = /^(EQ|GT|GE|LT|LE)_(time|startTime|endTime|errorDeclarationTime)$/;
const PAIRS = /^EQ_(bizTransaction|source|destination)_(.+)$/;
const EXTENSIONS =
  /^(EQ|GT|GE|LT|LE|EXISTS)_((?:INNER_)?(?:(?:ILMD|ERROR_DECLARATION|SENSORELEMENT|SENSORMETADATA|SENSORREPORT)_)?)(.*:.+)$/;

/**
 * Reads the parameters of SimpleEventQuery (EPCIS 2.0, 8.2.7.1). Names of extension fields are full
 * (`http://ns.example.com/epcis/field`, also with `#` before the field) or short with a known prefix.
 */
export function readQuery(parameters: Parameters, names: Names): Result<EventQuery, EpcisFailure> {
  const query: EventQuery = {
    allOf: [],
    comparisons: [],
    times: [],
    eventIds: null,
    epcs: [],
    orderBy: 'recordTime',
    direction: parameters.orderBy ? 'DESC' : 'ASC',
    eventCountLimit: null,
    maxEventCount: null,
  };
  const given = Object.entries(parameters);
  if (given.length > MOST_PARAMETERS || given.flatMap(([, values]) => values).length > MOST_VALUES) {
    return refuse(
      'query_too_complex',
      `at most ${MOST_PARAMETERS} parameters with ${MOST_VALUES} values are looked up`,
    );
  }
  for (const [name, values] of given) {
    const wrong = readOne(query, name, values, names);
    if (wrong !== null) return refuse('query_parameter', `${name.slice(0, 200)}: ${wrong}`);
  }
  if (query.eventCountLimit !== null && query.maxEventCount !== null) {
    return refuse('query_parameter', 'eventCountLimit: cannot stand beside maxEventCount');
  }
  return ok(query);
}

/** Adds one parameter to the query, or says what is wrong with it. */
function readOne(query: EventQuery, name: string, values: readonly string[], names: Names): string | null {
  if (values.length === 0 || values.some((value) => value === '')) return 'needs a value';
  if ([name, ...values].some((text) => text.includes('\0') || /\p{Cs}/u.test(text)))
    return 'is not Unicode text';
  const fields = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (fields) return readWords(query, name, values, fields);
  const pair = PAIRS.exec(name);
  if (pair) return readWords(query, name, values, [`${pair[1]}_${bareWord(pair[2] ?? '')}`]);
  if (name === 'EQ_eventID') {
    query.eventIds = values;
    return null;
  }
  if (name === 'EXISTS_errorDeclaration') return readExists(query, values, 'errorDeclaration');
  const extension = EXTENSIONS.exec(name);
  if (extension) return readExtension(query, values, extension, names);
  const [value = '', ...more] = values;
  if (more.length > 0) return 'takes one value';
  return readSingle(query, name, value);
}

function readWords(
  query: EventQuery,
  name: string,
  values: readonly string[],
  fields: readonly string[],
): string | null {
  if (name === 'EQ_action' && values.some((value) => !['ADD', 'OBSERVE', 'DELETE'].includes(value))) {
    return 'must be ADD, OBSERVE or DELETE';
  }
  const any: AnyOf = { terms: [], beginnings: [] };
  for (const field of fields) {
    for (const value of values) {
      const matched = name.startsWith('MATCH_') ? readPattern(value) : null;
      if (matched === 'malformed') return 'is no EPC pattern with its * at the end';
      if (matched && 'beginning' in matched) any.beginnings.push({ field, with: matched.beginning });
      else any.terms.push(term(field, bareWord(matched?.epc ?? value)));
      if (matched && 'epc' in matched) query.epcs.push(bareWord(matched.epc));
    }
  }
  query.allOf.push(any);
  return null;
}

/**
 * One EPC, or what EPCs of a pure identity pattern begin with (`urn:epc:idpat:sgtin:0614141.*.*`, TDS 1.13, 8). A pattern
 * that leaves nothing open is that one EPC, and none that only begins so.
 */
function readPattern(value: string): { epc: string } | { beginning: string } | 'malformed' {
  if (!value.startsWith('urn:epc:idpat:')) return { epc: value };
  const found = /^urn:epc:idpat:([a-z]+:(?:[^*.]+\.)*)\*(?:\.\*)*$/.exec(value);
  if (found) return { beginning: `urn:epc:id:${found[1]}` };
  return value.includes('*') ? 'malformed' : { epc: value.replace('urn:epc:idpat:', 'urn:epc:id:') };
}

function readExists(query: EventQuery, values: readonly string[], field: string): string | null {
  if (values.length !== 1 || !['true', 'false', '1', '0'].includes(values[0] ?? ''))
    return 'must be true or false';
  if (values[0] === 'true' || values[0] === '1')
    query.allOf.push({ terms: [presence(field)], beginnings: [] });
  return null;
}

function readExtension(
  query: EventQuery,
  values: readonly string[],
  [, is = '', section = '', given = '']: readonly string[],
  { prefixes, ownNamespace }: Names,
): string | null {
  const full = fullName(given, prefixes).replace(/([/:#])#([^#]*)$/, '$1$2');
  const field =
    section + (full.startsWith(ownNamespace) ? `baunghe:${full.slice(ownNamespace.length)}` : full);
  // An address written with # between namespace and name may have been captured either way.
  const spelt = field.includes('#') ? [field, field.replace('#', '/')] : [field];
  if (is === 'EXISTS') {
    query.allOf.push({ terms: spelt.map(presence), beginnings: [] });
    return null;
  }
  if (is === 'EQ') {
    const terms = spelt.flatMap((one) => values.map((value) => term(one, value)));
    query.allOf.push({ terms, beginnings: [] });
    return null;
  }
  const [value = '', ...more] = values;
  if (more.length > 0) return 'takes one value';
  const at = instant(value);
  const than = at ? at.ms : decimal(value);
  if (than === null) return 'must be a number or an instant with its zone';
  query.comparisons.push({ field: at ? `${field}@` : field, is: is as Comparison['is'], than });
  return null;
}

function readSingle(query: EventQuery, name: string, value: string): string | null {
  const bound = /^(GE|LT)_(eventTime|recordTime)$/.exec(name);
  const instantOf = INSTANTS.exec(name);
  if (bound || instantOf) {
    const at = instant(value);
    if (!at) return 'must be an instant with its zone, such as 2026-06-12T14:05:00+07:00';
    if (bound) {
      query.times.push({ column: bound[2] as 'eventTime', is: bound[1] as 'GE', than: at.text });
    } else {
      query.comparisons.push({
        field: `${instantOf?.[2]}@`,
        is: instantOf?.[1] as Comparison['is'],
        than: at.ms,
      });
    }
    return null;
  }
  const measure = MEASURES.exec(name);
  if (measure) {
    const than = decimal(value);
    if (than === null) return 'must be a number';
    query.comparisons.push({ field: measure[2] ?? '', is: measure[1] as Comparison['is'], than });
    return null;
  }
  return readOrder(query, name, value);
}

function readOrder(query: EventQuery, name: string, value: string): string | null {
  if (name === 'orderBy') {
    if (value !== 'eventTime' && value !== 'recordTime') return 'must be eventTime or recordTime';
    query.orderBy = value;
    return null;
  }
  if (name === 'orderDirection') {
    if (value !== 'ASC' && value !== 'DESC') return 'must be ASC or DESC';
    query.direction = value;
    return null;
  }
  if (name === 'eventCountLimit' || name === 'maxEventCount') {
    if (!/^[1-9]\d{0,8}$/.test(value)) return 'must be a whole number from 1';
    query[name] = Number(value);
    return null;
  }
  return 'is no parameter of an event query here';
}

function decimal(value: string): number | null {
  return /^[+-]?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/.test(value) ? Number(value) : null;
}
