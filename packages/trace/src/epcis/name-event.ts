import { type EpcisEvent, eventHashId } from '@baunghe/gs1';
import type { Prefixes } from './context.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/**
 * The id of an event that came without one: its hash (CBV 2.0, 8.9), which every other keeper of the event finds too.
 * Names that have no value say nothing and are left out.
 */
export function hashIdOf(event: JsonObject, prefixes: Prefixes): Promise<string> {
  return eventHashId(withoutNulls(event) as EpcisEvent, prefixes);
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.filter((each) => each !== null).map(withoutNulls);
  if (!isObject(value)) return value;
  const told = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(told.map(([name, inner]) => [name, withoutNulls(inner)]));
}
