import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { type FieldCode, fieldCode } from './field-codes.ts';

/** Input that was refused before it reached a room: a code for each field, such as `{ buyerName: 'name_missing' }`. */
export interface FieldsRefused {
  code: 'fields';
  fields: Record<string, FieldCode>;
}

/**
 * Awaits a procedure called with a person's form. Input that the procedure's schema refused becomes a failure with a
 * code per field; every other error goes on.
 */
export async function formAnswer<T>(asked: Promise<T>): Promise<T | { ok: false; error: FieldsRefused }> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== 'BAD_REQUEST') throw error;
    if (!(error.cause instanceof ZodError)) throw error;
    const fields: Record<string, FieldCode> = {};
    for (const issue of error.cause.issues) fields[issue.path.join('.')] ??= fieldCode(issue.message);
    return { ok: false, error: { code: 'fields', fields } };
  }
}
