import * as m from '~/paraglide/messages.js';

/** From how many on nobody counts on. */
const MOST_COUNTED = 1000;

/** How many there are, or that there are a thousand and more. */
export const countWords = (count: number): string => (count >= MOST_COUNTED ? m.board_many() : String(count));

const TO_DO: Record<string, () => string> = {
  late: m.board_todo_late,
  carrier: m.carriers_todo,
  pack: m.board_todo_pack,
  transfer: m.board_todo_transfer,
  claim: m.board_todo_claim,
  owed: m.board_todo_owed,
};

/** What is to be done, in words. */
export const toDoWords = (todo: string): string => TO_DO[todo]?.() ?? todo;

const EXTRA: Record<string, () => string> = {
  wishes: m.board_has_wishes,
  gift: m.board_has_gift,
  invoice: m.board_has_invoice,
  preorder: m.board_has_preorder,
};

/** What an order has beside its fruit, in words. */
export const extraWords = (extra: string): string => EXTRA[extra]?.() ?? extra;
