import * as m from '~/paraglide/messages.js';
import type { Order } from './form-state';

type SaleUnit = Order['lines'][number]['product']['saleUnit'];

const COUNT: Record<SaleUnit, (input: { count: number }) => string> = {
  kg: m.office_order_unit_kg,
  piece: m.office_order_unit_piece,
  box: m.office_order_unit_box,
};

/** So many of what is sold: `3 kg`, `1 trái`, `2 thùng`. */
export const unitWords = (unit: SaleUnit, count: number): string => COUNT[unit]({ count });

const QUESTION: Record<SaleUnit, () => string> = {
  kg: m.office_order_pack_kg,
  piece: m.office_order_pack_pieces,
  box: m.office_order_pack_boxes,
};

/** What the packer is asked: how much of the line goes into this box. */
export const unitQuestion = (unit: SaleUnit): string => QUESTION[unit]();
