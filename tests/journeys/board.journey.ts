import { aPlacedPhoto } from '../../packages/farm/src/placed-photo.fixture.ts';
import { signIn, textOf } from './steps.ts';
import { expect, test } from './visitor.ts';

test('the board of orders is sifted, searched and read by keys; a step for no order is refused; fruit is picked by shelf, and leaves by hand', async ({
  visitor,
}) => {
  const manager = await visitor('phone');
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/orders?state=delivered&sort=leave');
  await manager.at('Đơn hàng');
  await expect(page.getByRole('link', { name: 'Bỏ lọc Đã giao' })).toBeVisible();
  await manager.look();
  const code = await textOf(page.locator('tbody th a').first());
  await page.getByRole('searchbox').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await manager.refused(422, () => page.getByRole('button', { name: 'Đã giao tới nơi' }).click());
  await expect(page.getByText('Hãy chọn ít nhất một đơn.')).toBeVisible();
  await page.getByRole('checkbox', { name: `Chọn đơn ${code}` }).check();
  await page.getByRole('button', { name: 'Đã giao tới nơi' }).click();
  await expect(page.getByText('0 đơn xong, 1 đơn không')).toBeVisible();
  await manager.look();

  await page.goto('/office/orders');
  await manager.look();
  await page.setViewportSize({ width: 1280, height: 800 });
  // The keys are there once the script is.
  await expect(page.getByText('Phím tắt')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('tbody th a').nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: /^Chọn đơn/ }).nth(1)).toBeChecked();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.goto('/office/picking');
  await manager.at('Phiếu lấy hàng');
  await manager.look();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/office/orders/${code}/slip`);
  await manager.at(`Phiếu trong thùng, đơn ${code}`);
  await manager.look();
  await page.goto('/office/delivery');
  await manager.at('Giao hàng');
  await manager.look();
  // One that GHN refused leaves by hand, with a photo; its papers are printed.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/office/orders?state=packed&todo=carrier');
  await manager.at('Đơn hàng');
  const refused = page.locator('tbody th a').first();
  const order = await textOf(refused);
  await refused.click();
  await manager.at(new RegExp(order));
  await expect(page.getByText(/^GHN nói: .*\(minh họa\)$/)).toBeVisible();
  await page.getByLabel('Người hoặc hãng giao hàng').fill('Xe nhà (thử)');
  const photo = { mimeType: 'image/jpeg', buffer: await aPlacedPhoto('#8a6') };
  const given = page.getByLabel('Ảnh lúc giao cho đơn vị chuyển');
  await given.setInputFiles({ ...photo, name: 'giao.jpg' });
  await page.getByRole('button', { name: 'Đã giao cho người vận chuyển' }).click();
  await expect(page.getByRole('img', { name: /^Hàng lúc giao cho đơn vị chuyển/ })).toBeVisible();
  await manager.look();
  for (const paper of [
    'packing/manifest.pdf',
    `orders/bills.pdf?order=${order}`,
    `orders/pins.pdf?order=${order}`,
  ])
    expect((await page.request.get(`/office/${paper}`)).headers()['content-type']).toBe('application/pdf');
  await page.goto(`/office/orders/slips?order=${order}`);
  await manager.at('Phiếu trong thùng của 1 đơn');
});
