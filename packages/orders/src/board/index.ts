/** The orders board: what it is sifted by, how it is paged, and what wants to be done first. */
export { type BoardChoices, boardChoices } from './board-choices.ts';
export { boardCounts, MOST_COUNTED } from './board-counts.ts';
export { BOARD_ORDERS, type BoardOrder, type BoardPlace } from './board-key.ts';
export { ANY_ORDER, type BoardSieve, EXTRAS, type Extra } from './board-sieve.ts';
export { type PickList, type PickOrder, type PickTake, pickList } from './pick-list.ts';
export { countToDo, TO_DO, type ToDo } from './to-do.ts';
