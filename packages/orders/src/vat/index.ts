/** How what is sold is treated for VAT, and the tax within an order's money. */
export { type KeptTax, keptTaxes, lowerKeptTax } from './kept-tax.ts';
export { type OrderVat, type TaxedPart, type Vat, vatOfOrder } from './vat-of-order.ts';
export {
  addVatRule,
  type VatOfProduct,
  type VatRule,
  type VatRuleRefusal,
  vatOfProducts,
} from './vat-rules.ts';
