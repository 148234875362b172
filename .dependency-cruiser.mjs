// The arrows between rooms. A room may know only those after it in this list.
const ROOMS = [
  'api',
  'orders',
  'coop',
  'farm',
  'stock',
  'payments',
  'notices',
  'labels',
  'sheets',
  'trace',
  'db',
  'gs1',
  'proof',
  'money',
];
const PURE = 'gs1|proof|money';
const FOR_TESTS = '\\.(test|builders|fixture)\\.tsx?$|(^|/)vitest\\.';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** One rule a room, so that what is refused names the room that looked up. */
const downwards = ROOMS.slice(1).map((room, above) =>
  rule(
    `${room}-looks-down`,
    `${room} may know only the rooms below it`,
    { path: `^packages/${room}/` },
    { path: `^packages/(${ROOMS.slice(0, above + 1).join('|')})/` },
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...downwards,
    rule('no-circle', 'nothing leads back to itself', {}, { circular: true }),
    rule(
      'rooms-know-no-page',
      'a room knows no page, no demo season and no test',
      { path: '^packages/' },
      { path: '^(app|prisma|tests)/' },
    ),
    rule(
      'by-the-front-door',
      'a room is reached by its index.ts, not by its inner files',
      { path: '^packages/([^/]+)/' },
      {
        path: '^packages/[^/]+/src/',
        pathNot: ['^packages/$1/', '^packages/[^/]+/src/(testing/)?index\\.ts$'],
      },
    ),
    rule(
      'pages-by-the-front-door',
      'a room is reached by its index.ts, not by its inner files',
      { path: '^(app|prisma)/' },
      { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/(testing/)?index\\.ts$' },
    ),
    rule(
      'pure-stays-pure',
      'gs1, proof and money also run in the browser: nothing of Node; of npm, SHA-256 and Ed25519 alone',
      { path: `^packages/(${PURE})/src/`, pathNot: FOR_TESTS },
      { pathNot: [`^packages/(${PURE})/src/`, '(^|/)node_modules/@noble/(hashes|ed25519)/'] },
    ),
    rule(
      'pages-know-the-gate',
      'pages know the gate, the pure rooms and how a sheet is written; only app/server puts the house together',
      { path: '^app/', pathNot: ['^app/server/', FOR_TESTS] },
      { path: '^packages/', pathNot: '^packages/(api|gs1|proof|money|sheets)/' },
    ),
    rule(
      'only-db-speaks-sql',
      'only packages/db knows the driver and the generated client',
      { pathNot: '^packages/db/' },
      { path: '(^|node_modules/)pg(/|$)|^packages/db/src/generated/' },
    ),
    rule(
      'testing-is-for-tests',
      'what makes test databases is no part of the product',
      { pathNot: [FOR_TESTS, '^packages/db/src/testing/', '^tests/'] },
      { path: '^packages/db/src/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|app/paraglide|packages/db/src/generated/.*/)|/\\.turbo/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
