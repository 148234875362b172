import { redirect } from '@remix-run/node';
import { hrefIn, localeOfPath } from '~/locale';
import { PRIVATE } from '~/private-page.server';

/** Which form a file was asked for by. */
export type ExportForm = 'diary' | 'unit' | 'steps' | 'events';

/** What a form that asks for a file holds. */
export interface ExportAsked {
  from: string;
  to: string;
  plotCode: string;
  unitCode: string;
}

/** What was typed into such a form. */
export function exportAsked(request: Request): ExportAsked {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => (searchParams.get(name) ?? '').slice(0, 40);
  return { from: of('from'), to: of('to'), plotCode: of('plot'), unitCode: of('unit') };
}

/** Leads back to the forms, filled in as they were, with what was refused: the page says it beside its field. */
export function backToForms(
  request: Request,
  form: ExportForm,
  refused: { code: string; most?: number; fields?: Record<string, string> },
): Response {
  const { pathname, searchParams } = new URL(request.url);
  const [field] = Object.keys(refused.fields ?? {});
  const told = { form, refused: field ?? refused.code, ...(refused.most ? { most: `${refused.most}` } : {}) };
  for (const [name, value] of Object.entries(told)) searchParams.set(name, value);
  return redirect(hrefIn(localeOfPath(pathname), `/office/exports?${searchParams}`), { headers: PRIVATE });
}
