import { batch, bracketedElementString, digitalLink, gtin14, serial } from '@baunghe/gs1';
import type { BoxLabel, LabelWords } from './box-label.ts';
import { qrModules } from './qr-modules.ts';

type Pdf = PDFKit.PDFDocument;

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A label's width and height, in points. */
export const labelSize = { width: 100 * mm, height: 70 * mm };

const margin = 4 * mm;
const inner = labelSize.width - 2 * margin;
const qrSide = 41 * mm;
const smallestModule = 0.5 * mm;
const ink = '#000000';

/**
 * Draws a label with its upper left corner at (x, y) points.
 * @throws RangeError when an identifier is malformed, or the link too long for modules of half a millimetre.
 */
export function drawLabel(
  pdf: Pdf,
  label: BoxLabel,
  words: LabelWords,
  base: string,
  x: number,
  y: number,
): void {
  const left = x + margin;
  const names = { gtin: gtin14(label.gtin), batch: batch(label.batch), serial: serial(label.serial) };
  pdf.fillColor(ink);
  const demoWidth = words.demo === null ? 0 : 34 * mm;
  line(pdf, words.cooperative, { x: left, y: y + 3.5 * mm, width: inner - demoWidth, size: 8, font: 'bold' });
  if (words.demo !== null) {
    const place = { x: left + inner - demoWidth, y: y + 3.5 * mm, width: demoWidth };
    line(pdf, words.demo, { ...place, size: 8, font: 'bold', align: 'right' });
  }
  line(pdf, label.product, { x: left, y: y + 8.5 * mm, width: inner, size: 18, font: 'bold' });
  facts(pdf, label, words, left, y + 18 * mm);
  drawQr(pdf, digitalLink({ base, ...names }), x + labelSize.width - 2 * mm - qrSide, y + 17 * mm);
  const elements: [string, string][] = [
    ['01', names.gtin],
    ['10', names.batch],
    ['21', names.serial],
  ];
  // Features keep pdfkit from remembering this text, which is new on every label.
  const codes = { x: left, y: y + 60 * mm, width: inner, size: 8, features: ['kern' as const] };
  line(pdf, bracketedElementString(elements), codes);
  line(pdf, words.address, { x: left, y: y + 64.5 * mm, width: inner, size: 6.5 });
}

function facts(pdf: Pdf, label: BoxLabel, words: LabelWords, x: number, top: number): void {
  const rows: [string, string][] = [
    [words.grade, label.grade],
    [words.netWeight, label.netWeight],
    [words.harvestedOn, label.harvestedOn],
    [words.packedOn, label.packedOn],
    [words.bestBefore, label.bestBefore],
    [words.orchard, label.orchard],
  ];
  const width = inner - qrSide;
  rows.forEach(([word, value], at) => {
    const y = top + at * 6.8 * mm;
    line(pdf, word, { x, y, width, size: 6 });
    line(pdf, value, { x, y: y + 2.3 * mm, width, size: 9, font: 'bold' });
  });
}

interface Line {
  x: number;
  y: number;
  width: number;
  size: number;
  font?: 'regular' | 'bold';
  align?: 'right';
  features?: PDFKit.Mixins.OpenTypeFeatures[];
}

/** One line of text, made smaller until it fits: nothing on a label is cut off. */
export function line(
  pdf: Pdf,
  text: string,
  { x, y, width, size, font = 'regular', align, features }: Line,
): void {
  const options = { lineBreak: false, ...(features && { features }) };
  const nfc = text.normalize('NFC');
  pdf.font(font).fontSize(size);
  const natural = pdf.widthOfString(nfc, options);
  const shrink = Math.min(1, width / natural);
  if (shrink < 1) pdf.fontSize(size * shrink);
  pdf.text(nfc, align === 'right' ? x + width - natural * shrink : x, y, options);
}

/**
 * Draws a label's QR code with its quiet zone, 41 mm a side.
 * @throws RangeError when the text is too long for modules of half a millimetre.
 */
export function drawQr(pdf: Pdf, text: string, x: number, y: number): void {
  const { size, runs } = qrModules(text);
  const module = qrSide / size;
  if (module < smallestModule) throw new RangeError(`too long for a label's code: ${text}`);
  for (const run of runs) pdf.rect(x + run.x * module, y + run.y * module, run.length * module, module);
  pdf.fill(ink);
}
