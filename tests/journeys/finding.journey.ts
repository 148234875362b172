import { expect, test } from './visitor.ts';

test('a guest finds fruit by words without diacritics, and reads whose orchard it is of', async ({
  visitor,
}) => {
  const guest = await visitor('phone');
  const { page } = guest;
  await page.goto('/');
  await guest.look();
  await page.getByRole('searchbox').fill('rieng sau dona');
  await page.getByRole('searchbox').press('Enter');
  await guest.at('Tìm “rieng sau dona”');
  await page.getByText('Lọc', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^Đang có/ }).check();
  await page.getByRole('checkbox', { name: /^Loại A/ }).check();
  await page.getByRole('button', { name: 'Xem kết quả' }).click();
  await page.waitForURL(/q=rieng\+sau\+dona&.*grade=A/);
  await expect(page.getByRole('link', { name: 'Bỏ chọn Loại: Loại A' })).toBeVisible();
  await guest.look();
  await page
    .getByRole('heading', { level: 3, name: /^Sầu riêng Dona/ })
    .first()
    .getByRole('link')
    .click();
  await guest.at(/^Sầu riêng Dona/);
  await expect(page.getByRole('region', { name: 'Người mua nói gì' })).toContainText('minh họa');
  const harvests = page.getByRole('region', { name: 'Còn lại của những đợt cắt này' });
  await harvests
    .getByRole('link', { name: /^Vườn T\d+, Xã viên minh họa/ })
    .first()
    .click();
  await guest.at(/^Vườn T\d+$/);
  await expect(page.getByRole('region', { name: 'Đang bán từ vườn này' })).toContainText('Sầu riêng Dona');
  await page.goto('/seasons');
  await guest.at('Lịch mùa trái cây');
});
