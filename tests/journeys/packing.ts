import { type DrawnPage, drawnPages } from '../../packages/labels/src/read-codes.fixture.ts';
import { expect, type Visitor } from './visitor.ts';

/** Packs one box of the order whose page is open, and gives its serial. */
export async function pack({ page }: Visitor, units: string, kilograms: string): Promise<string> {
  const labels = page.getByRole('link', { name: /^In tem thùng/ });
  const serials = () =>
    labels.evaluateAll((links) =>
      links.map((link) => link.getAttribute('aria-label')?.split(' ').at(-1) ?? ''),
    );
  const before = await serials();
  await page.getByLabel('Số ký khách đặt trong thùng này').fill(units);
  await page.getByLabel('Cân nặng trên cân').fill(kilograms);
  await page.getByRole('button', { name: 'Đóng thùng' }).click();
  await expect(labels).toHaveCount(before.length + 1);
  await expect(page.getByText('Đã đóng một thùng')).toBeVisible();
  return (await serials()).find((serial) => !before.includes(serial)) ?? '';
}

/** The pages of the labels behind a link of the order's page, as another program draws them. */
export async function printed({ page }: Visitor, link: string): Promise<DrawnPage[]> {
  const href = await page.getByRole('link', { name: link }).getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return drawnPages(await answer.body());
}
