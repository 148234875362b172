import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { findProvinces, findWards, provinces } from '@baunghe/orders';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlaces } from './load-places';

const FILE = fileURLToPath(new URL('./provinces-wards-2025-07.json', import.meta.url));

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(2);
  await loadPlaces(test.db, FILE);
});
afterAll(() => test.close());

const namesOfProvinces = async (typed: string) =>
  (await findProvinces(test.db, typed, 12)).map((place) => place.nameVi);

const namesOfWards = async (provinceCode: string | null, typed: string) =>
  (await findWards(test.db, { provinceCode, typed, most: 12 })).map(
    (place) => `${place.nameVi}, ${place.province.nameVi}`,
  );

describe('the places of Vietnam since July 2025', () => {
  it('are 34 provinces and cities and 3,321 wards, communes and special zones, loaded once', async () => {
    await loadPlaces(test.db, FILE);
    expect(await provinces(test.db)).toHaveLength(34);
    expect(await test.db.ward.count()).toBe(3321);
    const empty = await test.db.province.findMany({ where: { wards: { none: {} } } });
    expect(empty).toEqual([]);
  });

  it('are each found by their own name, with and without diacritics', async () => {
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D');
    for (const { nameVi } of await provinces(test.db)) {
      expect((await namesOfProvinces(nameVi))[0]).toBe(nameVi);
      expect((await namesOfProvinces(plain(nameVi).toUpperCase()))[0]).toBe(nameVi);
      expect(await namesOfProvinces(nameVi.normalize('NFD'))).toContain(nameVi);
    }
    const wards = await test.db.ward.findMany({ orderBy: { code: 'asc' } });
    for (const { code, nameVi, provinceCode } of wards.filter((_, index) => index % 60 === 0)) {
      for (const typed of [nameVi, plain(nameVi)]) {
        const found = await findWards(test.db, { provinceCode, typed, most: 12 });
        expect([typed, found.map((ward) => ward.code)]).toEqual([typed, expect.arrayContaining([code])]);
      }
    }
  });

  it.each([
    ['Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['TP. Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['tp ho chi minh', 'Thành phố Hồ Chí Minh'],
    ['Ho Chi Minh City', 'Thành phố Hồ Chí Minh'],
    ['TP.HCM', 'Thành phố Hồ Chí Minh'],
    ['tphcm', 'Thành phố Hồ Chí Minh'],
    ['HN', 'Thành phố Hà Nội'],
    ['tỉnh Đồng Nai', 'Thành phố Đồng Nai'],
    ['TP. Đồng Nai', 'Thành phố Đồng Nai'],
    ['Đắk Lắk', 'Tỉnh Đắk Lắk'],
    ['dak lak', 'Tỉnh Đắk Lắk'],
    ['hue', 'Thành phố Huế'],
  ])('%s is typed for %s', async (typed, nameVi) => {
    expect((await namesOfProvinces(typed))[0]).toBe(nameVi);
  });

  it('tell wards of one name apart by their province, and keep to the one that is chosen', async () => {
    const home = 'Phường Phước Long, Thành phố Đồng Nai';
    for (const typed of ['phước long', 'P. Phuoc Long', 'Phuoc Long Ward'])
      expect((await namesOfWards('75', typed))[0]).toBe(home);
    const anywhere = await namesOfWards(null, 'phuoc long');
    const provinces = anywhere.map((ward) => ward.split(', ')[1]);
    expect(provinces).toEqual(
      expect.arrayContaining([
        'Thành phố Đồng Nai',
        'Thành phố Hồ Chí Minh',
        'Tỉnh Vĩnh Long',
        'Tỉnh Cà Mau',
      ]),
    );
    expect(await namesOfWards('01', 'phuoc long')).toEqual([]);
  });

  it('give no more than was asked for, and nothing for what is nowhere', async () => {
    expect(await findWards(test.db, { provinceCode: null, typed: 'an', most: 5 })).toHaveLength(5);
    expect(await findProvinces(test.db, '', 3)).toHaveLength(3);
    expect(await namesOfProvinces('xyz')).toEqual([]);
    expect(await namesOfWards(null, 'xyz')).toEqual([]);
  });
});

describe('names from before July 2025', () => {
  it.each([
    ['Bình Phước', 'Thành phố Đồng Nai'],
    ['tinh Binh Phuoc', 'Thành phố Đồng Nai'],
    ['Bà Rịa - Vũng Tàu', 'Thành phố Hồ Chí Minh'],
    ['Long An', 'Tỉnh Tây Ninh'],
    ['kiên giang', 'Tỉnh An Giang'],
  ])('%s leads to %s alone', async (typed, now) => {
    expect(await namesOfProvinces(typed)).toEqual([now]);
  });

  it.each(['Phước Tín', 'xã Phước Tín', 'phuong thac mo', 'Long Thủy', 'Sơn Giang'])(
    "%s leads to the cooperative's own ward",
    async (typed) => {
      expect(await namesOfWards('75', typed)).toContain('Phường Phước Long, Thành phố Đồng Nai');
    },
  );
});
