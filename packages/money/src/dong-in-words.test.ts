import { expect, it } from 'vitest';
import { dong, dongInWords } from './index.ts';

it.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [44, 'Bốn mươi tư đồng'],
  [105, 'Một trăm linh năm đồng'],
  [1000, 'Một nghìn đồng'],
  [1_010, 'Một nghìn không trăm mười đồng'],
  [42_857, 'Bốn mươi hai nghìn tám trăm năm mươi bảy đồng'],
  [900_000, 'Chín trăm nghìn đồng'],
  [1_234_005, 'Một triệu hai trăm ba mươi tư nghìn không trăm linh năm đồng'],
  [2_000_000_001, 'Hai tỷ không trăm linh một đồng'],
  [1_500_000_000_000, 'Một nghìn năm trăm tỷ đồng'],
  [-30_000, 'Âm ba mươi nghìn đồng'],
])('%i is %s', (amount, words) => {
  expect(dongInWords(dong(amount))).toBe(words);
});
