import { signIn, textOf } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a scanner at full speed packs an order; a box is undone', async ({ visitor }) => {
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

  // More scans than the order wants boxes: each is answered, and only as many are packed.
  const line = await textOf(
    page
      .getByRole('listitem')
      .filter({ hasText: /0\/\d.*mỗi phần/ })
      .first(),
  );
  const [, units = '', weight = ''] = /0\/(\d+).*mỗi phần ([\d,]+) kg/.exec(line) ?? [];
  await page.getByLabel('Cân nặng trên cân').fill(weight);
  await page.getByRole('checkbox', { name: /Mỗi lần quét/ }).check();
  await scan.focus();
  for (let count = 0; count < 20; count += 1) {
    await page.keyboard.type(`(10)${batch}`);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(`Đã quét 20, đã đóng ${units}, đang chờ 0`)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: `${units}/${units}Loại` })).toBeVisible();
  await staff.look();

  const box = page
    .getByRole('listitem')
    .filter({ hasText: `${code} · ` })
    .first();
  const zpl = await box.getByRole('link', { name: /^ZPL 203/ }).getAttribute('href');
  const label = await (await page.request.get(zpl ?? '')).text();
  expect(label).toMatch(/\^FDMA,http[^^]*\/10\//);
  await box.getByText('Đóng nhầm, mở lại').click();
  await box.getByRole('radio', { name: /^Trả về lô/ }).check();
  await box.getByLabel(/^Vì sao/).fill('Nhầm sọt');
  await box.getByRole('button', { name: 'Mở thùng và hủy mã' }).click();
  await expect(page.getByText(/^Đã mở lại thùng/)).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: `${Number(units) - 1}/${units}Loại` }),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Bảng kê giao hôm nay' }).click();
  await staff.at(/^Bảng kê ngày/);
  await staff.look();
});
