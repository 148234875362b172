/** One Application Identifier, its format written as the GS1 Barcode Syntax Dictionary writes it. */
export interface ApplicationIdentifier {
  ai: string;
  /** Components such as `N14,csum` (fixed digits, check digit) or `X..20` (character set 82, at most 20). */
  format: string;
  /** May stand in the query of a Digital Link. */
  attribute: boolean;
  /** For a primary key: the orders in which its qualifiers may follow in a Digital Link's path. */
  qualifiers?: readonly (readonly string[])[];
}

const identifiers: readonly ApplicationIdentifier[] = [
  { ai: '01', format: 'N14,csum,gcppos2', attribute: true, qualifiers: [['22', '10', '21']] },
  { ai: '10', format: 'X..20', attribute: true },
  { ai: '11', format: 'N6,yymmd0', attribute: true },
  { ai: '13', format: 'N6,yymmd0', attribute: true },
  { ai: '15', format: 'N6,yymmd0', attribute: true },
  { ai: '17', format: 'N6,yymmd0', attribute: true },
  { ai: '21', format: 'X..20', attribute: false },
  { ai: '22', format: 'X..20', attribute: false },
  { ai: '254', format: 'X..20', attribute: false },
  { ai: '3103', format: 'N6', attribute: true },
  { ai: '414', format: 'N13,csum,gcppos1', attribute: true, qualifiers: [['254']] },
  { ai: '417', format: 'N13,csum,gcppos1', attribute: true, qualifiers: [[]] },
  { ai: '7007', format: 'N6,yymmdd [N6],yymmdd', attribute: true },
];

const byAi = new Map(identifiers.map((identifier) => [identifier.ai, identifier]));

/** The identifier `ai`, if this package handles it. */
export function applicationIdentifier(ai: string): ApplicationIdentifier | undefined {
  return byAi.get(ai);
}

/** All identifiers that this package handles, in the order of the dictionary. */
export function applicationIdentifiers(): readonly ApplicationIdentifier[] {
  return identifiers;
}
