import { Readable } from 'node:stream';
import { labelPages } from './box-labels.ts';
import { line, mm } from './draw-label.ts';

/** What lies under one box's lid. */
export interface PinSlip {
  serial: string;
  /** Six digits. */
  pin: string;
}

/** How slips lie on paper, and what they all say. */
export interface SlipSheet {
  /** `single`: one slip a page of 70 × 37 mm. `a4`: three by eight on A4, the common sheet of 24. */
  layout: 'single' | 'a4';
  words: {
    title: string;
    /** What to do with the number, in at most two lines. */
    how: string;
    /** Stands before the serial number. */
    box: string;
    cooperative: string;
    demo: string | null;
  };
}

const slipSize = { width: 70 * mm, height: 37 * mm };
const a4 = { width: 210 * mm, height: 297 * mm, columns: 3, rows: 8 };
const single = { ...slipSize, columns: 1, rows: 1 };
const margin = 4 * mm;
const inner = slipSize.width - 2 * margin;

/** A PDF of slips as a stream of bytes, drawn as it is read. Whoever has it has the numbers: it is for the packing table. */
export function pinSlips(slips: Iterable<PinSlip>, { layout, words }: SlipSheet): Readable {
  const paper = layout === 'a4' ? a4 : single;
  const pages = labelPages(slips, paper, slipSize, (pdf, slip, x, y) => drawSlip(pdf, slip, words, x, y));
  return Readable.from(pages, { objectMode: false });
}

function drawSlip(
  pdf: PDFKit.PDFDocument,
  { serial, pin }: PinSlip,
  words: SlipSheet['words'],
  x: number,
  y: number,
): void {
  const at = (down: number) => ({ x: x + margin, y: y + down * mm, width: inner });
  pdf.fillColor('#000000');
  line(pdf, words.cooperative, { ...at(3), size: 7 });
  line(pdf, words.title, { ...at(6.5), size: 10, font: 'bold' });
  line(pdf, `${pin.slice(0, 3)} ${pin.slice(3)}`, { ...at(11), size: 26, font: 'bold' });
  const [first = '', second = ''] = words.how.split('\n');
  line(pdf, first, { ...at(22.5), size: 7 });
  line(pdf, second, { ...at(25.8), size: 7 });
  line(pdf, `${words.box} ${serial}`, { ...at(29.2), size: 8, features: ['kern'] });
  if (words.demo !== null) line(pdf, words.demo, { ...at(33.5), size: 6, font: 'bold' });
}
