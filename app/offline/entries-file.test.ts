import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readEntries, writeEntries } from './entries-file';
import type { NewEntry } from './entry';
import { entriesOf, openEntryStore, saveEntry } from './entry-store';
import { plotInCode } from './plot-in-code';

const ENTRY: NewEntry = {
  id: '3f0e7a52-7d1c-4a86-9a53-0d3f3a1c9f10',
  owner: 'usr_1',
  kind: 'harvest',
  lang: 'vi',
  fields: [
    ['kg', '12,5'],
    ['photo', new File([new Uint8Array([0, 255, 13, 10])], 'trái.jpg', { type: 'image/jpeg' })],
  ],
  told: [{ question: 'Bao nhiêu ký?', answer: '12,5 kg' }],
  savedAt: 1_000,
  believedAhead: -5,
};

it('carries entries with their photos and keys to another phone, for the same person alone', async () => {
  const [old, other] = [await openEntryStore('old'), await openEntryStore('other')];
  await saveEntry(old, ENTRY);
  await saveEntry(old, { ...ENTRY, id: '8a4d8b0e-5f8e-4f0a-8d3b-0b1a3c5d7e90', owner: 'usr_2' });
  const text = await writeEntries([
    ...(await entriesOf(old, 'usr_1', 1_000)),
    ...(await entriesOf(old, 'usr_2', 1_000)),
  ]);
  expect(await readEntries(other, 'usr_1', text)).toBe(1);
  expect(await readEntries(other, 'usr_1', text), 'a second time changes nothing').toBe(1);
  const [taken, ...more] = await entriesOf(other, 'usr_1', 1_000);
  expect(more).toEqual([]);
  expect(await entriesOf(other, 'usr_2', 1_000)).toEqual([]);
  const { fields = [], ...rest } = taken ?? {};
  const { fields: _fields, ...told } = ENTRY;
  expect(rest).toMatchObject({ ...told, state: 'waiting' });
  const photo = fields[1]?.[1];
  if (!(photo instanceof Blob)) throw new Error('no photo');
  expect([...new Uint8Array(await photo.arrayBuffer())]).toEqual([0, 255, 13, 10]);
  expect(photo.type).toBe('image/jpeg');
});

it('takes no other file for one', async () => {
  const store = await openEntryStore('none');
  for (const text of ['', '{', '[]', '{"what":"baunghe-entries","version":2,"entries":[]}'])
    expect(await readEntries(store, 'usr_1', text)).toBeNull();
});

it("finds the plot in a sign's code, and none in others", () => {
  expect(plotInCode('https://baunghe.example/414/9520000000004/254/T02')).toBe('T02');
  expect(plotInCode('https://baunghe.example/414/9520000000004/254/T02?linkType=gs1:pip')).toBe('T02');
  expect(plotInCode('T02')).toBe('T02');
  expect(plotInCode('https://baunghe.example/01/09520000000011/10/AB12')).toBeNull();
});
