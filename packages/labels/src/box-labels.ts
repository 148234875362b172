import { Readable } from 'node:stream';
import type { BoxLabel, LabelWords } from './box-label.ts';
import { drawLabel, labelSize, mm } from './draw-label.ts';
import { drawnOf, newPdf } from './new-pdf.ts';

/** How labels lie on paper, and what they all say. */
export interface LabelSheet {
  /** `single`: one label a page of 100 × 70 mm. `a4`: two by four on A4. */
  layout: 'single' | 'a4';
  /** Where the codes lead: scheme and host of the site. */
  base: string;
  words: LabelWords;
}

const a4 = { width: 210 * mm, height: 297 * mm, columns: 2, rows: 4 };
const single = { ...labelSize, columns: 1, rows: 1 };

/**
 * A PDF of all labels as a stream of bytes, drawn only as fast as it is read: what is kept of a page that was sent
 * is its place in the file, about 2 kB. A malformed label, or an error of `labels`, is an error of the stream. No
 * labels give one blank page.
 */
export function boxLabels(labels: Iterable<BoxLabel> | AsyncIterable<BoxLabel>, sheet: LabelSheet): Readable {
  const { layout, base, words } = sheet;
  const draw: Draw<BoxLabel> = (pdf, label, x, y) => drawLabel(pdf, label, words, base, x, y);
  const pages = labelPages(labels, layout === 'a4' ? a4 : single, labelSize, draw);
  return Readable.from(pages, { objectMode: false });
}

/** Draws one label with its upper left corner at (x, y) points. */
type Draw<Label> = (pdf: PDFKit.PDFDocument, label: Label, x: number, y: number) => void;

interface Paper {
  width: number;
  height: number;
  columns: number;
  rows: number;
}

/** The parts of a PDF of labels, each in the middle of its cell of the paper; sizes in points. */
export async function* labelPages<Label>(
  labels: Iterable<Label> | AsyncIterable<Label>,
  paper: Paper,
  size: { width: number; height: number },
  draw: Draw<Label>,
): AsyncGenerator<Uint8Array> {
  const pdf = await newPdf({ autoFirstPage: false, margin: 0, size: [paper.width, paper.height] });
  const cell = { width: paper.width / paper.columns, height: paper.height / paper.rows };
  let drawn = 0;
  for await (const label of labels) {
    const place = drawn % (paper.columns * paper.rows);
    if (place === 0) {
      pdf.addPage();
      yield* drawnOf(pdf);
    }
    const x = (place % paper.columns) * cell.width + (cell.width - size.width) / 2;
    const y = Math.floor(place / paper.columns) * cell.height + (cell.height - size.height) / 2;
    draw(pdf, label, x, y);
    drawn += 1;
  }
  if (drawn === 0) pdf.addPage();
  pdf.end();
  yield* drawnOf(pdf);
}
