import { convenienceAlphas } from './convenience-alphas.ts';
import { writeDigitalLinkUri } from './digital-link-uri.ts';
import { digitalLinkOfEpc } from './epc-urn.ts';
import { gs1Dictionary } from './gs1-dictionary.ts';
import { readLink } from './read-digital-link.ts';

/** Where bare words of the vocabulary stand. */
const vocabularies: Readonly<Record<string, string>> = {
  bizStep: 'https://ref.gs1.org/cbv/BizStep-',
  disposition: 'https://ref.gs1.org/cbv/Disp-',
  set: 'https://ref.gs1.org/cbv/Disp-',
  unset: 'https://ref.gs1.org/cbv/Disp-',
  component: 'https://ref.gs1.org/cbv/Comp-',
  'sensorReport.type': 'https://gs1.org/voc/',
  'bizTransactionList.type': 'https://ref.gs1.org/cbv/BTT-',
  'sourceList.type': 'https://ref.gs1.org/cbv/SDT-',
  'destinationList.type': 'https://ref.gs1.org/cbv/SDT-',
};

const oldVocabularies: readonly (readonly [urn: string, uri: string])[] = [
  ['urn:epcglobal:cbv:bizstep:', 'https://ref.gs1.org/cbv/BizStep-'],
  ['urn:epcglobal:cbv:disp:', 'https://ref.gs1.org/cbv/Disp-'],
  ['urn:epcglobal:cbv:btt:', 'https://ref.gs1.org/cbv/BTT-'],
  ['urn:epcglobal:cbv:sdt:', 'https://ref.gs1.org/cbv/SDT-'],
  ['urn:epcglobal:cbv:er:', 'https://ref.gs1.org/cbv/ER-'],
];

/** Whether a list's elements are values with a type beside them. */
export function hasTypedElements(list: string): boolean {
  return list.endsWith('List') && `${list}.type` in vocabularies;
}

/**
 * The one form of a field's value: times in UTC with milliseconds, vocabulary and keys as whole addresses, numbers
 * without idle digits (CBV 2.0, 8.9). `parent` is the field around it.
 */
export function canonicalValue(name: string, text: string, parent: string): string {
  if (/time$/i.test(name)) return utcMilliseconds(text);
  const vocabulary = vocabularies[`${parent}.${name}`] ?? vocabularies[name];
  if (vocabulary && /^\w+$/.test(text)) return vocabulary + text;
  for (const [urn, uri] of oldVocabularies) if (text.startsWith(urn)) return uri + text.slice(urn.length);
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return String(Number(text));
  return constrainedLink(text) ?? text;
}

/** Half a millisecond and more counts as a whole one. */
function utcMilliseconds(text: string): string {
  const [, whole, fraction = '', zone = ''] = /^(.*?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const milliseconds = Math.round(Number(`0.${fraction || '0'}`) * 1000);
  const instant = new Date(`${whole}${zone}`).getTime();
  return Number.isNaN(instant) ? text : new Date(instant + milliseconds).toISOString();
}

/** An EPC or Digital Link at GS1's own address, with nothing but the most exact key. */
function constrainedLink(text: string): string | null {
  const epc = digitalLinkOfEpc(text);
  if (epc.ok) return epc.value;
  if (!/^https?:\/\//.test(text)) return null;
  const read = readLink(text, { dictionary: gs1Dictionary, names: convenienceAlphas, shortGtin: true });
  if (!read.ok) return null;
  const { key, qualifiers } = read.value;
  const exact = ['21', '235', '10', '254', '8011']
    .flatMap((ai) => qualifiers.filter((qualifier) => qualifier[0] === ai))
    .slice(0, 1);
  return writeDigitalLinkUri({ stem: 'https://id.gs1.org', key, qualifiers: exact, attributes: [] });
}
