import type { Page } from '@playwright/test';

/**
 * What of pages axe has looked at already. The office's front page is passed by most people who come, and to look at it
 * twenty times finds nothing that once did not: a page is looked at again when it holds an element of a kind, of classes,
 * of attributes or of an emptiness that no page of its address and size had.
 */
export class ShapesSeen {
  readonly #seen = new Map<string, Set<string>>();

  /** Whether the page holds a shape that was not there before; it counts as seen from now on. */
  async hasNew(page: Page, size: string): Promise<boolean> {
    const kind = `${new URL(page.url()).pathname.replace(/[^/]*\d[^/]*/g, '*')} ${size}`;
    const seen = this.#seen.get(kind) ?? new Set();
    this.#seen.set(kind, seen);
    const before = seen.size;
    for (const shape of await page.evaluate(shapesOf)) seen.add(shape);
    return seen.size > before;
  }
}

/** Runs in the page: every element by what axe judges it by, but for its words. */
function shapesOf(): string[] {
  const ids = new Map<string, number>();
  for (const { id } of document.querySelectorAll('[id]')) ids.set(id, (ids.get(id) ?? 0) + 1);
  const twice = [...ids.values()].some((count) => count > 1);
  const shapes = [...document.querySelectorAll('body, body *')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      ['class', 'type', 'role', 'lang', 'inputmode', 'autocomplete'].includes(name)
        ? `${name}=${value}`
        : `${name}${value === '' ? '' : '+'}`,
    );
    const parent = element.parentElement?.tagName ?? '';
    const words = element.textContent?.trim() ? 'words' : 'empty';
    return [parent, element.tagName, ...attributes.sort(), words].join(' ');
  });
  return [...new Set(shapes), twice ? 'an id twice' : 'ids'];
}
