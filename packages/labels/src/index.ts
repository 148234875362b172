/**
 * The printer at the packing table. A box leaves the house with a paper label whose code any phone's camera reads, and
 * whose words say the same to a person without a phone; a buyer pays by a code drawn the same way.
 */
export type { BoxLabel, LabelWords } from './box-label.ts';
export { boxLabels, type LabelSheet } from './box-labels.ts';
export { type OrderBill, orderBill, orderBills } from './order-bill.ts';
export { type PinSlip, pinSlips, type SlipSheet } from './pin-slips.ts';
export { qrPng } from './qr-png.ts';
export { qrSvg } from './qr-svg.ts';
export { type Report, type ReportTable, report } from './report.ts';
export { type Sign, signs } from './signs.ts';
export { boxLabelsZpl, type LoadLabel, loadLabelZpl, type ZplSheet } from './zpl.ts';
