import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../data/rfc6962-merkle.json' with { type: 'json' };
import { emptyRoot, leafHash } from './leaf-hash.ts';
import { consistencyProof, inclusionProof, treeRoot } from './merkle-tree.ts';
import {
  fromHex,
  hashesOfHex,
  leavesOf,
  pathByDefinition,
  proofByDefinition,
  readFrom,
  rootByDefinition,
  toHex,
} from './proof.builders.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

const published = vectors.leaves.map((leaf) => leafHash(fromHex(leaf)));
const publishedRoot = (size: number) =>
  fromHex(size === 0 ? vectors.emptyRoot : (vectors.roots[size - 1] as string));

describe('the published tree of RFC 6962', () => {
  it('has the published roots', async () => {
    expect(toHex(emptyRoot())).toBe(vectors.emptyRoot);
    for (let size = 0; size <= published.length; size += 1) {
      expect(toHex(await treeRoot(size, readFrom(published)))).toBe(toHex(publishedRoot(size)));
    }
  });

  it.each(vectors.inclusion)('leaf $index of $size', async ({ index, size, proof }) => {
    const path = await inclusionProof(index, size, readFrom(published));
    expect(path.map(toHex)).toEqual(proof);
    const leaf = published[index] as Uint8Array;
    expect(verifyInclusion({ leaf, index, size, root: publishedRoot(size), path: hashesOfHex(proof) })).toBe(
      true,
    );
  });

  it.each(vectors.consistency)('$from grows to $to', async ({ from, to, proof }) => {
    expect((await consistencyProof(from, to, readFrom(published))).map(toHex)).toEqual(proof);
    const head = (size: number) => ({ size, root: publishedRoot(size) });
    expect(verifyConsistency(head(from), head(to), hashesOfHex(proof))).toBe('grown');
  });
});

const trees = fc
  .integer({ min: 1, max: 300 })
  .chain((size) =>
    fc.record({ leaves: fc.constant(leavesOf(size)), size: fc.constant(size), index: fc.nat(size - 1) }),
  );

describe('any tree', () => {
  it('is what the definitions of RFC 6962 say', async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.nat(), async ({ leaves, size, index }, seed) => {
        const older = seed % (size + 1);
        const read = readFrom(leaves);
        expect(await treeRoot(size, read)).toEqual(rootByDefinition(leaves));
        expect(await inclusionProof(index, size, read)).toEqual(pathByDefinition(index, leaves));
        expect(await consistencyProof(older, size, read)).toEqual(
          older === 0 ? [] : proofByDefinition(older, leaves),
        );
      }),
    );
  });

  it('shows each of its leaves, and nothing else in their place', async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.nat(), fc.nat(255), async ({ leaves, size, index }, seed, at) => {
        const path = await inclusionProof(index, size, readFrom(leaves));
        const whole = {
          leaf: leaves[index] as Uint8Array,
          index,
          size,
          root: rootByDefinition(leaves),
          path,
        };
        expect(verifyInclusion(whole)).toBe(true);
        expect(verifyInclusion({ ...whole, leaf: flipped(whole.leaf, at) })).toBe(false);
        expect(verifyInclusion({ ...whole, root: flipped(whole.root, at) })).toBe(false);
        expect(verifyInclusion({ ...whole, path: [...path, whole.root] })).toBe(false);
        expect(verifyInclusion({ ...whole, index: size })).toBe(false);
        expect(verifyInclusion({ ...whole, index: index + 0.5 })).toBe(false);
        expect(verifyInclusion({ ...whole, size: size * 2 })).toBe(false);
        if (size > 1) {
          const other = (index + 1 + (seed % (size - 1))) % size;
          expect(verifyInclusion({ ...whole, index: other })).toBe(false);
        }
        for (const [place, sibling] of path.entries()) {
          expect(verifyInclusion({ ...whole, path: path.with(place, flipped(sibling, at)) })).toBe(false);
          expect(verifyInclusion({ ...whole, path: path.toSpliced(place, 1) })).toBe(false);
          expect(verifyInclusion({ ...whole, path: path.with(place, sibling.subarray(1)) })).toBe(false);
        }
      }),
    );
  });

  it('grows from each of its beginnings, and from no other tree', async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.nat(), fc.nat(255), async ({ leaves, size }, seed, at) => {
        const older = seed % (size + 1);
        const path = await consistencyProof(older, size, readFrom(leaves));
        const before = { size: older, root: rootByDefinition(leaves.slice(0, older)) };
        const after = { size, root: rootByDefinition(leaves) };
        expect(verifyConsistency(before, after, path)).toBe('grown');
        expect(verifyConsistency({ ...before, root: flipped(before.root, at) }, after, path)).not.toBe(
          'grown',
        );
        expect(verifyConsistency(before, after, [...path, before.root])).not.toBe('grown');
        if (older > 0)
          expect(verifyConsistency(before, { ...after, root: flipped(after.root, at) }, path)).not.toBe(
            'grown',
          );
        if (older < size) expect(verifyConsistency(after, before, path)).toBe('unproven');
        if (older > 0) expect(verifyConsistency(before, { ...after, size: size * 4 }, path)).toBe('unproven');
        for (const [place, hash] of path.entries()) {
          expect(verifyConsistency(before, after, path.with(place, flipped(hash, at)))).not.toBe('grown');
          expect(verifyConsistency(before, after, path.toSpliced(place, 1))).not.toBe('grown');
        }
      }),
    );
  });

  it('is told apart from one that changed what it had shown before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 200 }), fc.nat(), async (size, seed) => {
        const leaves = leavesOf(size);
        const older = 1 + (seed % (size - 1));
        const changed = leaves.with(seed % older, leafHash(Uint8Array.of(9, 9)));
        const path = await consistencyProof(older, size, readFrom(changed));
        const said = verifyConsistency(
          { size: older, root: rootByDefinition(leaves.slice(0, older)) },
          { size, root: rootByDefinition(changed) },
          path,
        );
        expect(said).toBe(Number.isInteger(Math.log2(older)) ? 'unproven' : 'fork');
      }),
    );
  });

  it('refuses to prove what is not there', async () => {
    const read = readFrom(leavesOf(3));
    await expect(inclusionProof(3, 3, read)).rejects.toThrow(RangeError);
    await expect(inclusionProof(-1, 3, read)).rejects.toThrow(RangeError);
    await expect(consistencyProof(4, 3, read)).rejects.toThrow(RangeError);
  });
});

function flipped(hash: Uint8Array, at: number): Uint8Array {
  return hash.with(at % hash.length, (hash[at % hash.length] as number) ^ 1);
}
