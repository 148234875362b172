/** Tables as files for spreadsheets: the same rows as CSV and as XLSX. On the server alone. */
export { asCsv, csvText } from './as-csv.ts';
export { asXlsx } from './as-xlsx.ts';
export { type Cell, dayCell, instantCell, type SheetTable } from './table.ts';
