import { describe, expect, it } from 'vitest';
import { readTypedCode } from './typed-code';

const gtin = '09521234002000';
const box = {
  gtin,
  batch: 'K7M2QXWD',
  serial: 'B3F7HJ9KQ001',
  path: `/01/${gtin}/10/K7M2QXWD/21/B3F7HJ9KQ001`,
};

describe('a code typed or pasted by a person', () => {
  it('may be the address in the QR code, or its path, in any language', () => {
    for (const typed of [
      `https://baunghe.example${box.path}`,
      `http://localhost:3000/en${box.path}?utm=zalo`,
      ` ${box.path} `,
      `baunghe.example${box.path}`,
    ])
      expect(readTypedCode(typed)).toEqual(box);
  });

  it('may be the line below the QR code, spaced or not', () => {
    expect(readTypedCode(`(01)${gtin}(10)K7M2QXWD(21)B3F7HJ9KQ001`)).toEqual(box);
    expect(readTypedCode(`(01) ${gtin} (10) K7M2QXWD (15) 261201 (21) B3F7HJ9KQ001`)).toEqual(box);
  });

  it('may name a lot or a product alone', () => {
    expect(readTypedCode(`(01)${gtin}(10)K7M2QXWD`)).toMatchObject({
      serial: null,
      path: `/01/${gtin}/10/K7M2QXWD`,
    });
    expect(readTypedCode(`/01/${gtin}`)).toMatchObject({ batch: null, path: `/01/${gtin}` });
  });

  it('is nothing when it is not one', () => {
    for (const typed of [
      '',
      'xin chào',
      '(',
      '(01)123',
      '(21)B3F7',
      `(01)${gtin.replace(/.$/, '9')}`,
      '/414/9521234000003',
    ])
      expect(readTypedCode(typed)).toBeNull();
  });
});
