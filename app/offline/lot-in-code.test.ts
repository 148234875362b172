import { expect, it } from 'vitest';
import { lotInCode } from './lot-in-code';

const [BASE, GTIN, BATCH, SERIAL] = ['https://baunghe.example', '09520001000126', 'K7M2QXWD', 'B3F7HJ9KQ001'];

it('reads a lot in an address and element strings as scanners send them, and no lot where none is named', () => {
  const gs = '\u001D';
  for (const code of [
    `${BASE}/01/${GTIN}/10/${BATCH}?linkType=gs1:pip`,
    `(01)${GTIN}(3103)012350(10)${BATCH}`,
    `]d201${GTIN}10${BATCH}${gs}21${SERIAL}`,
    `01${GTIN}3103012350` + `10${BATCH}`,
  ])
    expect(lotInCode(code), code).toBe(BATCH);
  for (const code of [
    `${BASE}/01/${GTIN}/21/${SERIAL}`,
    `${BASE}/414/9520000000004/254/T02`,
    `(01)${GTIN}(21)${SERIAL}`,
    'https://example.com/',
    'T02',
    '',
  ])
    expect(lotInCode(code), code).toBeNull();
});
