import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { throughKnown } from './known-nodes.ts';
import type { Hash } from './leaf-hash.ts';
import { consistencyProof, inclusionProof, type Node, type ReadNodes } from './merkle-tree.ts';
import { leavesOf, readFrom } from './proof.builders.ts';

describe('reading through what is known', () => {
  it('proves what reading anew proves, as the log grows and nodes are forgotten', async () => {
    const leaves = leavesOf(200);
    const growing = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(growing, fc.nat(), fc.integer({ min: 0, max: 40 }), async (sizes, some, most) => {
        const known = new Map<string, Hash>();
        for (const size of [...sizes].sort((one, other) => one - other)) {
          const anew = readFrom(leaves.slice(0, size));
          const read = throughKnown(anew, known);
          const index = some % size;
          expect(await inclusionProof(index, size, read)).toEqual(await inclusionProof(index, size, anew));
          expect(await consistencyProof(index, size, read)).toEqual(
            await consistencyProof(index, size, anew),
          );
          for (const name of [...known.keys()].slice(most)) known.delete(name);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads no node twice', async () => {
    const asked: Node[] = [];
    const counted: ReadNodes = (nodes) => {
      asked.push(...nodes);
      return readFrom(leavesOf(64))(nodes);
    };
    const read = throughKnown(counted, new Map());
    const first = await inclusionProof(9, 64, read);
    expect(asked).toHaveLength(6);
    expect(await inclusionProof(9, 64, read)).toEqual(first);
    await inclusionProof(8, 64, read);
    expect(asked).toHaveLength(7);
  });
});
