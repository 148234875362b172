import { Readable } from 'node:stream';
import { report } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { handedOver } from '~/packing/handed-over.server';
import { manifestReport } from '~/packing/manifest-report.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** What a day's carrier took along as a PDF to sign: `?day=2026-06-07`, `&carrier=`. 404 where nothing left. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const handed = await handedOver(request, context);
  if (handed.rows.length === 0)
    throw new Response(m.packing_manifest_empty(), { status: 404, headers: PRIVATE });
  const drawn = report(manifestReport(handed, localeOf(params), context.demo));
  return new Response(Readable.toWeb(drawn) as ReadableStream<Uint8Array>, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="manifest-${handed.day}.pdf"`,
    },
  });
}
