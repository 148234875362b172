import { type ApiInputs, LARGEST_PHOTO } from '@baunghe/api';
import { kilograms } from '@baunghe/money';
import { weightWords } from '~/office/field-words.server';
import { readForm, text } from '~/read-form.server';

/** Most that the form with its photo may weigh: over LARGEST_PHOTO, so that a photo a little too large keeps the rest. */
const MOST_BYTES = 40 * 1024 * 1024;

/** The form as it was filled in. */
export type TypedHarvest = Record<
  'key' | 'plotId' | 'varietyCode' | 'grade' | 'kg' | 'day' | 'otherDay',
  string
>;

/** Reads the harvest form; null when it is too long to be read at all. `beside` is what is wrong with a field already. */
export async function readHarvest(request: Request) {
  const form = await readForm(request, MOST_BYTES);
  if (!form) return null;
  const typed: TypedHarvest = {
    key: text(form, 'key'),
    plotId: text(form, 'plotId'),
    varietyCode: text(form, 'varietyCode'),
    grade: text(form, 'grade'),
    kg: text(form, 'kg'),
    day: text(form, 'day'),
    otherDay: text(form, 'otherDay'),
  };
  const weight = kilograms(typed.kg);
  const photo = form.get('photo');
  const entry = {
    key: typed.key,
    plotId: typed.plotId,
    varietyCode: typed.varietyCode,
    // Whatever was sent: the gate says whether it is a grade.
    grade: typed.grade as ApiInputs['harvests']['record']['grade'],
    grams: weight.ok ? weight.value : 0,
    cutOn: typed.day === 'other' ? typed.otherDay : typed.day,
    photoClaim: text(form, 'photo.sha256'),
    photo: photo instanceof File && photo.size > 0 ? new Uint8Array(await photo.arrayBuffer()) : null,
  };
  const beside: Record<string, string> = weight.ok ? {} : { grams: weightWords(weight.error) };
  return { typed, entry, beside };
}

/** The refusal of a form that was too long to be read. */
export const tooLarge = () => ({ code: 'photo_too_large', mostBytes: LARGEST_PHOTO }) as const;
