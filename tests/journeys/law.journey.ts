import { signIn } from './steps.ts';
import { expect, test } from './visitor.ts';

test('terms are found at the foot of every page, get a new version, and the old one stays', async ({
  visitor,
}) => {
  const manager = await visitor('phone', { script: false });
  const { page } = manager;
  await page.goto('/terms');
  await manager.at('Các trang của cửa hàng');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Thứ tự hiện hàng' }).click();
  await manager.at('Thứ tự hiện hàng');
  await expect(page.getByText(/^Bản số 1, có hiệu lực từ/).first()).toBeVisible();
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/terms/ranking');
  await manager.at('Viết bản mới: Thứ tự hiện hàng');
  await page.getByLabel('Tiếng Việt').fill('## Bản thử\n\nChữ <b>thường</b>');
  await page.getByLabel('Tiếng Anh').fill('');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await manager.at('Viết bản mới: Thứ tự hiện hàng');
  await expect(page.getByText('Chữ <b>thường</b>').first()).toBeVisible();
  await page.getByRole('button', { name: 'Công bố bản mới' }).click();
  await manager.at('Trang công bố');
  await page.goto('/en/terms/ranking');
  await manager.at('How goods are ranked');
  await expect(page.getByText('below is the Vietnamese')).toBeVisible();
  await page.getByRole('link', { name: /^Version 1,/ }).click();
  await manager.at('How goods are ranked');
  await expect(page.getByText('This is an old version.')).toBeVisible();
  await expect(page.getByText('Nobody pays to stand first.')).toBeVisible();
});

test('machines find the shop', async ({ request }) => {
  for (const path of ['/sitemap.xml', '/feeds/products.xml', '/en/feeds/harvests.xml']) {
    const answer = await request.get(path);
    expect([path, answer.status(), answer.headers()['content-type']]).toEqual([
      ...[path, 200, expect.stringContaining('xml')],
    ]);
  }
  const html = await (await request.get('/products/')).text();
  const slug = /\/products\/([a-z0-9-]+)"/.exec(html)?.[1];
  const product = await (await request.get(`/products/${slug}`)).text();
  const picture = /property="og:image" content="[^"]*?(\/link-pictures[^"]+)"/.exec(product)?.[1] ?? '';
  const drawn = await request.get(picture);
  expect([drawn.status(), drawn.headers()['content-type']]).toEqual([200, 'image/png']);
  const said = [...product.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json) as { '@context': string; '@type': string; aggregateRating?: object },
  );
  expect(new Set(said.map((each) => each['@context']))).toEqual(new Set(['https://schema.org']));
  expect(said.find((each) => each['@type'] === 'Product')?.aggregateRating).toMatchObject({
    ratingValue: expect.stringMatching(/^[1-5]\.\d$/),
    ratingCount: expect.any(Number),
  });
  expect(await (await request.get('/robots.txt')).text()).toContain('Sitemap: ');
});
