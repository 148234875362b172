import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEntries } from './append.ts';
import { entriesOf, entryBundle, LONGEST_ENTRY } from './entry-bundle.ts';
import { leafHash } from './leaf-hash.ts';
import { consistencyProof, inclusionProof, treeRoot } from './merkle-tree.ts';
import { narrowTile } from './narrow-tile.ts';
import { entriesFrom, logOf, readFrom, rootByDefinition, tileStore, toHex } from './proof.builders.ts';
import { parseTilePath, type Tile, tileAt, tileLevels, tilePath, tilesAt } from './tile.ts';
import { nodesFromTiles } from './tile-nodes.ts';

describe('the address of a tile', () => {
  it.each<[Tile, string]>([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 1234067, width: 256 }, 'tile/1/x001/x234/067'],
    [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
    [{ level: 63, index: 1000, width: 1 }, 'tile/63/x001/000.p/1'],
    [{ level: 'entries', index: 999, width: 256 }, 'tile/entries/999'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('comes back as it was written', () => {
    const tiles = fc.record({
      level: fc.oneof(fc.nat(63), fc.constant('entries' as const)),
      index: fc.oneof(fc.nat(2000), fc.maxSafeNat()),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });

  it.each([
    ['tile/00/000'],
    ['tile/64/000'],
    ['tile/-1/000'],
    ['tile/0/00'],
    ['tile/0/x000/001'],
    ['tile/0/001/002'],
    ['tile/0/x001/x002'],
    ['tile/0/000.p/0'],
    ['tile/0/000.p/01'],
    ['tile/0/000.p/256'],
    ['tile/entry/000'],
    ['/tile/0/000'],
    ['tile/0/000/'],
    ['tile/0/x999/x999/x999/x999/x999/999'],
  ])('%s is none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});

describe('the tiles of a tree', () => {
  it('are as many and as wide as the specification counts for 70,000 leaves', () => {
    const widths = (level: number) => [...tilesAt(level, 70_000)].map(({ width }) => width);
    expect(widths(0)).toEqual([...Array(273).fill(256), 112]);
    expect(widths(1)).toEqual([256, 17]);
    expect(widths(2)).toEqual([1]);
    expect(tileLevels(70_000)).toBe(3);
  });

  it('are one full and one of width 1 above it for 256 leaves', () => {
    expect([...tilesAt(0, 256)]).toEqual([{ level: 0, index: 0, width: 256 }]);
    expect([...tilesAt(1, 256)]).toEqual([{ level: 1, index: 0, width: 1 }]);
    expect(tileAt(0, 1, 256)).toBeNull();
    expect(tileLevels(0)).toBe(0);
  });

  it('give the roots and proofs of the tree in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.nat(), fc.nat(), async (size, one, other) => {
        const entries = entriesFrom(0, size);
        const leaves = entries.map(leafHash);
        const { store, root } = await logOf(entries);
        const older = 1 + (one % size);
        const index = other % older;
        expect(root).toEqual(rootByDefinition(leaves));
        const tiles = nodesFromTiles(size, store.read);
        expect(await treeRoot(older, tiles)).toEqual(await treeRoot(older, readFrom(leaves)));
        expect(await inclusionProof(index, older, tiles)).toEqual(
          await inclusionProof(index, older, readFrom(leaves)),
        );
        expect(await consistencyProof(older, size, tiles)).toEqual(
          await consistencyProof(older, size, readFrom(leaves)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each([1, 255, 256, 257, 511, 512, 65_536])(
    'have the root of the tree at %i leaves, full tiles or not',
    async (size) => {
      const entries = entriesFrom(0, size);
      expect((await logOf(entries)).root).toEqual(rootByDefinition(entries.map(leafHash)));
    },
  );

  it('are read once each, and not one more than the proof needs', async () => {
    const { store } = await logOf(entriesFrom(0, 1000));
    store.asked.length = 0;
    await inclusionProof(600, 1000, nodesFromTiles(1000, store.read));
    expect(store.asked.map(tilePath).sort()).toEqual(['tile/0/002', 'tile/0/003.p/232', 'tile/1/000.p/3']);
  });

  it('are refused when they are not what the size says', async () => {
    const { store } = await logOf(entriesFrom(0, 10));
    store.rows.set('0/0', new Uint8Array(64));
    await expect(treeRoot(10, nodesFromTiles(10, store.read))).rejects.toThrow('no tile/0/000.p/10');
    await expect(
      treeRoot(
        10,
        nodesFromTiles(10, async () => new Uint8Array(31)),
      ),
    ).rejects.toThrow(RangeError);
    await expect(treeRoot(12, nodesFromTiles(10, store.read))).rejects.toThrow(RangeError);
  });
});

describe('adding entries', () => {
  it('in any batches gives the log that adding them at once gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(300), { maxLength: 8 }), async (batches) => {
        const store = tileStore();
        let size = 0;
        let root = rootByDefinition([]);
        for (const batch of batches) {
          const growth = await appendEntries(size, entriesFrom(size, batch), store.read);
          store.write(growth.tiles);
          ({ size, root } = growth);
        }
        const whole = await logOf(entriesFrom(0, size));
        expect(root).toEqual(whole.root);
        expect(store.written()).toEqual(whole.store.written());
      }),
      { numRuns: 40 },
    );
  });

  it('reads only the tiles that still grow, and gives only those that changed', async () => {
    const { store } = await logOf(entriesFrom(0, 66_000));
    store.asked.length = 0;
    const growth = await appendEntries(66_000, entriesFrom(66_000, 1), store.read);
    const edge = ['tile/0/257.p/208', 'tile/1/001.p/1', 'tile/2/000.p/1', 'tile/entries/257.p/208'];
    expect(store.asked.map(tilePath).sort()).toEqual(edge);
    expect(growth.tiles.map(({ tile }) => tilePath(tile))).toEqual([
      'tile/0/257.p/209',
      'tile/entries/257.p/209',
    ]);
  });

  it('of which there are none changes nothing', async () => {
    const { store, root } = await logOf(entriesFrom(0, 300));
    expect(await appendEntries(300, [], store.read)).toEqual({ size: 300, root, tiles: [] });
  });

  it('refuses to build on tiles of another size', async () => {
    const { store } = await logOf(entriesFrom(0, 5));
    await expect(appendEntries(6, entriesFrom(6, 1), store.read)).rejects.toThrow('no tile/0/000.p/6');
    const wrong = async () => new Uint8Array(32);
    await expect(appendEntries(6, entriesFrom(6, 1), wrong)).rejects.toThrow(RangeError);
  });
});

describe('a bundle of entries', () => {
  it('comes back as it was written, also when made narrower', () => {
    const bundles = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(bundles, fc.nat(), (entries, seed) => {
        const bundle = entryBundle(entries);
        expect(entriesOf(bundle)).toEqual(entries);
        expect(entriesOf(bundle.subarray(0, -1))).toBeNull();
        const tile: Tile = { level: 'entries', index: 0, width: 1 + (seed % entries.length) };
        expect(narrowTile(tile, bundle)).toEqual(entryBundle(entries.slice(0, tile.width)));
        expect(narrowTile({ ...tile, width: entries.length + 1 }, bundle)).toBeNull();
      }),
    );
  });

  it('holds entries of 65,535 bytes, none longer', () => {
    const longest = new Uint8Array(LONGEST_ENTRY).fill(7);
    expect(entriesOf(entryBundle([longest, longest]))?.map(toHex)).toEqual([longest, longest].map(toHex));
    expect(() => entryBundle([new Uint8Array(LONGEST_ENTRY + 1)])).toThrow(RangeError);
  });
});
