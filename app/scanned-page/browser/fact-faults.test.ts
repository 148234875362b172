import { expect, it } from 'vitest';
import { factFaults } from './fact-faults';

const lot = (batch: string) => `https://id.gs1.org/01/99521234001006/10/${batch}`;
const harvest = {
  bizStep: 'commissioning',
  quantityList: [{ epcClass: lot('CUT1') }],
  ilmd: { 'cbvmda:lotNumber': 'CUT1', 'cbvmda:harvestEndDate': '2026-06-07' },
};
const sorting = (from: string, ...into: string[]) => ({
  bizStep: 'creating_class_instance',
  inputQuantityList: [{ epcClass: lot(from), quantity: 30 }],
  outputQuantityList: into.map((batch) => ({ epcClass: lot(batch) })),
});
const packing = (from: string) => ({
  bizStep: 'packing',
  inputQuantityList: [{ epcClass: lot(from), quantity: 10 }],
  outputEPCList: ['https://id.gs1.org/01/09521234002000/21/B1'],
});
const shown = { cutOn: '2026-06-07', batch: 'A2', grams: 10_000, diary: [] };
const at = (batch: string) => `/01/09521234002000/10/${batch}/21/B1`;
const faults = (told: readonly object[], batch = 'A2') =>
  factFaults(
    { events: told.map((event, index) => ({ index, event })), shown: { ...shown, batch } },
    at(batch),
  );

it('follows a box back through the sealed sortings of its lot', () => {
  const way = [harvest, sorting('CUT1', 'A1', 'B1'), sorting('A1', 'A2')];
  expect(faults([...way, packing('A2')])).toEqual([]);
});

it('takes no lot for the box’s that no sealed sorting leads to', () => {
  expect(faults([harvest, packing('A2')])).toEqual([{ code: 'other_fruit' }]);
  expect(faults([harvest, sorting('CUT9', 'A2'), packing('A2')])).toEqual([{ code: 'other_fruit' }]);
});

it('sees that the page names another lot of the same harvest than the box was packed from', () => {
  const way = [harvest, sorting('CUT1', 'A1', 'B1')];
  expect(faults([...way, packing('A1')], 'B1')).toEqual([{ code: 'page_differs', fact: 'batch' }]);
});
