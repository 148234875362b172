import type { Page } from '@playwright/test';
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Of elements that are the same but for their words, so many are looked at: the rows of a table, the cards of a list. */
const OF_A_KIND = 3;

/** What axe finds against WCAG 2.2 AA on the page as it is now, a line for each place, with how grave it is. */
export async function findingsOn(page: Page): Promise<{ impact: string; told: string }[]> {
  // Once a document: to read axe anew takes as long as to look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(lookAtOneOfEach, { rules: RULES, ofAKind: OF_A_KIND });
}

/** Runs in the page. Only what is wrong is told of in full: to describe what is right takes as long as to look. */
async function lookAtOneOfEach(how: { rules: string[]; ofAKind: number }) {
  const attributesOf = (element: Element) =>
    [...element.attributes].map(({ name, value }) =>
      ['class', 'style', 'type', 'role', 'lang', 'hidden', 'disabled'].includes(name)
        ? `${name}=${value}`
        : `${name}${value === '' ? '' : '+'}`,
    );
  const shapes = new Map<Element, string>();
  const shapeOf = (element: Element): string => {
    const words = element.textContent?.trim() ? 'words' : '';
    const within = [...element.children].map(shapeOf).join();
    const shape = `${element.tagName} ${attributesOf(element).sort().join(' ')} ${words}(${within})`;
    shapes.set(element, shape);
    return shape;
  };
  const again: Element[] = [];
  const gather = (parent: Element): void => {
    const counts = new Map<string, number>();
    for (const child of parent.children) {
      const shape = shapes.get(child) ?? '';
      const count = (counts.get(shape) ?? 0) + 1;
      counts.set(shape, count);
      if (count > how.ofAKind) again.push(child);
      else gather(child);
    }
  };
  shapeOf(document.body);
  gather(document.body);
  for (const element of again) element.setAttribute('data-like-others', '');
  const { violations } = await window.axe.run(
    { exclude: [['[data-like-others]']] },
    { runOnly: how.rules, resultTypes: ['violations'] },
  );
  for (const element of again) element.removeAttribute('data-like-others');
  return violations.flatMap(({ id, help, impact, nodes }) =>
    nodes.map((node) => ({ impact: impact ?? 'unknown', told: `${id}: ${help}: ${node.html}` })),
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
