import { Transform } from 'node:stream';

/**
 * Takes the zero bytes out of a drawn page. React 18's stream writes its buffer of 2,048 bytes whole where a character
 * of several bytes did not fit into the rest of it, and browsers read what is left over in an attribute as “�”: a form
 * would come back with another text than was typed. No page has a zero byte of its own.
 */
export const withoutPadding = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
    },
  });
