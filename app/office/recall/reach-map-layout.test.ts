import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NODE, reachMap } from './reach-map-layout';

const WORDS = {
  buyer: (number: number) => `Người mua ${number}`,
  here: 'Còn ở đây',
  more: () => 'và lô nữa',
};

it('whatever was reached, every box is drawn once, joined to its lot, order and buyer, and nothing lies on another', () => {
  const box = fc.record({
    lot: fc.nat(3),
    order: fc.nat(9),
    buyer: fc.option(fc.integer({ min: 1, max: 8 })),
  });
  const property = fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), fc.nat(9), (made, near) => {
    const boxes = made.map(({ lot, order, buyer }, at) => ({
      ...{
        serial: `THUNG${at}`,
        batch: `LO${lot}`,
        orderCode: `BN${order}`,
        provinceVi: '',
        provinceEn: '',
        buyer,
      },
    }));
    const lots = Array.from({ length: near }, (_, at) => ({ batch: `GAN${at}` }) as never);
    const { nodes, edges, high } = reachMap({ boxes, touched: { count: near, lots } }, WORDS);
    for (const { serial, batch, orderCode } of boxes) {
      const joined = edges.filter(({ from, to }) => from.name === serial || to.name === serial);
      expect(joined.map(({ from, to }) => [from.name, to.name])).toEqual([
        [batch, serial],
        [serial, orderCode],
      ]);
    }
    for (const [at, one] of nodes.entries()) {
      expect(one.x + NODE.wide).toBeLessThanOrEqual(362);
      expect(one.y + NODE.high).toBeLessThanOrEqual(high);
      for (const other of nodes.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= NODE.wide || Math.abs(one.y - other.y) >= NODE.high).toBe(true);
    }
    expect(nodes.filter((node) => node.near)).toHaveLength(Math.min(near, 4));
  });
  fc.assert(property, { numRuns: 40 });
});
