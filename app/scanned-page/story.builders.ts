import type { Story } from './story';

type Entry = Story['origin']['diary'][number];

/** A spray eighteen days before cutting that asked for seven, unless said otherwise. */
export function aSpray(changes: Partial<Entry> = {}): Entry {
  return {
    id: 'dia_1',
    act: 'spray',
    doneOn: new Date('2026-05-20'),
    inputName: 'Thuốc thử A',
    activeIngredient: 'Azoxystrobin',
    dose: '20 ml/16 lít',
    reason: 'Thối trái',
    preHarvestDays: 7,
    daysBeforeCut: 18,
    intervalKept: true,
    late: false,
    ...changes,
  };
}

/** A box of durian, cut on 7 June 2026, packed and sent on the same day. */
export function aBoxStory(changes: Partial<Story> = {}, origin: Partial<Story['origin']> = {}): Story {
  const packingHouse = { gln: '9521234000013', extension: null };
  return {
    gtin: '09521234002000',
    serial: 'B3F7HJ9KQ001',
    product: {
      nameVi: 'Thùng sầu riêng Ri6',
      nameEn: 'Box of Ri6 durian',
      nameZh: 'Ri6 榴莲整箱',
      slug: 'thung-ri6',
      listed: true,
    },
    grams: 10_200,
    packedAt: new Date('2026-06-07T03:00:00Z'),
    photoId: null,
    harvestPhotoId: null,
    unpackedAt: null,
    boxes: null,
    origin: {
      batch: 'K7M2QXWD',
      fruit: 'durian',
      varietyVi: 'Sầu riêng Ri6',
      varietyEn: 'Ri6 durian',
      varietyZh: 'Ri6 榴莲',
      picture: 'durian-ri6.svg',
      shelfDays: 8,
      grade: 'A',
      cutOn: new Date('2026-06-07'),
      bestBefore: new Date('2026-06-15'),
      harvestedGrams: 60_000,
      withdrawn: null,
      held: false,
      plot: { code: 'T01', name: 'Vườn Suối', areaM2: 9000, plantingUnitCode: 'VN-XXOR-9001', outline: [] },
      memberName: 'Người Trồng Thử',
      demo: true,
      diary: [aSpray()],
      certificates: [],
      stateStamp: null,
      ...origin,
    },
    outline: [
      [107.01, 11.82],
      [107.011, 11.82],
      [107.011, 11.821],
      [107.01, 11.82],
    ],
    stations: [
      {
        step: 'commissioning',
        at: new Date('2026-06-07T00:10:00Z'),
        place: { ...packingHouse, extension: 'T01' },
      },
      { step: 'packing', at: new Date('2026-06-07T03:00:00Z'), place: packingHouse },
      { step: 'shipping', at: new Date('2026-06-07T09:00:00Z'), place: packingHouse },
    ],
    corrected: [],
    proof: null,
    seen: { flags: [], pinFirstAt: null },
    ...changes,
  };
}
