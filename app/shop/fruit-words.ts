import * as m from '~/paraglide/messages.js';

const FRUIT: Readonly<Record<string, () => string>> = {
  durian: m.shop_fruit_durian,
  avocado: m.shop_fruit_avocado,
  rambutan: m.shop_fruit_rambutan,
  mangosteen: m.shop_fruit_mangosteen,
  jackfruit: m.shop_fruit_jackfruit,
  pomelo: m.shop_fruit_pomelo,
  longan: m.shop_fruit_longan,
};

/** The name of a kind of fruit; one that the shop has no word for yet is told by its code. */
export const fruitWords = (fruit: string): string => FRUIT[fruit]?.() ?? fruit;
