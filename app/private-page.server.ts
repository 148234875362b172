/** What the answer of a page that is one visitor's alone carries. */
export const PRIVATE = { 'Cache-Control': 'private, no-store' };
