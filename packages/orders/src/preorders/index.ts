/** Fruit sold of a harvest that is still to come. */
export { type CloseRefusal, closeOffer } from './close-offer.ts';
export type { Told } from './finish-preorder.ts';
export { preordersPastTheirDeposit } from './lapse-promise.ts';
export { type PreorderOfOrder, preorderOfOrder } from './of-order.ts';
export { type OfferInOffice, type OfferOnSale, offersInOffice, offersOnSale } from './offers.ts';
export { type NewOffer, type OfferRefusal, openOffer, PREORDER_DEFAULTS } from './open-offer.ts';
export { type Preorder, type PreorderRefusal, placePreorder } from './place-preorder.ts';
export { type PreorderSums, preorderSums } from './preorder-sums.ts';
export { type Part, previewShare, type ShareRefusal, shareOut } from './share-out.ts';
