/** What one box's label says. Weights and days come as people read them: they were formatted where the reader's language is known. */
export interface BoxLabel {
  /** Any GTIN, batch code and serial number that GS1 allows. */
  gtin: string;
  batch: string;
  serial: string;
  /** The product's Vietnamese name. */
  product: string;
  grade: string;
  /** Such as `2,35 kg`. */
  netWeight: string;
  /** Days such as `25/11/2026`. */
  packedOn: string;
  harvestedOn: string;
  bestBefore: string;
  /** The orchard's name, as far as its member agreed to be shown. */
  orchard: string;
}

/** All words on a label that are not about the one box. */
export interface LabelWords {
  grade: string;
  netWeight: string;
  packedOn: string;
  harvestedOn: string;
  bestBefore: string;
  orchard: string;
  /** The cooperative's name, and its address in one line. */
  cooperative: string;
  address: string;
  /** Marks labels of the demo season; null for real fruit. */
  demo: string | null;
}
