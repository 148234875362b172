import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand, type SmsCommand } from './index.ts';

const KNOWN = {
  plots: ['T01', 'T02', 'T12', 'B3', 'VA07'].map((code) => ({ id: `plo_${code}`, code })),
  varieties: [
    { code: 'RI6', names: ['Sầu riêng Ri6', 'Ri6 durian'] },
    { code: 'DONA', names: ['Sầu riêng Dona', 'Dona (Monthong) durian'] },
    { code: 'MUSANG', names: ['Sầu riêng Musang King', 'Musang King durian'] },
    { code: 'CHOMCHOM', names: ['Chôm chôm nhãn', 'Longan rambutan'] },
    { code: 'NHAN', names: ['Nhãn xuồng', 'Xuồng longan'] },
    { code: 'BO034', names: ['Bơ 034', '034 avocado'] },
  ],
};

const harvest = (plotCode: string, varietyCode: string, grade: string, grams: number) => ({
  kind: 'harvest',
  plotId: `plo_${plotCode}`,
  plotCode,
  varietyCode,
  grade,
  grams,
});
const read = (text: string): SmsCommand => parseCommand(text, KNOWN);

describe('a harvest is read from', () => {
  it.each([
    ['TH T12 RI6 A 120', harvest('T12', 'RI6', 'A', 120_000)],
    ['th t12 ri6 a 120kg', harvest('T12', 'RI6', 'A', 120_000)],
    ['Thu hoạch T12 Ri6 loại A 120,5 kg', harvest('T12', 'RI6', 'A', 120_500)],
    ['TH T12RI6A120', harvest('T12', 'RI6', 'A', 120_000)],
    ['THT12RI6A120', harvest('T12', 'RI6', 'A', 120_000)],
    ['TH-T12-RI6-A-120', harvest('T12', 'RI6', 'A', 120_000)],
    ['TH: T12, Ri6, A, 120.', harvest('T12', 'RI6', 'A', 120_000)],
    ['Th T 12 Ri 6 A 120 ký', harvest('T12', 'RI6', 'A', 120_000)],
    ['Thu hoach vuon T1 sau rieng Ri6 loai B 37.5 kg', harvest('T01', 'RI6', 'B', 37_500)],
    ['TH T02 Monthong C 8', harvest('T02', 'DONA', 'C', 8000)],
    ['TH 120 kg Ri6 A T12', harvest('T12', 'RI6', 'A', 120_000)],
    ['TH B3 Nhãn xuồng B 20', harvest('B3', 'NHAN', 'B', 20_000)],
    ['TH B3 Chôm chôm nhãn B 20', harvest('B3', 'CHOMCHOM', 'B', 20_000)],
    ['TH VA7 bơ 034 A 45', harvest('VA07', 'BO034', 'A', 45_000)],
    ['ＴＨ Ｔ１２ ＲＩ６ Ａ １２０', harvest('T12', 'RI6', 'A', 120_000)],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what is the matter is told of', () => {
  const missing = (...parts: string[]) => ({ kind: 'unclear_harvest', why: 'missing', parts });
  it.each([
    ['TH', missing('plot', 'variety', 'grade', 'weight')],
    ['TH T12', missing('variety', 'grade', 'weight')],
    ['TH T12 RI6 A', missing('weight')],
    ['TH T12 RI6 120', missing('grade')],
    ['TH T12 A 120', missing('variety')],
    ['TH RI6 A 120', missing('plot')],
    ['TH T99 RI6 A 120', { kind: 'unclear_harvest', why: 'plot_unknown', said: 'T99' }],
    ['TH T12 cam A 120', { kind: 'unclear_harvest', why: 'not_understood', said: 'CAM' }],
    ['TH T12 RI6 D 120', { kind: 'unclear_harvest', why: 'not_understood', said: 'D' }],
    ['TH T12 RI6 A 120 hôm qua', { kind: 'unclear_harvest', why: 'not_understood', said: 'HOM QUA' }],
    ['TH T12 RI6 A 1.200', { kind: 'unclear_harvest', why: 'weight_unclear', said: '1.200' }],
    ['TH T12 RI6 A 1,200 kg', { kind: 'unclear_harvest', why: 'weight_unclear', said: '1,200' }],
    ['TH T12 RI6 A 120 130', { kind: 'unclear_harvest', why: 'not_understood', said: '130' }],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('two things that a text may mean, which is recorded as neither', () => {
    const twins = { plots: KNOWN.plots, varieties: [...KNOWN.varieties, { code: 'RI7', names: ['Ri 6'] }] };
    expect(parseCommand('TH T12 RI6 A 120', twins)).toEqual({ kind: 'unclear_harvest', why: 'ambiguous' });
  });
});

describe('other commands', () => {
  it.each([
    ['KHO', { kind: 'store' }],
    [' kho. ', { kind: 'store' }],
    ['Tồn kho', { kind: 'store' }],
    ['ĐƠN', { kind: 'orders' }],
    ['don hang', { kind: 'orders' }],
    ['HUY', { kind: 'undo', code: null }],
    ['HUỶ 1234', { kind: 'undo', code: '1234' }],
    ['hủy: 0034', { kind: 'undo', code: '0034' }],
    ['HUY1234', { kind: 'undo', code: '1234' }],
    ['Trợ giúp', { kind: 'help' }],
    ['TROGIUP', { kind: 'help' }],
    [' ?? ', { kind: 'help' }],
    ['', { kind: 'unclear' }],
    ['Chao anh', { kind: 'unclear' }],
    ['HUY don hang', { kind: 'unclear' }],
    [`TH T12 RI6 A 120${' '.repeat(300)}`, { kind: 'unclear' }],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('any formatting', () => {
  const MARKED: Record<string, string> = { 'THU HOACH': 'thu hoạch', 'SAU RIENG': 'sầu riêng', LOAI: 'loại' };
  const gap = fc.constantFrom(' ', '  ', '-', '/', '; ', ' : ', '_', '\n', ' . ', '.');
  const shape = fc.constantFrom<(words: string) => string>(
    (words) => words,
    (words) => words.toLowerCase(),
    (words) => words.charAt(0) + words.slice(1).toLowerCase(),
    (words) => MARKED[words] ?? words,
  );
  const shaped = (words: fc.Arbitrary<string>) => fc.tuple(words, shape).map(([text, as]) => as(text));
  const told = fc.record({
    plot: fc.constantFrom('T01', 'T12', 'B3', 'VA07'),
    variety: fc.constantFrom('RI6', 'DONA', 'MUSANG', 'NHAN', 'BO034'),
    grade: fc.constantFrom('A', 'B', 'C'),
    whole: fc.integer({ min: 1, max: 19_999 }),
    hundredths: fc.constantFrom('', ',5', '.5', ',25', '.05'),
    unit: fc.constantFrom('', 'kg', ' kg', ' KG', 'ký', ' kí', ' kilo'),
    before: fc.record({
      command: shaped(fc.constantFrom('TH', 'THU HOACH')),
      plot: fc.constantFrom('', 'vườn ', 'thua '),
      variety: fc.constantFrom('', 'giống ', 'Sầu riêng '),
      grade: fc.constantFrom('', 'loại ', 'LOAI '),
    }),
    gaps: fc.tuple(gap, gap, gap, gap),
    as: fc.tuple(shape, shape, shape),
  });

  it('of a command reads as the command', () => {
    fc.assert(
      fc.property(told, ({ before, gaps, as, ...cut }) => {
        const [plot, variety, grade] = [as[0](cut.plot), as[1](cut.variety), as[2](cut.grade)];
        const text = [
          before.command,
          gaps[0],
          before.plot + plot,
          gaps[1],
          before.variety + variety,
          gaps[2],
          before.grade + grade,
          gaps[3],
          `${cut.whole}${cut.hundredths}${cut.unit}`,
        ].join('');
        const grams = Math.round(Number(`${cut.whole}${cut.hundredths.replace(',', '.')}`) * 1000);
        expect(read(text)).toEqual(harvest(cut.plot, cut.variety, cut.grade, grams));
      }),
      { numRuns: 600 },
    );
  });

  it('of any text is read as something, and never throws', () => {
    const word = fc.constantFrom(
      'TH',
      'T12',
      'RI6',
      'A',
      'B',
      '120',
      ',',
      '?',
      'HUY',
      'KHO',
      'loại',
      '\u0000',
      '\ud800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (anything) => {
        expect(read(anything).kind.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });
});
