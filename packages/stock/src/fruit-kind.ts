/** What kind of fruit: lots of one kind can serve the same product. */
export interface FruitKind {
  varietyCode: string;
  grade: string;
}
