/**
 * The "convenience alphas" of GS1 Digital Link 1.0 and 1.1, deprecated in 1.2 and then dropped: names that stood
 * in a path where now only numbers may.
 */
export const convenienceAlphas: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['sscc', '00'],
  ['gtin', '01'],
  ['lot', '10'],
  ['ser', '21'],
  ['cpv', '22'],
  ['gdti', '253'],
  ['glnx', '254'],
  ['gcn', '255'],
  ['ginc', '401'],
  ['gsin', '402'],
  ['gln', '414'],
  ['party', '417'],
  ['grai', '8003'],
  ['giai', '8004'],
  ['itip', '8006'],
  ['cpid', '8010'],
  ['cpsn', '8011'],
  ['gmn', '8013'],
  ['gsrnp', '8017'],
  ['gsrn', '8018'],
  ['srin', '8019'],
  ['refno', '8020'],
]);
