import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  catalogue,
  type ImportState,
  importSome,
  importState,
  importTitles,
  putInput,
  startImport,
} from './index.ts';
import { addPlots, cut, given, NOON, plant, TODAY, write } from './orchard.builders.ts';

let test: TestDatabase;
const moment = { now: NOON, random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

beforeAll(async () => {
  test = await testDatabase();
  await plant(test.db);
  await addPlots(test.db, ['plo_other'], 'mem_2');
});
afterAll(() => test.close());

type Kind = ImportState['kind'];

const start = (kind: Kind, bytes: Uint8Array, memberId: string | null = null) =>
  test.db.$transaction((tx) =>
    startImport(tx, moment, { userId: 'usr_1', memberId }, { kind, fileName: 'tep.csv', bytes }),
  );

/** Sends a file in and works through it. */
async function imported(kind: Kind, text: string, memberId: string | null = null): Promise<ImportState> {
  const id = await given(start(kind, new TextEncoder().encode(text), memberId));
  while ((await test.db.$transaction((tx) => importSome(tx, moment))) > 0);
  const state = await importState(test.db, { id, most: 50_000 });
  if (!state) throw new Error('no import');
  return state;
}

const why = ({ refusals }: ImportState) => refusals.map(({ row, code, detail }) => [row, code, detail]);

describe('a file of inputs', () => {
  it('is taken with its byte order mark and its semicolons, and by columns in any order', async () => {
    const text =
      '\ufeffLoại;Tên thương phẩm;Cách ly;Hoạt chất;Cấm từ ngày;Lý do cấm\r\n' +
      'Thuốc trừ sâu;"Thuốc ""lạ""; đỏ";21;Cypermethrin;;\r\n' +
      'phân;Phân bò;0;;;\r\n' +
      'thuốc;Thuốc đã cấm;7;;01/03/2026;Hết đăng ký\r\n';
    const state = await imported('inputs', text);
    expect(state).toMatchObject({ total: 3, done: 3, kept: 3, refused: 0 });
    expect(await catalogue(test.db, 'LA DO')).toMatchObject([
      { name: 'Thuốc "lạ"; đỏ', kind: 'pesticide', preHarvestDays: 21, activeIngredient: 'Cypermethrin' },
    ]);
    expect(await catalogue(test.db, 'thuoc da cam')).toMatchObject([
      { bannedOn: new Date('2026-03-01'), bannedReason: 'Hết đăng ký' },
    ]);
  });

  it('brings what stands there up to date, whatever its diacritics', async () => {
    const text = 'Tên thương phẩm,Loại,Cách ly (ngày)\nPHAN BO,phân,3\n';
    expect(await imported('inputs', text)).toMatchObject({ kept: 1 });
    expect(await catalogue(test.db, 'phân bò')).toMatchObject([{ name: 'PHAN BO', preHarvestDays: 3 }]);
  });

  it('tells each row that is refused, and why', async () => {
    const text =
      'Tên thương phẩm;Loại;Cách ly;Cấm từ ngày\nA;gì đó;3;\nB;thuốc;mười;\nC;thuốc;121;\nD;thuốc;1;31/02/2026\nE;thuốc;1;01/02/2026\n;thuốc;1;\n';
    const state = await imported('inputs', text);
    expect(state).toMatchObject({ total: 6, kept: 0, refused: 6 });
    expect(why(state)).toEqual([
      [2, 'kind_unknown', 'gì đó'],
      [3, 'interval_out_of_range', 'mười'],
      [4, 'interval_out_of_range', null],
      [5, 'day_unreadable', '31/02/2026'],
      [6, 'ban_says_no_why', null],
      [7, 'input_name_empty', null],
    ]);
  });
});

describe('a file is refused as a whole', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each<[string, Uint8Array, object]>([
    ['in another encoding', new Uint8Array([0x54, 0xea, 0x6e]), { code: 'csv_not_utf8' }],
    ['with nothing in it', bytes('\ufeff\n\n'), { code: 'csv_empty' }],
    ['with a header alone', bytes('Thửa;Việc;Ngày\n'), { code: 'csv_empty' }],
    ['with an open quote', bytes('Thửa;Việc;Ngày\n"T01;phun;x\n'), { code: 'csv_unreadable' }],
    ['without a column', bytes('Thửa;Ngày\nT01;1\n'), { code: 'csv_column_missing', column: 'Việc' }],
    ['that is too long', bytes(`Thửa;Việc;Ngày\n${'a;b;c\n'.repeat(20_001)}`), { code: 'csv_too_long' }],
  ])('%s', async (_what, file, error) => {
    expect(await start('diary', file)).toMatchObject({ ok: false, error });
  });
});

describe('a file of diary entries', () => {
  const header = `${importTitles('diary').join(';')}\n`;

  it('is written as a person would write it, row by row, each refused one with its reason', async () => {
    await given(
      test.db.$transaction((tx) =>
        putInput(tx, moment, {
          ...{ id: null, name: 'Thuốc bỏ', kind: 'pesticide', activeIngredient: null, registration: null },
          ...{ preHarvestDays: 3, bannedOn: new Date('2026-01-01'), bannedReason: 'độc' },
        }),
      ),
    );
    const { lotId } = await given(cut(test.db));
    const text = `${header}plo_1;Phun thuốc;05/06/2026;thuoc muoi bon ngay;25 ml;0,5 ha;Rầy
plo_1;tưới nước;2026-06-01
plo_other;tưới;2026-06-01
T99;tưới;2026-06-01
plo_1;hát;2026-06-01
plo_1;tưới;hôm qua
plo_1;tưới;2026-06-08
plo_1;phun;2026-06-01;thuốc không có
plo_1;phun;2026-06-01
plo_1;phun;2026-06-01;Thuốc bỏ
plo_1;bón;2026-06-01;phân hữu cơ;;rộng lắm
`;
    const state = await imported('diary', text, 'mem_1');
    expect(state).toMatchObject({ total: 11, done: 11, kept: 2, refused: 9 });
    expect(why(state)).toEqual([
      [4, 'plot_unknown', null],
      [5, 'plot_unknown', 'T99'],
      [6, 'act_unknown', 'hát'],
      [7, 'day_unreadable', 'hôm qua'],
      [8, 'diary_day_out_of_range', null],
      [9, 'input_unknown', 'thuốc không có'],
      [10, 'input_needed', null],
      [11, 'input_banned', 'độc'],
      [12, 'area_unreadable', 'rộng lắm'],
    ]);
    const spray = await test.db.diaryEntry.findFirstOrThrow({ where: { dose: '25 ml' } });
    expect(spray).toMatchObject({ areaM2: 5000, reason: 'Rầy', preHarvestDays: 14, recordedBy: 'usr_1' });
    expect(await test.db.lot.findUnique({ where: { id: lotId } })).toMatchObject({
      heldReason: 'PHI Thuốc mười bốn ngày 2026-06-05 → 2026-06-19',
    });
  });

  it('is worked through in pieces that are kept, once, however many work at it', async () => {
    await addPlots(test.db, ['plo_many']);
    const text = header + 'plo_many;tưới;2026-06-01\nplo_many;hát;2026-06-01\n'.repeat(300);
    const id = await given(start('diary', new TextEncoder().encode(text)));
    const some = () => test.db.$transaction((tx) => importSome(tx, moment), { timeout: 60_000 });
    expect(await some()).toBe(250);
    expect(await importState(test.db, { id, most: 0 })).toMatchObject({
      done: 250,
      kept: 125,
      endedAt: null,
    });
    const work = async () => {
      for (let idle = 0; idle < 3; ) idle = (await some()) > 0 ? 0 : idle + 1;
    };
    await Promise.all([work(), work(), work()]);
    while ((await some()) > 0);
    const state = await importState(test.db, { id, most: 9 });
    expect(state).toMatchObject({ total: 600, done: 600, kept: 300, refused: 300, endedAt: NOON });
    expect(await test.db.diaryEntry.count({ where: { plotId: 'plo_many' } })).toBe(300);
  });

  it('has thousands of rows, and every one that is refused says why', async () => {
    const ids = ['plo_a', 'plo_b', 'plo_c'];
    await addPlots(test.db, ids);
    const { lotId } = await given(cut(test.db, { plotId: 'plo_b' }));
    const lines = Array.from({ length: 2000 }, (_, at) => {
      const plot = at % 10 === 9 ? 'T99' : ids[at % 3];
      const act = at % 4 === 0 ? 'phun' : 'tưới';
      return `${plot};${act};2026-06-0${1 + (at % 7)};${act === 'phun' ? 'thuốc bảy ngày' : ''};;;;;dòng ${at + 2}`;
    });
    const state = await imported('diary', header + lines.join('\n'));
    expect(state).toMatchObject({ total: 2000, done: 2000, kept: 1800, refused: 200 });
    expect(state.refusals).toHaveLength(200);
    for (const [at, { row, code, cells }] of state.refusals.entries()) {
      expect([row, code, cells.at(-1)]).toEqual([at * 10 + 11, 'plot_unknown', `dòng ${row}`]);
    }
    expect(await test.db.diaryEntry.count({ where: { plotId: { in: ids } } })).toBe(1800);
    const { heldReason } = await test.db.lot.findUniqueOrThrow({ where: { id: lotId } });
    expect(heldReason).toMatch(/^PHI Thuốc bảy ngày 2026-06-0/);
  });

  it('is told to its sender and to staff alone', async () => {
    const { id } = await imported('diary', `${header}plo_1;tưới;2026-06-01\n`);
    expect(await importState(test.db, { id, byUser: 'usr_1', most: 1 })).toMatchObject({ id });
    expect(await importState(test.db, { id, byUser: 'usr_2', most: 1 })).toBeNull();
  });
});

describe('the catalogue', () => {
  const put = (more: Partial<Parameters<typeof putInput>[2]>) =>
    test.db.$transaction((tx) =>
      putInput(tx, moment, {
        ...{ id: null, name: 'Mới', kind: 'pesticide', activeIngredient: null, registration: null },
        ...{ preHarvestDays: 5, bannedOn: null, bannedReason: null, ...more },
      }),
    );

  it('names an input once, changes it without changing diaries, and refuses what is not right', async () => {
    const id = await given(put({ name: 'Thuốc mới' }));
    await given(write(test.db, { inputId: id, doneOn: TODAY }));
    expect(await put({ name: 'thuoc  MOI' })).toMatchObject({ error: { code: 'input_name_taken' } });
    expect(await given(put({ id, name: 'Thuốc mới hơn', preHarvestDays: 9 }))).toBe(id);
    expect(await test.db.diaryEntry.findFirst({ where: { inputId: id } })).toMatchObject({
      inputName: 'Thuốc mới',
      preHarvestDays: 5,
    });
    expect(await put({ id: 'inp_none' })).toMatchObject({ error: { code: 'input_unknown' } });
    expect(await put({ name: ' ? ' })).toMatchObject({ error: { code: 'input_name_empty' } });
    expect(await put({ preHarvestDays: 121 })).toMatchObject({ error: { code: 'interval_out_of_range' } });
    expect(await put({ bannedOn: TODAY })).toMatchObject({ error: { code: 'ban_says_no_why' } });
  });

  it('is asked for at once by two, and still names an input once', async () => {
    const both = await Promise.all([put({ name: 'Thuốc đua' }), put({ name: 'THUỐC ĐUA' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});
