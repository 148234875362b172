import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import schema from '../../data/EPCIS-JSON-Schema.json' with { type: 'json' };
import { isObject, type Json, type JsonObject, pointer } from './json.ts';

const MOST_SENTENCES = 5;

interface Schemas {
  whole: ValidateFunction;
  event: ValidateFunction;
}

let compiled: Schemas | undefined;

/** Compiles GS1's schema, once a process and only where it is needed. */
function schemas(): Schemas {
  if (compiled) return compiled;
  const ajv = new Ajv({ strict: false });
  // Its own comparison of every item with every other would let one long list hold the server for minutes.
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (wanted: boolean, list: Json[]) =>
      !wanted || new Set(list.map((item) => JSON.stringify(item))).size === list.length,
    error: { message: 'must not hold the same item twice' },
  });
  addFormats.default(ajv);
  const whole = ajv.compile(schema);
  const event = ajv.compile({ $ref: `${schema.$id}#/definitions/EPCIS-Document-Event` });
  compiled = { whole, event };
  return compiled;
}

/** What GS1's JSON Schema of EPCIS 2.0 finds wrong with a document or a lone event, one sentence a fault. */
export function faultsOf(document: Json): string[] {
  return faults(schemas().whole, document, '');
}

/** What it finds wrong with one event of a document; `at` is the event's JSON pointer there. */
export function faultsOfEvent(event: Json, at: string): string[] {
  return faults(schemas().event, event, at);
}

/** The events of an EPCISDocument or EPCISQueryDocument, where they lie, and the document without them. */
export function takeApart(document: Json): { events: Json[]; at: string; envelope: JsonObject } | null {
  if (!isObject(document) || !isObject(document.epcisBody)) return null;
  const { epcisBody } = document;
  if (document.type === 'EPCISDocument' && Array.isArray(epcisBody.eventList)) {
    const envelope = { ...document, epcisBody: { ...epcisBody, eventList: [] } };
    return { events: epcisBody.eventList, at: '/epcisBody/eventList', envelope };
  }
  const { queryResults } = epcisBody;
  if (document.type !== 'EPCISQueryDocument' || !isObject(queryResults)) return null;
  const { resultsBody } = queryResults;
  if (!isObject(resultsBody) || !Array.isArray(resultsBody.eventList)) return null;
  const emptied = { ...queryResults, resultsBody: { ...resultsBody, eventList: [] } };
  const envelope = { ...document, epcisBody: { ...epcisBody, queryResults: emptied } };
  return { events: resultsBody.eventList, at: '/epcisBody/queryResults/resultsBody/eventList', envelope };
}

function faults(validate: ValidateFunction, value: Json, at: string): string[] {
  if (validate(value)) return [];
  const all = (validate.errors ?? []).filter(
    ({ keyword }) => !['allOf', 'anyOf', 'oneOf', 'if', 'not'].includes(keyword),
  );
  // Of the branches that a value may take, the one that came furthest says best what is missing.
  const depth = (error: ErrorObject) => error.instancePath.split('/').length + (error.propertyName ? 1 : 0);
  const deepest = Math.max(...all.map(depth));
  const sentences = all.filter((error) => depth(error) === deepest).map((error) => sentence(error, at));
  const told = [...new Set(sentences)].slice(0, MOST_SENTENCES);
  return told.length > 0 ? told : [`${at || '/'} does not follow the JSON Schema of EPCIS 2.0`];
}

function sentence({ instancePath, keyword, message, params, propertyName }: ErrorObject, at: string): string {
  const place =
    `${at}${instancePath}${propertyName === undefined ? '' : pointer([propertyName])}`.slice(0, 300) || '/';
  if (propertyName !== undefined)
    return `${place} is no field of EPCIS 2.0 and has no prefix of an extension`;
  if (keyword === 'enum')
    return `${place} must be one of: ${(params.allowedValues as string[]).slice(0, 8).join(', ')}`;
  return `${place} ${message ?? 'is not allowed here'}`;
}
