import { parseGtin, parseSerial } from '@baunghe/gs1';
import { type ActionFunctionArgs, json } from '@remix-run/node';
import { localeOf } from '~/locale';
import { readForm, text } from '~/read-form.server';
import { copyWords } from '~/scanned-page/copy-words';

const PRIVATE = { 'Cache-Control': 'private, no-store' };
const MOST_BYTES = 500;

/** Only told, never asked. */
export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST', ...PRIVATE } });
}

/**
 * The door that a scanned page's script knocks at: counts the opening, and answers with the box's warning as
 * `{ title, text }`, or `{}`.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await readForm(request, MOST_BYTES);
  if (!form) throw new Response(null, { status: 413, headers: PRIVATE });
  const [gtin, serial] = [parseGtin(text(form, 'gtin')), parseSerial(text(form, 'serial'))];
  if (!gtin.ok || !serial.ok) throw new Response(null, { status: 400, headers: PRIVATE });
  const code = { gtin: gtin.value, serial: serial.value };
  const { scans } = context.api;
  await scans.count({ ...code, cell: text(form, 'cell').slice(0, 12) || null });
  const seen = await scans.ofBox(code);
  const flag = seen.ok ? seen.value.flags[0] : undefined;
  return json(flag ? copyWords(flag, locale) : {}, { headers: PRIVATE });
}
