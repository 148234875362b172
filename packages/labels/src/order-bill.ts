import { Readable } from 'node:stream';
import { line, mm } from './draw-label.ts';
import { drawnOf, newPdf } from './new-pdf.ts';

/** What stands on a bill, every figure written out already. */
export interface OrderBill {
  cooperative: string;
  title: string;
  /** That it is no tax invoice. */
  notTax: string;
  demo: string | null;
  /** Pairs above the lines: the order, the day, to whom. */
  facts: readonly (readonly [name: string, value: string])[];
  heads: readonly [what: string, quantity: string, price: string, sum: string];
  lines: readonly (readonly [what: string, quantity: string, price: string, sum: string])[];
  sums: readonly (readonly [name: string, value: string])[];
  /** Below the sums: paid or not, what was given back. */
  notes: readonly string[];
  boxesTitle: string;
  boxes: readonly string[];
}

const A4 = { width: 210 * mm, height: 297 * mm };
const LEFT = 20 * mm;
const WIDTH = A4.width - 2 * LEFT;
const LAST = A4.height - 18 * mm;
/** How high a line of figures is, and a note, in millimetres. */
const ROW = 7;
const NOTE = 6;
const COLUMNS = [0.46, 0.16, 0.18, 0.2] as const;

/** A PDF of a bill as a stream of bytes, on as many pages of A4 as it needs. */
export function orderBill(bill: OrderBill): Readable {
  return orderBills([bill], bill.title);
}

/** Several bills as one PDF, each beginning a page of its own. */
export function orderBills(bills: readonly OrderBill[], title: string): Readable {
  return Readable.from(pages(bills, title), { objectMode: false });
}

async function* pages(bills: readonly OrderBill[], title: string): AsyncGenerator<Uint8Array> {
  const pdf = await newPdf({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: title } });
  for (const bill of bills) {
    pdf.addPage();
    draw(new Paper(pdf), bill);
    yield* drawnOf(pdf);
  }
  pdf.end();
  yield* drawnOf(pdf);
}

function draw(paper: Paper, bill: OrderBill): void {
  head(paper, bill);
  table(paper, bill);
  for (const note of bill.notes) paper.row([[note, { font: 'bold' }]], NOTE);
  if (bill.boxes.length > 0) {
    paper.down(4);
    paper.row([[bill.boxesTitle, { font: 'bold' }]], 6);
    for (const box of bill.boxes) paper.row([[box, {}]], 5.5);
  }
  // It stands at the head already: for this line alone no page is begun.
  if (!paper.fits(12)) return;
  paper.down(6);
  paper.row([[bill.notTax, { font: 'bold' }]], 6);
}

function head(paper: Paper, bill: OrderBill): void {
  paper.row([[bill.cooperative, { font: 'bold', size: 11 }]], 7);
  if (bill.demo !== null) paper.row([[bill.demo, { font: 'bold' }]], 7);
  paper.row([[bill.title, { font: 'bold', size: 20 }]], 12);
  paper.row([[bill.notTax, {}]], 8);
  for (const [name, value] of bill.facts) paper.pair(name, value);
  paper.down(4);
}

function table(paper: Paper, { heads, lines, sums, notes }: OrderBill): void {
  paper.columns(heads, 'bold');
  paper.rule();
  for (const cells of lines) paper.columns(cells, 'regular');
  // The sums and what is said of them stay together: a page of one note tells nobody what it is of.
  paper.room(6 + sums.length * ROW + notes.length * NOTE);
  paper.rule();
  sums.forEach(([name, value], at) => {
    paper.columns(['', '', name, value], at === sums.length - 1 ? 'bold' : 'regular');
  });
  paper.down(3);
}

type Ink = { font?: 'regular' | 'bold'; size?: number };

/** Lines from above to below, a new page where one is full. */
class Paper {
  #y = 20 * mm;

  constructor(private readonly pdf: PDFKit.PDFDocument) {}

  /** Texts beside each other, each in its share of the width. */
  row(parts: readonly (readonly [text: string, ink: Ink])[], high: number): void {
    this.room(high);
    const width = WIDTH / parts.length;
    parts.forEach(([text, { font = 'regular', size = 10 }], at) => {
      line(this.pdf, text, { x: LEFT + at * width, y: this.#y, width, size, font });
    });
    this.down(high);
  }

  pair(name: string, value: string): void {
    this.room(6);
    line(this.pdf, name, { x: LEFT, y: this.#y, width: 34 * mm, size: 10 });
    line(this.pdf, value, { x: LEFT + 36 * mm, y: this.#y, width: WIDTH - 36 * mm, size: 10, font: 'bold' });
    this.down(6);
  }

  columns(cells: readonly [string, string, string, string], font: 'regular' | 'bold'): void {
    this.room(ROW);
    let x = LEFT;
    cells.forEach((text, at) => {
      const width = WIDTH * (COLUMNS[at] ?? 0);
      const gap = at === 0 ? 4 * mm : 2 * mm;
      const place = { x: at === 0 ? x : x + gap, y: this.#y, width: width - gap, size: 10, font };
      if (text !== '') line(this.pdf, text, at === 0 ? place : { ...place, align: 'right' });
      x += width;
    });
    this.down(ROW);
  }

  rule(): void {
    this.pdf
      .moveTo(LEFT, this.#y)
      .lineTo(LEFT + WIDTH, this.#y)
      .lineWidth(0.7)
      .stroke();
    this.down(2.5);
  }

  /** Whether so much still has room on this page. */
  fits(millimetres: number): boolean {
    return this.#y + millimetres * mm <= LAST;
  }

  down(millimetres: number): void {
    this.#y += millimetres * mm;
  }

  /** Begins a page where so much has no room on this one. */
  room(millimetres: number): void {
    if (this.fits(millimetres)) return;
    this.pdf.addPage();
    this.#y = 20 * mm;
  }
}
