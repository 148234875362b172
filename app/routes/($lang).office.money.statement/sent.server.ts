import { type ApiInputs, MOST_STATEMENT_BYTES } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';
import { readForm, text } from '~/read-form.server';
import { columnNames } from './columns';

type Sent = ApiInputs['bank']['readStatement'];

/** A form of the page as the gate takes it; null: more than can be read. */
export async function sentStatement(request: Request): Promise<(Sent & { act: string }) | null> {
  const form = await readForm(request, 4 * MOST_STATEMENT_BYTES);
  if (!form) return null;
  const file = form.get('file');
  const sent =
    file instanceof File ? await file.arrayBuffer() : new TextEncoder().encode(text(form, 'text')).buffer;
  const chosen = columnNames
    .map((name) => [name, text(form, name)] as const)
    .filter(([, at]) => /^\d{1,2}$/.test(at))
    .map(([name, at]) => [name, Number(at)]);
  const columns: Sent['columns'] = chosen.length > 0 ? Object.fromEntries(chosen) : null;
  return { act: text(form, 'act'), file: new Uint8Array(sent as ArrayBuffer), columns };
}

/** Why a file is no statement, in a sentence. */
export function sayNoStatement(refusal: { code: string; mostRows?: number }): string {
  switch (refusal.code) {
    case 'statement_not_text':
      return m.money_say_not_text();
    case 'statement_unreadable':
      return m.money_say_unreadable();
    case 'statement_columns':
      return m.money_say_columns();
    case 'statement_too_long':
      return m.money_say_statement_long({ most: refusal.mostRows ?? 0 });
    default:
      return m.money_say_file();
  }
}
