import { signIn, textOf } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** One of the board begins to look at an application, if nobody has, and votes for it. */
async function votesFor({ page }: Visitor, code: string): Promise<void> {
  await page.goto(`/office/applications/${code}`);
  await expect(page.getByRole('heading', { level: 1, name: `Đơn ${code}` })).toBeVisible();
  const look = page.getByRole('button', { name: 'Nhận xem xét' });
  if (await look.isVisible()) await look.click();
  await page.getByRole('radio', { name: 'Đồng ý nhận' }).check();
  await page.getByRole('button', { name: 'Bỏ phiếu' }).click();
  await expect(page.getByText('Bạn đã bỏ phiếu.')).toBeVisible();
}

test('somebody applies to join from a phone with papers, two of the board vote, and they are a member', async ({
  visitor,
  baseURL,
}) => {
  const applicant = await visitor('phone');
  const { page } = applicant;
  await page.goto('/join');
  await applicant.at('Xin vào hợp tác xã');
  await applicant.refused(400, () => page.getByRole('button', { name: 'Tiếp tục' }).click());
  await page.getByLabel('Họ và tên').fill('Người xin thử');
  await page.getByLabel('Số điện thoại').fill('0900 000 391');
  await page.getByLabel('Ấp hoặc khu phố, xã hoặc phường').fill('Ấp Thử, phường Phước Long');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await applicant.at(/^Đơn GN/);
  const code = (await textOf(page.getByRole('heading', { level: 1 }))).replace('Đơn ', '');
  await page.getByLabel('Trồng cây gì').first().fill('Sầu riêng Ri6');
  await page.getByLabel('Diện tích').first().fill('0,5 ha');
  await page.getByLabel('Bạn muốn góp bao nhiêu').fill('2.000.000');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('heading', { name: 'Ảnh giấy tờ' })).toBeVisible();
  const photo = { name: 'giay-to.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.getByLabel('Căn cước, hai mặt').setInputFiles(photo);
  await page.getByRole('button', { name: 'Gửi đơn' }).click();
  // The photo is kept, and the number is proved before anything is sent.
  const shown = await page.getByText(/^Bản minh họa: mã là \d{6}$/).textContent();
  await applicant.refused(422, () => page.getByRole('button', { name: 'Gửi đơn' }).click());
  await page.getByLabel('Mã 6 số').fill(shown?.slice(-6) ?? '');
  await page.getByRole('button', { name: 'Gửi đơn' }).click();
  await expect(page.getByText('Ban quản trị sẽ mở đơn')).toBeVisible();
  await applicant.look();

  const chair = await visitor('phone');
  await signIn(chair, 'manager');
  await chair.at('Đơn hàng hôm nay');
  await chair.page.goto('/office/people');
  await chair.at('Người làm việc');
  await chair.page.getByLabel('Họ và tên').fill('Ban quản trị thử');
  await chair.page.getByLabel('Số điện thoại').fill('0900000392');
  await chair.page.getByRole('checkbox', { name: 'Quản lý' }).last().check();
  await chair.page.getByRole('button', { name: 'Tạo lời mời' }).click();
  const link = (await chair.page.getByText(/\/office\/invited\//).textContent()) ?? '';
  await chair.page.goto('/office/applications');
  await chair.at('Đơn xin vào');
  await votesFor(chair, code);
  await chair.look();

  const second = await visitor('desk');
  await second.page.goto(`${baseURL}${new URL(link.trim()).pathname}`);
  await second.at('Lời mời vào làm');
  await second.page.getByLabel('Mật khẩu mới').fill('mua-he-sau-rieng');
  await second.page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await second.at('Đơn hàng hôm nay');
  await votesFor(second, code);
  await second.page.getByRole('button', { name: 'Nhận vào' }).click();
  await expect(second.page.getByText('Xã viên mới:')).toBeVisible();
  await second.look();

  await page.reload();
  await expect(page.getByText('Chào mừng xã viên mới.')).toBeVisible();
});
