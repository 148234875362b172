import { aPlacedPhoto } from '../../packages/farm/src/placed-photo.fixture.ts';
import { signIn, textOf } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a box packed with a photo is opened again: its label is worth nothing, and its line is packed anew', async ({
  visitor,
}) => {
  const manager = await visitor('phone');
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  const { page } = manager;
  await page.goto('/office/orders?state=placed');
  await manager.at('Đơn hàng');
  const orders = page.locator('a[href*="/office/orders/BN"]');
  const addresses = await orders.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const packing = page.getByRole('button', { name: 'Đóng thùng' });
  for (const address of new Set(addresses)) {
    await page.goto(address);
    await manager.look();
    if ((await packing.count()) > 0) break;
  }
  /** Exactly what was promised, so that as much is free of the fruit as before. */
  const weigh = async () => {
    const form = page.getByRole('main').locator('form', { has: packing }).first();
    const [, least = ''] = /trên cân ít nhất ([\d,]+)/.exec(await textOf(form)) ?? [];
    const units = Number(await form.locator('input[name=units]').inputValue());
    const kilograms = (units * Number(least.replace(',', '.'))).toFixed(3).replace('.', ',');
    await form.getByLabel('Cân nặng trên cân').fill(kilograms);
    return form;
  };
  const buffer = await aPlacedPhoto('#cb3');
  const form = await weigh();
  const photo = { name: 'thung.jpg', mimeType: 'image/jpeg', buffer };
  await form.getByLabel('Ảnh thùng lúc đóng').setInputFiles(photo);
  await form.getByRole('button', { name: 'Đóng thùng' }).click();
  await expect(page.getByText('Đã đóng một thùng')).toBeVisible();
  const evidence = page.getByRole('region', { name: 'Ảnh làm bằng chứng' });
  await expect(evidence).toContainText('11.820000, 107.010000');
  await expect(evidence).toContainText(/Chụp (cách|trong) Vườn T\d\d/);
  await manager.look();

  const label = page.getByRole('link', { name: /^In tem thùng/ }).first();
  const serial = (await label.getAttribute('aria-label'))?.split(' ').at(-1) ?? '';
  await page.getByLabel(`Mở lại thùng ${serial}`).click();
  await manager.refused(422, () => page.getByRole('button', { name: 'Mở thùng và hủy mã' }).click());
  await expect(page.getByLabel('Vì sao mở lại?').first()).toHaveAccessibleDescription(/Hãy viết lý do/);
  await manager.look();
  await page.getByRole('radio', { name: /^Trả về lô/ }).check();
  await page.getByLabel('Vì sao mở lại?').first().fill('Đóng nhầm (thử)');
  await page.getByRole('button', { name: 'Mở thùng và hủy mã' }).click();
  await expect(page.getByText('Đã mở thùng và hủy mã của thùng')).toBeVisible();
  const noMore = page.getByRole('region', { name: 'Thùng đã mở lại' });
  await expect(noMore).toContainText('Đóng nhầm (thử)');
  await manager.look();
  const path = (await noMore.getByRole('link', { name: serial }).getAttribute('href')) ?? '';

  const anyone = await visitor('phone');
  await anyone.refused(410, () => anyone.page.goto(path));
  expect((await page.request.get(`${path}?linkType=gs1:pip`)).status()).toBe(410);
  const trace = await page.request.get(`${path}?linkType=gs1:traceability`, { maxRedirects: 0 });
  expect(trace.status()).toBe(307);
  await expect(anyone.page.locator('#unpacked')).toContainText('Thùng này đã được mở lại');
  await expect(anyone.page.getByRole('main')).not.toContainText('Đóng nhầm (thử)');
  await expect(anyone.page.getByRole('img', { name: 'Ảnh chụp lúc đóng thùng' })).toBeVisible();
  await anyone.look();
  await expect
    .poll(async () => (await page.request.get(`/epcis/events?EQ_bizStep=unpacking`)).text())
    .toContain(serial);

  await (await weigh()).getByRole('button', { name: 'Đóng thùng' }).click();
  await expect(page.getByText('Đã đóng một thùng')).toBeVisible();
});

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
