/**
 * The cooperative's scales and its till. Fruit is weighed, weight has a price, the price is owed to the people
 * whose orchards it came from: every sum of money in the house is whole đồng and every weight whole grams, and
 * only this room turns one into the other, rounds, or splits. So a buyer's bill, a member's settlement and the
 * books agree to the đồng, whoever reckons them.
 */
export { addDong, type Dong, dong, sumDong, timesDong } from './dong.ts';
export { dongInWords } from './dong-in-words.ts';
export { addGrams, type Grams, grams, sumGrams } from './grams.ts';
export { type KilogramsError, type KilogramsResult, kilograms } from './kilograms.ts';
export { priceOfWeight } from './price-of-weight.ts';
export { share } from './share.ts';
export { taxWithin } from './tax-within.ts';
