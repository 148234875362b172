import { Readable } from 'node:stream';
import { type Report, report } from '@baunghe/api';
import { PRIVATE } from '~/private-page.server';

/** A report as a PDF to save, drawn as it is read. */
export function reportAnswer(told: Report, fileName: string): Response {
  return new Response(Readable.toWeb(report(told)) as ReadableStream<Uint8Array>, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}
