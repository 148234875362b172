import { z } from 'zod';

/** As much of JSON Schema (2020-12) as a procedure's input is described in. */
interface Described {
  type?: string | string[];
  properties?: Record<string, Described>;
  required?: string[];
  items?: Described;
  minItems?: number;
  anyOf?: Described[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  maxLength?: number;
}

/**
 * An input that a procedure takes, made of what its schema says: what is called like something known is that, a choice is
 * its first, and what may be left out is left out.
 */
export function inputFor(schema: z.ZodType, known: Record<string, unknown>): unknown {
  return filled(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described, '', known);
}

function filled(of: Described, name: string, known: Record<string, unknown>): unknown {
  if (name in known && fits(known[name], of)) return known[name];
  if (of.const !== undefined) return of.const;
  if (of.enum) return of.enum[0];
  if (of.anyOf?.[0]) return filled(of.anyOf[0], name, known);
  switch (Array.isArray(of.type) ? of.type[0] : of.type) {
    case 'object':
      return Object.fromEntries(
        (of.required ?? []).map((field) => [field, filled(of.properties?.[field] ?? {}, field, known)]),
      );
    case 'array':
      return of.items ? [filled(of.items, name.replace(/s$/, ''), known)] : [];
    case 'integer':
    case 'number':
      return of.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return of.format === 'date' ? known.today : 'nothing'.slice(0, of.maxLength);
  }
}

/** Whether what is known by a field's name may stand in it; schemas of bytes and the like are described as anything. */
function fits(value: unknown, of: Described): boolean {
  if (of.anyOf) return of.anyOf.some((each) => fits(value, each));
  if (of.const !== undefined) return of.const === value;
  if (of.enum) return of.enum.includes(value);
  if (of.type === undefined) return true;
  if (value === null) return of.type === 'null';
  if (typeof value === 'string') return of.type === 'string' && value.length <= (of.maxLength ?? 1e9);
  return typeof value === 'number' && (of.type === 'integer' || of.type === 'number');
}
