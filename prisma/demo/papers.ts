import sharp from 'sharp';

/** The letters D, E, M and O as lines, 60 by 100 each, so that they need no font. */
const LETTERS = [
  'M0 0v100h30l30 -30v-40l-30 -30z',
  'M60 0h-60v100h60M0 50h45',
  'M0 100v-100l30 50l30 -50v100',
  'M0 20l20 -20h20l20 20v60l-20 20h-20l-20 -20z',
];

/** A drawing of a paper with nothing on it but DEMO, in a colour of its own: nobody takes it for a real one. */
export async function demoPaper(colour: string): Promise<Uint8Array> {
  const word = LETTERS.map((path, at) => `<path transform="translate(${70 + at * 95} 180)" d="${path}"/>`);
  const lines = [60, 90, 120, 340, 370, 400].map((y) => `M40 ${y}h${y % 120 === 0 ? 300 : 400}`);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="460">
    <rect width="480" height="460" fill="#faf6ea"/>
    <rect x="14" y="14" width="452" height="432" fill="none" stroke="${colour}" stroke-width="6" stroke-dasharray="18 10"/>
    <path d="${lines.join('')}" stroke="#d8d0b8" stroke-width="10"/>
    <g fill="none" stroke="${colour}" stroke-width="14" stroke-linejoin="round">${word.join('')}</g>
  </svg>`;
  return new Uint8Array(await sharp(Buffer.from(drawing)).png().toBuffer());
}
