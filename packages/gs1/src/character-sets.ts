import type { Component } from './application-identifier.ts';

/** What each type of component may be written in (General Specifications, 7.11). */
const allowed = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[-0-9A-Z_a-z]*={0,2}$/,
};

/** Whether `text` is written in the characters of a component's type. */
export function fitsCharacters(type: Component['characters'], text: string): boolean {
  return allowed[type].test(text);
}
