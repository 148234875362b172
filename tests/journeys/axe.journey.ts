import { expect, test } from '@playwright/test';
import { findingsOn } from './axe.ts';

test('a faint word and a field without a name are found, on whichever row of a long list', async ({
  page,
}) => {
  const row = (more = '') => `<li${more}>sầu riêng</li>`;
  const list = (last: string) =>
    `<html lang="vi"><title>t</title><main><ul>${row().repeat(20)}${last}</ul></main></html>`;
  await page.setContent(list(row()));
  expect(await findingsOn(page)).toEqual([]);
  await page.setContent(list(row(' style="color:#ccc"')));
  expect(await findingsOn(page)).toMatchObject([{ told: expect.stringContaining('color-contrast') }]);
  await page.setContent(list('<li><input></li>'));
  expect(await findingsOn(page)).toMatchObject([{ told: expect.stringContaining('label') }]);
});
