import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { prepareZXingModule as prepareReader } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer';
import { lotInCode } from '../app/offline/lot-in-code.ts';
import { readCode } from '../app/offline/read-code.ts';
import { boxLabels } from '../packages/labels/src/index.ts';
import { drawnPages } from '../packages/labels/src/read-codes.fixture.ts';

const [BASE, GTIN, BATCH, SERIAL] = ['https://baunghe.example', '09520001000126', 'K7M2QXWD', 'B3F7HJ9KQ001'];

const wasm = (path: string) => {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(path));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};
beforeAll(() => {
  prepareReader({ overrides: { wasmBinary: wasm('zxing-wasm/reader/zxing_reader.wasm') } });
  prepareWriter({ overrides: { wasmBinary: wasm('zxing-wasm/writer/zxing_writer.wasm') } });
});

it('finds the lot in the code of a label as it is printed', async () => {
  const words = { grade: '', netWeight: '', packedOn: '', harvestedOn: '', bestBefore: '', orchard: '' };
  const label = {
    ...{ gtin: GTIN, batch: BATCH, serial: SERIAL, product: 'Sầu riêng Ri6', grade: 'A', netWeight: '12 kg' },
    ...{ packedOn: '25/06/2026', harvestedOn: '24/06/2026', bestBefore: '29/06/2026', orchard: 'Vườn thử' },
  };
  const sheet = {
    layout: 'single',
    base: BASE,
    words: { ...words, cooperative: '', address: '', demo: null },
  } as const;
  const [page] = drawnPages(await buffer(boxLabels([label], sheet)));
  const text = await readCode(page?.png ?? new Uint8Array());
  expect(text).toBe(`${BASE}/01/${GTIN}/10/${BATCH}/21/${SERIAL}`);
  expect(lotInCode(text ?? '')).toBe(BATCH);
});

it('finds the lot in a GS1 element string in a symbol', async () => {
  const symbol = await writeBarcode(`(01)${GTIN}(10)${BATCH}(21)${SERIAL}`, {
    format: 'DataMatrix',
    options: 'gs1',
    scale: 6,
  });
  const png = new Uint8Array((await symbol.image?.arrayBuffer()) ?? []);
  expect(lotInCode((await readCode(png)) ?? '')).toBe(BATCH);
});
