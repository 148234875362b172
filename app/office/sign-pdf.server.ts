import { Readable } from 'node:stream';
import { type Sign, signs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** Signs as a PDF to print, drawn as it is read. */
export function signPdf(
  all: readonly Sign[],
  { size, demo, name }: { size: 'card' | 'board'; demo: boolean; name: string },
): Response {
  const sheet = { size, cooperative: m.common_coop_name(), demo: demo ? m.office_label_demo() : null };
  const pdf = Readable.toWeb(signs(all, sheet)) as ReadableStream<Uint8Array>;
  return new Response(pdf, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
    },
  });
}
