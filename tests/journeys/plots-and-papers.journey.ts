import { signIn } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** A plot of the demo whose shape no other journey looks at. */
const PLOT = 'T18';

/** Four corners of about 100 m by 100 m. */
const CORNERS = '11.82, 107.01\n11.8209, 107.01\n11.8209, 107.0109\n11.82, 107.0109';

test('a plot’s outline is drawn by tapping and by keys, and walked with the phone', async ({ visitor }) => {
  const manager = await visitor('phone');
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto(`/office/plots/${PLOT}/edit`);
  await manager.at('Sửa thửa');
  const lines = page.getByLabel('Hình thửa');
  await page.getByRole('button', { name: 'Vẽ trên bản đồ' }).click();
  const map = page.getByRole('img', { name: 'Bản đồ vẽ tay để chấm góc vườn' });
  await expect(map).toBeVisible();
  await lines.fill('');
  for (const [x, y] of [
    [60, 60],
    [240, 70],
    [230, 230],
  ]) {
    await map.click({ position: { x: x ?? 0, y: y ?? 0 } });
  }
  await expect(page.getByText('Đã có 3 góc')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ góc cuối' }).press('Enter');
  await page.getByRole('button', { name: 'Phóng to' }).press('Enter');
  await page.getByRole('button', { name: 'Xuống nam một ô' }).press('Enter');
  await page.getByRole('button', { name: 'Ghi góc ở dấu +' }).press('Enter');
  await expect(page.getByText('Đã có 3 góc')).toBeVisible();
  expect((await lines.inputValue()).split('\n')).toHaveLength(3);
  await manager.look();

  await lines.fill('');
  await page.getByRole('button', { name: 'Đi quanh vườn với điện thoại' }).click();
  await expect(page.getByText('Điện thoại chưa cho trang này biết vị trí.')).toBeVisible();
  await walk(manager);
  await page.getByLabel('Diện tích', { exact: false }).fill('');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Thửa vườn');
  await page.getByRole('link', { name: new RegExp(`^${PLOT}`) }).click();
  await manager.at(new RegExp(`^Thửa ${PLOT}`));
  await expect(page.getByRole('main')).toContainText(/9\.8\d\d\sm²/);
});

/** Walks to the corners with a telephone that first knows its place badly; what it is sure of is taken. */
async function walk({ page }: Visitor): Promise<void> {
  const context = page.context();
  const stand = (corner: string, accuracy: number) => {
    const [latitude = 0, longitude = 0] = corner.split(', ').map(Number);
    return context.setGeolocation({ latitude, longitude, accuracy });
  };
  const [first = '', ...others] = CORNERS.split('\n');
  await context.grantPermissions(['geolocation']);
  await stand(first, 80);
  await page.getByRole('button', { name: 'Đi quanh vườn với điện thoại' }).click();
  const mark = page.getByRole('button', { name: 'Ghi góc này' });
  await expect(page.getByText('Sai số 80 m là quá lớn, chưa ghi được góc.')).toBeVisible();
  await expect(mark).toBeDisabled();
  await stand(first, 20);
  await expect(page.getByText('Sai số 20 m, góc có thể lệch.')).toBeVisible();
  await mark.click();
  for (const corner of others) {
    await stand(corner, 5);
    const [latitude, longitude] = corner.split(', ').map((degrees) => Number(degrees).toFixed(5));
    await expect(page.getByText(`Đang ở ${latitude}, ${longitude}; sai số 5 m`)).toBeVisible();
    await mark.click();
  }
  await expect(page.getByText('Đã ghi 4 góc.')).toBeVisible();
  await page.getByRole('button', { name: 'Dừng' }).click();
}

test('what is expected is said, and a certificate that ends soon is told where the day begins', async ({
  visitor,
}) => {
  const manager = await visitor('phone', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/forecasts');
  await manager.at('Dự kiến thu hoạch');
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
  await manager.look();
  await page.getByLabel('Thửa nào?').selectOption({ index: 1 });
  await page.getByLabel('Khoảng bao nhiêu ký?').fill('120');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Dự kiến thu hoạch');
  await expect(page.getByText('Đã ghi dự kiến.')).toBeVisible();

  await page.goto('/office/certificates');
  await manager.at('Giấy chứng nhận');
  await page.getByLabel('Loại giấy').selectOption({ label: 'GLOBALG.A.P.' });
  await page.getByLabel('Số', { exact: true }).fill('THU-91');
  await page.getByLabel('Nơi cấp').fill('Nơi cấp thử');
  await page.getByLabel('Có hiệu lực từ').fill(dayIn(-300));
  await page.getByLabel('Đến hết ngày').fill(dayIn(-301));
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
  await manager.look();
  await expect(page.getByLabel('Số', { exact: true })).toHaveValue('THU-91');
  await page.getByLabel('Đến hết ngày').fill(dayIn(30));
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Giấy chứng nhận');
  await expect(page.getByRole('row', { name: /THU-91/ })).toContainText('Còn 30 ngày');
  await page.goto('/office');
  await manager.at('Đơn hàng hôm nay');
  await expect(page.getByRole('link', { name: /THU-91 hết hạn ngày/ })).toBeVisible();
});

/** A day in Vietnam, so many from today, as a form sends it. */
function dayIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
}
