import { fillPlace, orderCode, signIn, textOf } from './steps.ts';
import { expect, test } from './visitor.ts';

const PHONE = '0912 345 671';
const FRUIT = 'Sầu riêng Dona loại A';

test('much fruit is asked for, quoted by the office, accepted, and is an order at that price', async ({
  visitor,
}) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  await page.goto('/bulk?variety=DONA');
  await buyer.at('Đặt số lượng lớn, xuất khẩu');
  await buyer.refused(400, () => page.getByRole('button', { name: 'Gửi yêu cầu báo giá' }).click());
  await buyer.look();
  await page.getByLabel('Số ký').fill('5');
  await page
    .getByLabel('Cần trước ngày')
    .fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Tên người hoặc công ty').fill('Công ty thử');
  await fillPlace(buyer, PHONE);
  await page.getByRole('button', { name: 'Gửi yêu cầu báo giá' }).click();
  await buyer.at(/^Yêu cầu YC/);
  const code = (await textOf(page.getByRole('heading', { level: 1 }))).replace('Yêu cầu ', '');

  const staff = await visitor('desk');
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  await staff.page.goto('/office/bulk');
  await staff.at('Yêu cầu số lượng lớn');
  await staff.page.getByRole('link', { name: code }).click();
  await staff.at(`Yêu cầu ${code}`);
  const [line] = await staff.page.getByRole('group', { name: 'Dòng 1' }).all();
  const product = line?.getByLabel('Sản phẩm');
  const option = product?.getByRole('option', { name: new RegExp(`^${FRUIT}`) });
  await product?.selectOption((await option?.getAttribute('value')) ?? '');
  await line?.getByLabel('Giá một ký').fill('91.000');
  await staff.page.getByLabel('Tiền vận chuyển').fill('40.000');
  await staff.refused(422, () => staff.page.getByRole('button', { name: 'Gửi báo giá' }).click());
  await staff.page
    .getByLabel('Giá giữ tới hết ngày')
    .fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await staff.page.getByRole('button', { name: 'Gửi báo giá' }).click();
  await expect(staff.page.getByText('Đã gửi báo giá.')).toBeVisible();
  await staff.look();

  await page.reload();
  await expect(page.getByText('Giá giữ tới hết ngày')).toBeVisible();
  await buyer.look();
  await page.getByRole('button', { name: /^Đồng ý, đặt hàng 495\.000/ }).click();
  await orderCode(page);
  await buyer.look();
  await expect(page.getByText(/495\.000/).first()).toBeVisible();
});
