import { formatDay } from '~/format';
import { localeOfPath } from '~/locale';
import type { KeptField, Told } from './entry';
import { hashOf, shrinkPhoto } from './shrink-photo';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

/** What stands in a form at this moment: what it would send, and in words. */
export interface Filled {
  data: FormData;
  told: Told[];
}

export const readForm = (form: HTMLFormElement): Filled => ({ data: new FormData(form), told: toldBy(form) });

/**
 * What a form would send as it is kept, its photos shrunk, each with the hash of its original as `NAME.sha256`. `before` is what was
 * kept of the same entry: a photo of it that stands in the form again is no new original.
 */
export async function keptFields(data: FormData, before: readonly KeptField[] = []): Promise<KeptField[]> {
  const fields: KeptField[] = [];
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, value]);
    else if (value.size > 0) fields.push(...(await keptPhoto(name, value, before)));
  }
  return fields;
}

async function keptPhoto(name: string, photo: File, before: readonly KeptField[]): Promise<KeptField[]> {
  const [hash, hashName] = [await hashOf(photo), `${name}.sha256`];
  const kept = before.find(([field]) => field === name)?.[1];
  const claimed = before.find(([field]) => field === hashName);
  if (kept instanceof Blob && claimed && (await hashOf(kept)) === hash) return [[name, photo], claimed];
  return [
    [name, await shrinkPhoto(photo)],
    [hashName, hash],
  ];
}

/** What a form asked and what was answered, in the words on the screen; what is hidden or empty is left out. */
function toldBy(form: HTMLFormElement): Told[] {
  return [...form.elements].flatMap((element) => {
    if (!isControl(element) || !element.name || !isShown(element)) return [];
    const answer = answerOf(element);
    const question = questionOf(element);
    return answer && question ? [{ question, answer }] : [];
  });
}

/** A radio button and a file's field may be covered by what stands for them: what counts is that they take part. */
const isShown = (element: Control): boolean =>
  element.type !== 'hidden' && element.getClientRects().length > 0;

function answerOf(element: Control): string | null {
  if (element instanceof HTMLSelectElement) return textOf(element.selectedOptions[0]) || null;
  if (element.type === 'radio' || element.type === 'checkbox') {
    if (!(element as HTMLInputElement).checked) return null;
    const label = element.labels?.[0];
    const words = textOf(label?.querySelector('.font-semibold') ?? label);
    return words ? [words, ...dayIn(element)].join(' · ') : null;
  }
  if (element.type === 'file') return (element as HTMLInputElement).files?.[0]?.name ?? null;
  const unit = element.parentElement?.querySelector('span');
  return element.value ? [element.value, textOf(unit)].filter(Boolean).join(' ') : null;
}

/** "Today" is another day tomorrow. */
const dayIn = ({ value }: Control): string[] =>
  /^\d{4}-\d\d-\d\d$/.test(value) ? [formatDay(new Date(value), localeOfPath(location.pathname))] : [];

function questionOf(element: Control): string {
  const group = element.closest('fieldset')?.querySelector('legend');
  if (element.type === 'radio' && group) return textOf(group);
  return textOf(element.labels?.[0]);
}

const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
