import { codesIn, drawnPages } from '../../packages/labels/src/read-codes.fixture.ts';
import { boxesPacked } from './demo-boxes.ts';
import { signIn, throughDoor } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** From networks that are nobody's (RFC 5737), as the proxy before the server tells them. */
const FROM = ['192.0.2.7', '198.51.100.7', '203.0.113.7'];
const FLAGGED = 'Mã này vẫn được mở ở nhiều nơi sau khi thùng đã giao';

async function comeIn(manager: Visitor): Promise<void> {
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
}

test('a box whose code is opened in far places is flagged, until a manager has looked into it', async ({
  visitor,
  baseURL,
}) => {
  const manager = await visitor('desk');
  await comeIn(manager);
  const first = await visitor('phone');
  const [box] = await boxesPacked(manager.page.request, 60);
  if (!box) throw new Error('no box');
  const [, , gtin = '', , serial = ''] = box.path.split('/');
  for (const [at, cell] of ['11.8,107.0', '21.0,105.8'].entries()) {
    const counted = await first.page.request.post('/scans', {
      form: { gtin, serial, cell },
      headers: { 'X-Forwarded-For': FROM[at] ?? '', Origin: baseURL ?? '' },
    });
    expect(await counted.json()).toEqual({});
  }
  await first.page.context().setExtraHTTPHeaders({ 'X-Forwarded-For': FROM[2] ?? '' });
  await first.page.goto(box.path);
  await expect(first.page.locator('#copied')).toContainText(FLAGGED);
  await first.look();
  const other = await visitor('desk', { script: false });
  await other.page.goto(`/en${box.path}`);
  await expect(other.page.locator('#copied')).toContainText('Enter the 6 digits');
  await other.look();

  const { page } = manager;
  await throughDoor(page, 'Lượt quét');
  await manager.at('Lượt quét và tem lạ');
  const card = page.getByRole('listitem').filter({ hasText: serial }).filter({ hasText: 'Đã xem thấy gì?' });
  await expect(card).toContainText(/3 mạng khác nhau mở mã trong một ngày, sau khi đã giao/);
  await manager.refused(422, () => card.getByRole('button', { name: 'Đã xem' }).click());
  await card.getByLabel('Đã xem thấy gì?').fill('Người mua chia sẻ đường dẫn (thử)');
  await card.getByLabel('Đã rõ nguyên do, không cảnh báo người quét nữa').check();
  await card.getByRole('button', { name: 'Đã xem' }).click();
  await expect(page.getByText('Đã ghi là đã xem.')).toBeVisible();
  await other.page.goto(box.path);
  await expect(other.page.locator('#copied')).toBeHidden();
  await other.look();
});

test('the number under the lid proves the box once, and the second time says when the first was', async ({
  visitor,
}) => {
  const manager = await visitor('desk');
  const holder = await visitor('phone', { script: false });
  await comeIn(manager);
  const { path, one, two } = await aLabelledBox(manager);
  const { page } = holder;
  await page.goto(path);
  await holder.look();
  const enter = async (digits: string) => {
    if (!(await page.getByLabel('6 số trên phiếu').isVisible()))
      await page.getByText('Dưới nắp thùng có phiếu 6 số?').click();
    await page.getByLabel('6 số trên phiếu').fill(digits);
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
  };
  const wrong = one === '000' ? '111111' : '000000';
  await holder.refused(422, () => enter(wrong));
  await expect(page.locator('#pin').getByRole('status')).toContainText('Mã không khớp với thùng này.');
  await enter(`${one} ${two}`);
  await expect(page.locator('#pin').getByRole('status')).toContainText('Đúng thùng thật');
  await enter(`${one}${two}`);
  await expect(page.locator('#pin').getByRole('status')).toContainText(
    /Mã đúng, được nhập lần đầu lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/,
  );
  await holder.look();
  const other = await visitor('desk');
  await other.page.goto(`/en${path}`);
  await other.page.getByText('Is there a slip with 6 digits').click();
  await expect(other.page.locator('#pin')).toContainText('first entered correctly at');
  await other.look();
});

/** A box of an order that was delivered days ago: the path behind the code on its label, and its slip's six digits. */
async function aLabelledBox(manager: Visitor) {
  const { page } = manager;
  await page.goto('/office/orders?state=delivered');
  await manager.at('Đơn hàng');
  const order = await page.locator('a[href*="/office/orders/BN"]').last().getAttribute('href');
  await page.goto(order ?? '');
  await manager.at(/^Đơn BN/);
  const label = await page
    .getByRole('link', { name: /^In tem thùng/ })
    .first()
    .getAttribute('href');
  const drawn = async (address: string) => drawnPages(await (await page.request.get(address)).body())[0];
  const [code = ''] = await codesIn((await drawn(label ?? ''))?.png ?? new Uint8Array());
  const slip = await drawn((label ?? '').replace('labels.pdf', 'slips.pdf'));
  const [, one = '', two = ''] = /(\d{3}) (\d{3})/.exec(slip?.text ?? '') ?? [];
  return { path: new URL(code).pathname, one, two };
}

test('something is wrong with a box: the manager reads it, and erases the words when asked to', async ({
  visitor,
}) => {
  const manager = await visitor('phone');
  await comeIn(manager);
  const holder = await visitor('phone', { script: false });
  const { page } = holder;
  const [, box] = await boxesPacked(manager.page.request, 60);
  if (!box) throw new Error('no box');
  await page.goto(`/en${box.path}`);
  await page.getByText('Something wrong with it? Tell us').click();
  await holder.look();
  const form = page.locator('#report');
  await form.getByLabel('What is wrong with the box?').selectOption('Worms');
  await form.getByLabel('Tell more').fill('Two segments, call me (test)');
  await form.getByLabel('Telephone number').fill('12');
  await holder.refused(422, () => form.getByRole('button', { name: 'Send' }).click());
  await expect(form).toContainText('This is not a telephone number yet');
  await expect(form.getByLabel('Tell more')).toHaveValue('Two segments, call me (test)');
  await holder.look();
  await form.getByLabel('Telephone number').fill('0900 001 998');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form).toContainText('Received. Thank you');
  await holder.look();

  await manager.page.goto('/office/scans');
  await manager.at('Lượt quét và tem lạ');
  const card = manager.page.getByRole('listitem').filter({ hasText: box.serial }).filter({ hasText: 'Sâu' });
  await expect(card).toContainText('Two segments, call me (test)');
  await expect(card.getByRole('link', { name: '+84900001998' })).toBeVisible();
  await card.getByLabel('Đã xem thấy gì?').fill('Đã gọi, gửi thùng khác (thử)');
  await card.getByRole('button', { name: 'Đã xem' }).click();
  await expect(card).toContainText('Đã gọi, gửi thùng khác (thử)');
  await card.getByText('Xóa lời nhắn và số điện thoại').click();
  await manager.look();
  await card.getByRole('button', { name: 'Xóa hẳn' }).click();
  await expect(card).toContainText(/Lời nhắn và số điện thoại đã xóa lúc/);
  await expect(manager.page.getByRole('main')).not.toContainText('call me (test)');
  await manager.look();
  await page.goto(box.path);
  await expect(page.getByRole('main')).not.toContainText('call me (test)');
  await holder.look();
});

test('a manager makes a key for a partner’s system, sees it once, and ends it', async ({ visitor }) => {
  const manager = await visitor('phone', { script: false });
  const { page } = manager;
  await comeIn(manager);
  await page.goto('/office/epcis-keys');
  await manager.at('Khóa EPCIS');
  await manager.refused(422, () => page.getByRole('button', { name: 'Tạo khóa' }).click());
  await expect(page.getByLabel('Khóa này cho ai?')).toHaveAccessibleDescription(/Hãy ghi tên\./);
  await manager.look();
  await page.getByLabel('Khóa này cho ai?').fill('Bên nhập khẩu thử');
  await page.getByRole('button', { name: 'Tạo khóa' }).click();
  const key = (await page.getByText(/^epcis_[\w-]{43}$/).textContent()) ?? '';
  await manager.look();
  const asked = (authorization: string) =>
    page.request.get('/epcis/capture', { headers: { authorization, cookie: '' } });
  expect((await asked(`Bearer ${key}`)).status()).toBe(200);
  await page.goto('/office/epcis-keys');
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole('button', { name: 'Ngưng khóa của Bên nhập khẩu thử' }).click();
  await expect(page.getByText('Đã ngưng khóa: từ nay nó không mở được gì')).toBeVisible();
  await manager.look();
  expect((await asked(`Bearer ${key}`)).status()).toBe(401);
});
