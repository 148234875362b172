import { withFinger } from './finger.ts';
import { pickTyped } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a buyer signs in by a code and then by a passkey, and the checkout knows where to send the fruit', async ({
  visitor,
}) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  await withFinger(buyer);
  await page.goto('/account?to=/account/addresses');
  await buyer.at('Đăng nhập');
  await page.getByLabel('Số điện thoại').fill('0912 000 155');
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  const shown = await page.getByText(/^Bản minh họa: mã là \d{6}$/).textContent();
  const digits = shown?.slice(-6) ?? '';
  const wrong = digits === '000000' ? '000001' : '000000';
  await page.getByLabel('Mã 6 số').fill(wrong);
  await buyer.refused(422, () => page.getByRole('button', { name: 'Đăng nhập', exact: true }).click());
  await expect(page.getByText(/^Mã không đúng/)).toBeVisible();
  await buyer.look();
  await page.getByLabel('Mã 6 số').fill(digits);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await buyer.at('Địa chỉ');
  await page.getByLabel('Người nhận').fill('Người mua thử');
  await pickTyped(buyer, 'Tỉnh hoặc thành phố', 'dong nai', 'Thành phố Đồng Nai');
  await pickTyped(buyer, 'Phường, xã hoặc đặc khu', 'phuoc long', 'Phường Phước Long');
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('Số 155, đường thử');
  await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
  await expect(page.getByText('Mặc định')).toBeVisible();

  await page.getByRole('link', { name: 'Cài đặt' }).click();
  await buyer.at('Cài đặt');
  await page.getByRole('button', { name: 'Thêm khóa cho máy này' }).click();
  await expect(page.getByText('Đã thêm khóa.')).toBeVisible();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await buyer.at('Đăng nhập');
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa (passkey)' }).click();
  await buyer.at('Tài khoản');

  await page.goto('/products/sau-rieng-ri6-loai-a');
  await buyer.at('Sầu riêng Ri6 loại A');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await buyer.at('Giỏ hàng');
  // Not by the cart's button, which keeps fruit that others buy.
  await page.goto('/checkout');
  await buyer.at('Đặt hàng');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Người mua thử');
  await expect(page.getByLabel('Số điện thoại')).toHaveValue('0912000155');
  await expect(page.getByLabel('Phường, xã hoặc đặc khu')).toHaveValue('Phường Phước Long');
  await expect(page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố')).toHaveValue('Số 155, đường thử');
});
