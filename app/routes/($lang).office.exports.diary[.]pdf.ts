import { Readable } from 'node:stream';
import { report } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { answered } from '~/office/gate-answers.server';
import { vietgapDiary } from '~/orchard/vietgap-diary.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** A plot's VietGAP diary of a season as a PDF. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const [plotCode, from, to] = ['plot', 'from', 'to'].map((name) => searchParams.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const season = await answered(request, context.api.exports.season({ plotCode, from, to }));
  if (!season.ok) throw new Response(m.recall_exports_bad(), { status: 422, headers: PRIVATE });
  const diary = report(vietgapDiary(season.value, new Date(from), new Date(to)));
  return new Response(Readable.toWeb(diary) as ReadableStream<Uint8Array>, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="vietgap-${season.value.code}.pdf"`,
    },
  });
}
