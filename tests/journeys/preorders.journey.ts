import { fillAddress, orderCode, signIn, unitsLeft } from './steps.ts';
import { expect, test } from './visitor.ts';

const FRUIT = 'Sầu riêng Chín Hóa';

test('fruit of next week is ordered ahead, comes short, and is shared out by the rule that was told', async ({
  visitor,
}) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  // More than the store holds, which is what there will be to share out.
  const there = await unitsLeft(page, 'sau-rieng-chin-hoa');
  await buyer.look();
  await page.getByRole('link', { name: /^Đặt trước trái của tuần/ }).click();
  await buyer.at(`Đặt trước ${FRUIT}`);
  await expect(page.getByText(/^Ai đặt trước nhận trước/)).toBeVisible();
  await page.getByLabel('Bao nhiêu ký?').fill(String(there + 2));
  await fillAddress(buyer, '0912 345 678');
  await page.getByRole('radio', { name: 'Chuyển khoản khi có trái' }).check();
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('');
  await buyer.refused(400, () => page.getByRole('button', { name: 'Đặt trước' }).click());
  await buyer.look();
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('Số 5, đường thử');
  await page.getByRole('button', { name: 'Đặt trước' }).click();
  const code = await orderCode(page);
  await expect(page.getByRole('img', { name: /^Mã VietQR cho đơn/ })).toBeVisible();
  await buyer.look();

  const staff = await visitor('desk');
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  await staff.page.goto(`/office/orders/${code}`);
  await staff.at(`Đơn ${code}`);
  await staff.page.getByLabel('Mã giao dịch').fill(`FT${code}`);
  await staff.page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(staff.page.getByRole('heading', { name: 'Xác nhận đã nhận cọc' })).toHaveCount(0);
  await staff.page.getByRole('link', { name: 'Xem đợt này' }).click();
  await staff.at(FRUIT);
  const part = staff.page.getByRole('row').filter({ hasText: code });
  await expect(part).toContainText(`${there + 2} kg`);
  await expect(part.getByRole('strong')).toHaveText(`${there} kg`);
  await staff.page.getByRole('button', { name: 'Chia và nhắn người mua' }).click();
  await expect(staff.page.getByText('Đã chia xong và báo người mua.')).toBeVisible();
  await staff.page.getByText('Đóng đợt', { exact: true }).click();
  await staff.look();
  await staff.page.getByRole('button', { name: 'Đóng đợt này' }).click();
  await expect(staff.page.getByText('Đã đóng đợt và báo người còn chờ.')).toBeVisible();
  await staff.page.goto('/office/preorders');
  await staff.at('Đặt trước');

  await page.reload();
  await buyer.at(`Đơn ${code}`);
  await expect(page.getByText(`Thiếu trái: bạn được ${there} kg trong ${there + 2} kg đã đặt`)).toBeVisible();
});
