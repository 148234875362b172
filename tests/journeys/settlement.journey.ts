import { signIn } from './steps.ts';
import { expect, test } from './visitor.ts';

test('the accountant approves what the manager prepared, pays it out, and a member reads their statement', async ({
  visitor,
}) => {
  const accountant = await visitor('phone', { script: false });
  const { page } = accountant;
  await signIn(accountant, 'accountant');
  await accountant.at(/^Chào Kế toán/);
  await page.goto('/office/settlements');
  await accountant.at('Quyết toán với xã viên');
  await page.getByRole('link', { name: 'Xem kỳ đang chờ' }).click();
  await accountant.at(/^Quyết toán \d/);
  const members = page.getByRole('table', { name: 'Từng xã viên' });
  const owed = members.getByRole('row').filter({ hasText: 'Xã viên minh họa 2' });
  const sum = (await owed.getByRole('strong').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'Duyệt và ghi sổ' }).click();
  await expect(page.getByText('Đã duyệt và ghi sổ.')).toBeVisible();
  await page.getByLabel('Ghi đã trả cho Xã viên minh họa 2', { exact: true }).click();
  await accountant.refused(422, () => owed.getByRole('button', { name: 'Lưu' }).click());
  await expect(owed.getByLabel('Số chứng từ')).toHaveAccessibleDescription(/./);
  await owed.getByLabel('Số chứng từ').fill('FTJ-QT-1');
  await owed.getByRole('button', { name: 'Lưu' }).click();
  await expect(owed).toContainText(/Đã chuyển khoản .+ \(FTJ-QT-1\)/);
  await page.goto('/office/books');
  await accountant.at('Sổ sách');
  await expect(page.getByText('Tổng bằng 0: sổ cân.')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();

  await page.goto('/office/year');
  await accountant.at(/^Năm \d{4}$/);
  await expect(page.getByRole('row', { name: /^Hợp tác xã giữ lại/ })).toContainText('₫');
  await expect(page.getByRole('table', { name: 'Phần từng xã viên' })).toContainText('Xã viên minh họa 2');
  const year = await page.request.get(
    (await page.getByRole('link', { name: 'Tải cả năm (XLSX)' }).getAttribute('href')) ?? '',
  );
  expect(year.headers()['content-disposition']).toMatch(/nam-\d{4}\.xlsx/);
  // A workbook is a ZIP archive.
  expect((await year.body()).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('link', { name: 'Dữ liệu hóa đơn' }).click();
  await accountant.at('Dữ liệu hóa đơn điện tử');

  const member = await visitor('phone');
  await signIn(member, 'member');
  await member.at(/^Chào Xã viên/);
  await member.page.goto('/office/statements');
  await member.at('Bản kê tiền trái');
  await member.page
    .getByRole('link', { name: /^Bản kê \d/ })
    .first()
    .click();
  await member.at(/^Bản kê \d/);
  await expect(member.page.getByText('Xã viên minh họa 1 (', { exact: false })).toBeVisible();
  expect(sum).toMatch(/₫/);
});

test('capital is written down once, never beyond the part that one may have, and its form is empty after', async ({
  visitor,
}) => {
  const manager = await visitor('phone');
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/year/capital');
  await manager.at('Vốn góp của xã viên');
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).last().click());
  await expect(page.getByLabel('Xã viên')).toHaveAccessibleDescription('Hãy chọn xã viên.');
  await page.getByLabel('Xã viên').selectOption({ label: 'XV05 · Xã viên minh họa 5' });
  await page.getByLabel('Ngày', { exact: true }).fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('Số tiền').fill('90000000');
  await page.getByLabel('Số chứng từ').fill('VG-J-1');
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).last().click());
  await expect(page.getByLabel('Số tiền')).toHaveAccessibleDescription(/30% vốn điều lệ/);
  await page.getByLabel('Số tiền').fill('1000');
  await page.getByRole('button', { name: 'Lưu' }).last().click();
  await expect(page.getByText('Đã ghi vào sổ.')).toBeVisible();
  await expect(page.getByLabel('Số tiền')).toHaveValue('');
});
