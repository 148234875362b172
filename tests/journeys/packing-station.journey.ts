import { signIn, textOf } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a scanner at full speed packs an order; a box is undone, packed again and goes out of the door', async ({
  visitor,
}) => {
  const staff = await visitor('desk');
  const { page } = staff;
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  await page.goto('/office/packing');
  await staff.at('Bàn đóng gói');
  await staff.look();
  const last = page
    .getByRole('region', { name: /^Chờ đóng/ })
    .getByRole('link')
    .last();
  const code = await textOf(last.locator('span').first());
  await page.goto(`/office/orders/${code}`);
  await staff.at(new RegExp(code));
  const lot = page.getByRole('radio', { name: /\d/ }).first();
  const batch =
    (await lot.evaluate((radio) => radio.closest('label')?.textContent ?? '')).split(' ')[0] ?? '';
  await page.goto(`/office/packing?order=${code}`);
  await staff.at('Bàn đóng gói');

  const scan = page.getByLabel('Quét tem sọt');
  await scan.fill('không phải mã');
  await staff.refused(422, () => page.getByRole('button', { name: 'Đóng thùng' }).click());
  await expect(scan).toHaveAccessibleDescription(/Bộ gõ tiếng Việt/);
  await scan.fill(`(10)${batch}`);
  await page.getByRole('button', { name: 'Đóng thùng' }).click();
  await expect(page.getByText(`Sọt của lô ${batch}`)).toBeVisible();
  await staff.look();

  await page.getByLabel('Cân nặng trên cân').fill('9999');
  await page.getByRole('checkbox', { name: /Mỗi lần quét/ }).check();
  await scan.focus();
  for (let count = 0; count < 20; count += 1) {
    await page.keyboard.type(`(10)${batch}`);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Đã quét 20, đã đóng 0, đang chờ 0')).toBeVisible();
});
