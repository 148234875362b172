import { pickTyped } from './steps.ts';
import { expect, type Visitor } from './visitor.ts';

/** Who buys in the story, so that what nobody else may see can be looked for. */
export const BUYER = { name: 'Người mua thử', phone: '0912 345 678', street: 'Số 12, đường thử' };

/** From the home page to a filled cart's checkout, as someone who looks around first. */
export async function buy(buyer: Visitor, kilograms: number): Promise<void> {
  const { page } = buyer;
  await page.goto('/');
  await buyer.at('Sầu riêng chín cây, biết rõ vườn nào, ngày nào cắt.');
  await page.getByRole('link', { name: 'Xem trái cây đang có' }).click();
  await buyer.at('Trái cây của Bàu Nghé');
  await page.getByRole('link', { name: 'Sầu riêng Ri6 loại A', exact: true }).click();
  await buyer.at('Sầu riêng Ri6 loại A');
  for (let kilogram = 1; kilogram < kilograms; kilogram++)
    await page.getByRole('button', { name: 'Thêm một' }).click();
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await buyer.at('Giỏ hàng');
  await expect(page.getByLabel('Số lượng Sầu riêng Ri6 loại A')).toHaveValue(String(kilograms));
  await page.getByRole('button', { name: 'Đặt hàng' }).click();
  await buyer.at('Đặt hàng');
  await expect(page.getByText(/Giữ hàng cho bạn đến \d\d:\d\d\. Còn 1[45] phút\./)).toBeVisible();
  await page.getByLabel('Họ và tên').fill(BUYER.name);
  await page.getByLabel('Số điện thoại').fill(BUYER.phone);
  await pickTyped(buyer, 'Tỉnh hoặc thành phố', 'dong nai', 'Thành phố Đồng Nai');
  await pickTyped(buyer, 'Phường, xã hoặc đặc khu', 'phuoc long', 'Phường Phước Long');
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill(BUYER.street);
}
