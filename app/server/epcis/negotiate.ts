import type { Request } from 'express';
import { notAcceptable } from './problems';

const VERSION = '2.0.0';
const MEDIA = ['application/json', 'application/ld+json'];

/** Headers of every answer of the repository (EPCIS 2.0, 12.2). */
export function standardHeaders(ownNamespace: string): Record<string, string> {
  return {
    'GS1-EPCIS-Version': VERSION,
    'GS1-CBV-Version': VERSION,
    'GS1-Extensions': `baunghe=${ownNamespace}`,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'Link, Location, GS1-EPCIS-Version, GS1-CBV-Version, GS1-Next-Page-Token-Expires',
    'Cache-Control': 'private, no-store',
  };
}

/** What OPTIONS tells beside them. */
export function discoveryHeaders(allow: string): Record<string, string> {
  return {
    Allow: allow,
    'GS1-EPCIS-Min': VERSION,
    'GS1-EPCIS-Max': VERSION,
    'GS1-CBV-Min': VERSION,
    'GS1-CBV-Max': VERSION,
    'GS1-EPC-Format': 'Never_Translates',
    'GS1-CBV-XML-Format': 'Never_Translates',
    'GS1-Vendor-Version': '0.1.0',
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers':
      'Authorization, Content-Type, GS1-Capture-Error-Behaviour, GS1-EPC-Format, GS1-Extensions',
  };
}

/** The media type of the answer. @throws EpcisProblem 406 for media, versions or forms of EPCs that are not given here. */
export function negotiate(request: Request): string {
  const media = request.accepts(MEDIA);
  if (media === false) throw notAcceptable('answers are application/json or application/ld+json');
  for (const standard of ['epcis', 'cbv']) {
    const asked = (end: string) => request.get(`gs1-${standard}-${end}`);
    const [exact, least, most] = [asked('version'), asked('min'), asked('max')];
    const fits =
      (exact === undefined || /^2\.0(\.\d+)?$/.test(exact.trim())) &&
      (least === undefined || rank(least) <= rank(VERSION)) &&
      (most === undefined || rank(most) >= rank(VERSION));
    if (!fits) throw notAcceptable(`${standard.toUpperCase()} is spoken here in version ${VERSION} only`);
  }
  refuseTranslation(request);
  return media;
}

/** The short names of vocabularies that a client declares: `GS1-Extensions: ext1=http://example.com/ext1/`. */
export function extensionsOf(request: Request): Record<string, string> {
  const pairs = (request.get('gs1-extensions') ?? '')
    .slice(0, 4_000)
    .split(',')
    .map((part) => part.trim().split('='));
  const named = pairs.flatMap(([name = '', ...uri]) =>
    /^[A-Za-z][\w-]{0,60}$/.test(name) && uri.length > 0
      ? [[name, uri.join('=').slice(0, 400)] as const]
      : [],
  );
  return Object.fromEntries(named);
}

/** Our own events speak in GS1 Digital Link; what others captured is given back as it came. */
function refuseTranslation(request: Request): void {
  const wanted = request.get('gs1-epc-format') ?? 'No_Preference';
  const onlyOwn = request.headers.authorization === undefined && request.headers.cookie === undefined;
  const given = ['No_Preference', 'Never_Translates', ...(onlyOwn ? ['Always_GS1_Digital_Link'] : [])];
  if (!given.includes(wanted)) throw notAcceptable(`GS1-EPC-Format here is one of: ${given.join(', ')}`);
}

function rank(version: string): number {
  const found = /^\s*(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?\s*$/.exec(version);
  if (!found) return Number.NaN;
  return Number(found[1]) * 1e6 + Number(found[2] ?? 0) * 1e3 + Number(found[3] ?? 0);
}
