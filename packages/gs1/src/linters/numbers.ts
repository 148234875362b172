import type { Linter } from '../dictionary.ts';

function isPieceOfTotal(part: string): boolean {
  const [piece, total] = [Number(part.slice(0, part.length / 2)), Number(part.slice(part.length / 2))];
  return part.length % 2 === 0 && piece > 0 && piece <= total;
}

function isPositionInSequence(part: string): boolean {
  const [, position, end] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(part) ?? [];
  return position !== undefined && Number(position) <= Number(end);
}

/** Numbers with a meaning: pieces, positions, and degrees in ten-millionths from the south pole and the date line. */
export const numbers = {
  zero: (part) => /^0+$/.test(part),
  nonzero: (part) => /[^0]/.test(part),
  nozeroprefix: (part) => !part.startsWith('0'),
  pieceoftotal: isPieceOfTotal,
  posinseqslash: isPositionInSequence,
  latitude: (part) => Number(part) <= 1_800_000_000,
  longitude: (part) => Number(part) <= 3_600_000_000,
} as const satisfies Record<string, Linter>;
