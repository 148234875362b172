import { batch, bracketedElementString, digitalLink, gtin14, serial } from '@baunghe/gs1';
import type { BoxLabel, LabelWords } from './box-label.ts';
import { qrModules } from './qr-modules.ts';

/** How fine a label printer prints; what they all say. */
export interface ZplSheet {
  dpi: 203 | 300;
  /** Where the codes lead: scheme and host of the site. */
  base: string;
  words: LabelWords;
}

/** A load's label: its number, and the lines beside it. */
export interface LoadLabel {
  /** Serial Shipping Container Code, 18 digits. */
  sscc: string;
  /** At most six. */
  lines: readonly string[];
  cooperative: string;
}

/** Dots in a millimetre: 203 dpi is 8 exactly, by the printers' own count. */
const DOTS = { 203: 8, 300: 11.8 } as const;
const SIZE = { width: 100, height: 70 };
const MARGIN = 4;
const QR_SIDE = 41;
const SMALLEST_MODULE = 0.5;
/** How wide a letter of font 0 is at most, of its height, on the average of a line. */
const LETTER = 0.62;

/**
 * Labels of boxes for a printer that speaks ZPL II, 100 × 70 mm each: the same words and the same code as on the PDF.
 * Text is UTF-8 (^CI28), which printers know from firmware x.14 on. @throws RangeError as `boxLabels`.
 */
export function boxLabelsZpl(labels: Iterable<BoxLabel>, sheet: ZplSheet): string {
  return [...labels].map((label) => boxZpl(label, sheet)).join('');
}

/** The label of a load: SSCC as GS1-128 (AI 00) and as a GS1 Digital Link in a QR code. */
export function loadLabelZpl(load: LoadLabel, { dpi, base }: Omit<ZplSheet, 'words'>): string {
  const at = placing(dpi);
  const fields = [
    text(at, load.cooperative, { x: MARGIN, y: 3.5, width: 92, height: 3 }),
    ...load.lines
      .slice(0, 6)
      .map((words, row) => text(at, words, { x: MARGIN, y: 9 + row * 5, width: 48, height: 3.6 })),
    qr(at, dpi, `${base}/00/${load.sscc}`, SIZE.width - 2 - 36, 7, 36),
    // >; starts in set C, >8 is FNC1: what makes a Code 128 a GS1-128.
    `^BY${dpi === 203 ? 3 : 4}^FO${at(MARGIN)},${at(44)}^BCN,${at(18)},N,N,N^FD>;>800${load.sscc}^FS`,
    text(at, `(00)${load.sscc}`, { x: MARGIN, y: 64, width: 92, height: 4 }),
  ];
  return page(at, fields);
}

function boxZpl(label: BoxLabel, { dpi, base, words }: ZplSheet): string {
  const at = placing(dpi);
  const names = { gtin: gtin14(label.gtin), batch: batch(label.batch), serial: serial(label.serial) };
  const rows: [string, string][] = [
    [words.grade, label.grade],
    [words.netWeight, label.netWeight],
    [words.harvestedOn, label.harvestedOn],
    [words.packedOn, label.packedOn],
    [words.bestBefore, label.bestBefore],
    [words.orchard, label.orchard],
  ];
  const elements: [string, string][] = [
    ['01', names.gtin],
    ['10', names.batch],
    ['21', names.serial],
  ];
  const width = SIZE.width - 2 * MARGIN - QR_SIDE;
  return page(at, [
    text(at, words.demo === null ? words.cooperative : `${words.cooperative} · ${words.demo}`, {
      x: MARGIN,
      y: 3.5,
      width: 92,
      height: 3,
    }),
    text(at, label.product, { x: MARGIN, y: 8.5, width: 92, height: 6.5 }),
    ...rows.flatMap(([word, value], row) => [
      text(at, word, { x: MARGIN, y: 18 + row * 6.8, width, height: 2.2 }),
      text(at, value, { x: MARGIN, y: 20.4 + row * 6.8, width, height: 3.4 }),
    ]),
    qr(at, dpi, digitalLink({ base, ...names }), SIZE.width - 2 - QR_SIDE, 17, QR_SIDE),
    text(at, bracketedElementString(elements), { x: MARGIN, y: 60, width: 92, height: 3 }),
    text(at, words.address, { x: MARGIN, y: 64.5, width: 92, height: 2.4 }),
  ]);
}

type Placing = (millimetres: number) => number;

const placing =
  (dpi: ZplSheet['dpi']): Placing =>
  (millimetres) =>
    Math.round(millimetres * DOTS[dpi]);

const page = (at: Placing, fields: readonly string[]) =>
  `^XA^CI28^PW${at(SIZE.width)}^LL${at(SIZE.height)}^LH0,0\n${fields.join('\n')}\n^XZ\n`;

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One line of text, made narrower until it fits: nothing on a label is cut off. */
function text(at: Placing, words: string, { x, y, width, height }: Place): string {
  const nfc = words.normalize('NFC');
  const tall = at(height);
  const wide = Math.min(tall, Math.floor(at(width) / (Math.max(1, nfc.length) * LETTER)));
  return `^FO${at(x)},${at(y)}^A0N,${tall},${wide}^FH_^FD${escaped(nfc)}^FS`;
}

/** What the language keeps for itself, as ^FH writes it; control characters are dropped. */
const escaped = (words: string): string =>
  words
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[_^~\\]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A QR code at error level M in the middle of its square. @throws RangeError when its modules would be too small. */
function qr(at: Placing, dpi: ZplSheet['dpi'], link: string, x: number, y: number, side: number): string {
  const { size } = qrModules(link);
  const dots = Math.min(10, Math.floor(at(side) / size));
  if (dots / DOTS[dpi] < SMALLEST_MODULE) throw new RangeError(`too long for a label's code: ${link}`);
  // The printer draws no quiet zone of its own: four modules are left on every side.
  const inset = Math.floor((at(side) - size * dots) / 2) + 4 * dots;
  return `^FO${at(x) + inset},${at(y) + inset}^BQN,2,${dots}^FH_^FDMA,${escaped(link)}^FS`;
}
