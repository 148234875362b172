import { Readable } from 'node:stream';
import { mm } from './draw-label.ts';
import { drawnOf, newPdf } from './new-pdf.ts';

/** A table of a report: heads, shares of the width that sum to one, and rows of as many texts. */
export interface ReportTable {
  title: string;
  heads: readonly string[];
  widths: readonly number[];
  rows: readonly (readonly string[])[];
}

/** A report on paper, every figure written out already. */
export interface Report {
  head: string;
  title: string;
  /** What marks it, such as that it is a drill or a demo; null for none. */
  mark: string | null;
  wide: boolean;
  facts: readonly (readonly [name: string, value: string])[];
  tables: readonly ReportTable[];
  notes: readonly string[];
  sign: string;
  /** Who signs below, each on a line with room for a name. */
  signers?: readonly string[];
}

const EDGE = 15 * mm;
const PAD = 1.2 * mm;

/** A PDF of a report as a stream of bytes, on as many pages of A4 as it needs; the heads of a table stand on each. */
export function report(told: Report): Readable {
  return Readable.from(pages(told), { objectMode: false });
}

async function* pages(told: Report): AsyncGenerator<Uint8Array> {
  const layout = told.wide ? 'landscape' : 'portrait';
  const pdf = await newPdf({ size: 'A4', layout, margin: EDGE, info: { Title: told.title } });
  const paper = new Sheet(pdf);
  paper.text(told.head, 11, 'bold');
  if (told.mark !== null) paper.text(told.mark, 14, 'bold');
  paper.text(told.title, 17, 'bold');
  paper.down(2);
  for (const [name, value] of told.facts) paper.row([name, value], [0.25, 0.75], 'regular');
  for (const table of told.tables) {
    paper.down(4);
    paper.table(table);
  }
  paper.down(4);
  for (const note of told.notes) paper.text(note, 10, 'regular');
  paper.down(6);
  if (told.sign !== '') paper.text(told.sign, 10, 'bold');
  if (told.signers) paper.signers(told.signers);
  pdf.end();
  yield* drawnOf(pdf);
}

/** Rows from above to below, as high as their longest text, a new page where one is full. */
class Sheet {
  #y = EDGE;
  readonly #width: number;
  readonly #last: number;

  constructor(private readonly pdf: PDFKit.PDFDocument) {
    this.#width = pdf.page.width - 2 * EDGE;
    this.#last = pdf.page.height - EDGE;
  }

  text(words: string, size: number, font: 'regular' | 'bold'): void {
    this.pdf.font(font).fontSize(size);
    const high = this.pdf.heightOfString(words, { width: this.#width });
    this.#room(high);
    this.pdf.text(words, EDGE, this.#y, { width: this.#width });
    this.#y += high + PAD;
  }

  row(
    cells: readonly string[],
    widths: readonly number[],
    font: 'regular' | 'bold',
    again?: () => void,
  ): void {
    const high = this.#rowHeight(cells, widths, font);
    if (this.#room(high)) again?.();
    this.pdf.font(font).fontSize(9);
    let x = EDGE;
    cells.forEach((cell, at) => {
      const wide = (widths[at] ?? 0) * this.#width;
      this.pdf.text(cell, x + PAD, this.#y + PAD, { width: wide - 2 * PAD });
      x += wide;
    });
    this.#y += high;
    this.pdf
      .moveTo(EDGE, this.#y)
      .lineTo(EDGE + this.#width, this.#y)
      .lineWidth(0.4)
      .stroke();
  }

  /** A table under its title; neither stands alone at the foot of a page, without a first row. One without rows says so by a dash. */
  table({ title, heads, widths, rows: told }: ReportTable): void {
    const rows = told.length > 0 ? told : [['–']];
    const [first = []] = rows;
    const heading = this.pdf.font('bold').fontSize(12).heightOfString(title, { width: this.#width }) + PAD;
    this.#room(heading + this.#rowHeight(heads, widths, 'bold') + this.#rowHeight(first, widths, 'regular'));
    this.text(title, 12, 'bold');
    const top = () => this.row(heads, widths, 'bold');
    top();
    for (const cells of rows) this.row(cells, widths, 'regular', top);
  }

  /** Lines beside each other, under 22 mm of room to sign in; all on one page. */
  signers(who: readonly string[]): void {
    this.#room(34 * mm);
    this.#y += 22 * mm;
    const share = this.#width / who.length;
    this.pdf.font('regular').fontSize(10);
    who.forEach((words, at) => {
      const x = EDGE + at * share;
      this.pdf
        .moveTo(x, this.#y)
        .lineTo(x + share - 8 * mm, this.#y)
        .lineWidth(0.8)
        .stroke();
      this.pdf.text(words, x, this.#y + PAD, { width: share - 8 * mm });
    });
    this.#y += 12 * mm;
  }

  /** How high a row is with the longest of its texts. */
  #rowHeight(cells: readonly string[], widths: readonly number[], font: 'regular' | 'bold'): number {
    this.pdf.font(font).fontSize(9);
    const heights = cells.map((cell, at) => {
      return this.pdf.heightOfString(cell || ' ', { width: (widths[at] ?? 0) * this.#width - 2 * PAD });
    });
    return Math.max(0, ...heights) + 2 * PAD;
  }

  down(millimetres: number): void {
    this.#y += millimetres * mm;
  }

  /** Begins a new page where there is too little room; says whether it did. */
  #room(high: number): boolean {
    if (this.#y + high <= this.#last) return false;
    this.pdf.addPage();
    this.#y = EDGE;
    return true;
  }
}
