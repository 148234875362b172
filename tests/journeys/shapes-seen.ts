import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * What of pages axe has looked at already. The office's front page is passed by most people who come, and to look at it
 * twenty times finds nothing that once did not: a page is looked at again when it holds an element of a kind, of classes,
 * of attributes or of an emptiness that no page of its address had, on a phone or on a desk: what both show is judged once.
 * Playwright's workers look for one another: each writes what it saw into a file that all read.
 */
export class ShapesSeen {
  readonly #seen = new Map<string, Set<string>>();
  #read = 0;

  /** Whether the page holds a shape that was not there before; it counts as seen from now on. */
  async hasNew(page: Page): Promise<boolean> {
    const kind = new URL(page.url()).pathname.replace(/[^/]*\d[^/]*/g, '*');
    const shapes = await page.evaluate(shapesOf);
    this.#hearOthers();
    const seen = this.#of(kind);
    const fresh = shapes.filter((shape) => !seen.has(shape));
    for (const shape of fresh) seen.add(shape);
    if (fresh.length > 0) appendFileSync(file(), `${JSON.stringify([kind, ...fresh])}\n`);
    return fresh.length > 0;
  }

  #of(kind: string): Set<string> {
    const seen = this.#seen.get(kind) ?? new Set();
    this.#seen.set(kind, seen);
    return seen;
  }

  /** Reads the whole lines that came since the last time; one that is being written is read the next time. */
  #hearOthers(): void {
    const opened = openSync(file(), 'a+');
    const news = Buffer.alloc(fstatSync(opened).size - this.#read);
    readSync(opened, news, 0, news.length, this.#read);
    closeSync(opened);
    const whole = news.lastIndexOf('\n') + 1;
    this.#read += whole;
    for (const line of news.toString('utf8', 0, whole).split('\n').filter(Boolean)) {
      const [kind = '', ...shapes] = JSON.parse(line) as string[];
      for (const shape of shapes) this.#of(kind).add(shape);
    }
  }
}

const file = () => join(process.env.JOURNEYS_DATA ?? '.', 'shapes-seen');

/** Runs in the page: every element that is to be seen by what axe judges it by, but for its words. */
function shapesOf(): string[] {
  const ids = new Map<string, number>();
  for (const { id } of document.querySelectorAll('[id]')) ids.set(id, (ids.get(id) ?? 0) + 1);
  const twice = [...ids.values()].some((count) => count > 1);
  const seen = [...document.querySelectorAll('body, body *')].filter((element) => element.checkVisibility());
  const shapes = seen.map((element) => {
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
