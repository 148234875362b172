import { signIn, textOf } from './steps.ts';
import { expect, test } from './visitor.ts';

test('the board of orders is sifted, searched and read by keys; a step for no order is refused; fruit is picked by shelf', async ({
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
});
