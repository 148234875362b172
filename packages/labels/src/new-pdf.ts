import { labelFonts } from './label-fonts.ts';

/**
 * An empty PDF that knows Be Vietnam Pro as `regular` and `bold`. What draws it is read with the first one: it takes 20 MB
 * of memory, which a server that prints nothing need not spend.
 */
export async function newPdf(how: PDFKit.PDFDocumentOptions): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument(how);
  return pdf.registerFont('regular', labelFonts.regular).registerFont('bold', labelFonts.bold);
}

/** What has been drawn of a PDF and was not read yet, and all of it once it has ended. */
export function* drawnOf(pdf: PDFKit.PDFDocument): Generator<Uint8Array> {
  for (let part = readPart(pdf); part !== null; part = readPart(pdf)) yield part;
}

function readPart(pdf: PDFKit.PDFDocument): Uint8Array | null {
  const part: unknown = pdf.read();
  return part instanceof Uint8Array ? part : null;
}
