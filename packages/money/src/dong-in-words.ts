import type { Dong } from './dong.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu'] as const;
const BILLION = 1_000_000_000;

/** A sum in Vietnamese words, as an invoice has it: 1234005 → `Một triệu hai trăm ba mươi tư nghìn không trăm linh năm đồng`. */
export function dongInWords(amount: Dong): string {
  const words = amount < 0 ? `âm ${inWords(-amount)}` : inWords(amount);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

function inWords(amount: number): string {
  if (amount === 0) return 'không';
  const [billions, rest] = [Math.floor(amount / BILLION), amount % BILLION];
  const head = billions === 0 ? '' : `${inWords(billions)} tỷ`;
  return [head, belowBillion(rest, head !== '')].filter(Boolean).join(' ');
}

function belowBillion(amount: number, follows: boolean): string {
  const said: string[] = [];
  for (const scale of [2, 1, 0] as const) {
    const group = Math.floor(amount / 1000 ** scale) % 1000;
    if (group > 0) said.push(`${threeDigits(group, follows || said.length > 0)}${SCALES[scale]}`);
  }
  return said.join(' ');
}

/** A group of three digits; behind a greater one its hundreds are always said. */
function threeDigits(group: number, follows: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const said: string[] = [];
  if (hundreds > 0 || follows) said.push(`${DIGITS[hundreds]} trăm`);
  if (tens === 0 && ones > 0 && said.length > 0) said.push('linh');
  if (tens === 1) said.push('mười');
  if (tens > 1) said.push(`${DIGITS[tens]} mươi`);
  if (ones > 0) said.push(onesAfter(tens, ones));
  return said.join(' ');
}

/** The last digit changes its sound behind tens. */
function onesAfter(tens: number, ones: number): string {
  if (tens > 1 && ones === 1) return 'mốt';
  if (tens > 1 && ones === 4) return 'tư';
  return tens > 0 && ones === 5 ? 'lăm' : (DIGITS[ones] ?? '');
}
