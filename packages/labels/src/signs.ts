import { Readable } from 'node:stream';
import { labelPages } from './box-labels.ts';
import { drawQr, labelSize, line, mm } from './draw-label.ts';

/** What hangs at a plot or on a crate: a name to read from afar, and a code for the phone that records there. */
export interface Sign {
  /** What it names, such as `Thửa`. */
  kind: string;
  /** Large: a plot's code, a lot's batch code. */
  name: string;
  /** At most six, small. */
  lines: readonly string[];
  /** Where the code leads: a GS1 Digital Link. */
  link: string;
}

/** How signs are printed, and what they all say. */
export interface SignSheet {
  /** `card`: 100 × 70 mm, for a crate. `board`: A5 across, for a plot. One a page. */
  size: 'card' | 'board';
  cooperative: string;
  /** Marks signs of the demo season; null for real ones. */
  demo: string | null;
}

const margin = 4 * mm;
const inner = labelSize.width - 2 * margin;
const qrPlace = 43 * mm;
const A5 = { width: 210 * mm, height: 148 * mm };
const BOARD = 2.1;

/** A PDF of signs as a stream of bytes, drawn as it is read. No signs give one blank page. */
export function signs(all: Iterable<Sign>, { size, cooperative, demo }: SignSheet): Readable {
  const times = size === 'board' ? BOARD : 1;
  const whole = { width: labelSize.width * times, height: labelSize.height * times };
  const paper = { ...(size === 'board' ? A5 : whole), columns: 1, rows: 1 };
  const pages = labelPages(all, paper, whole, (pdf, sign, x, y) => {
    pdf.save().translate(x, y).scale(times);
    drawSign(pdf, sign, cooperative, demo);
    pdf.restore();
  });
  return Readable.from(pages, { objectMode: false });
}

function drawSign(pdf: PDFKit.PDFDocument, sign: Sign, cooperative: string, demo: string | null): void {
  const beside = { x: margin, width: inner - qrPlace };
  pdf.fillColor('#000000');
  line(pdf, cooperative, { x: margin, y: 3.5 * mm, width: inner, size: 8, font: 'bold' });
  line(pdf, sign.kind, { ...beside, y: 9 * mm, size: 9 });
  line(pdf, sign.name, { ...beside, y: 13 * mm, size: 26, font: 'bold', features: ['kern'] });
  sign.lines.slice(0, 6).forEach((words, at) => {
    line(pdf, words, { ...beside, y: (27 + at * 5.5) * mm, size: 10 });
  });
  if (demo !== null) line(pdf, demo, { x: margin, y: 64.5 * mm, width: inner, size: 8, font: 'bold' });
  drawQr(pdf, sign.link, labelSize.width - qrPlace, 14 * mm);
}
