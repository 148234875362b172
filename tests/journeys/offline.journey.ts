import { expect, inDatabase, test } from './phone.ts';

/** Weights that only this journey's lots have. */
const FIRST = '41,137';
const SECOND = '42,219';
/** Words that only this journey's entry has. */
const WATERED = 'tưới gốc buổi sáng, thử mất sóng';

test('two harvests recorded without signal, with the app killed, arrive exactly once', async ({ phone }) => {
  const member = await phone();
  await member.signIn('Xã viên minh họa 2');
  await member.loseSignal();
  await member.page.reload();
  await expect(member.page.getByRole('heading', { name: 'Chào Xã viên minh họa 2' })).toBeVisible();
  await member.look();
  await member.page.getByRole('link', { name: 'Ghi trái vừa cắt' }).click();
  await expect(member.page.getByRole('heading', { level: 1, name: 'Ghi đợt thu hoạch' })).toBeVisible();
  const photo = await member.page.screenshot({ type: 'png' });
  await member.page.getByRole('radio', { name: 'Loại B' }).check();
  await member.page.getByLabel('Bao nhiêu ký?').fill(FIRST);
  await member.page.getByLabel('Ảnh chụp trái vừa cắt').setInputFiles({
    name: 'trai.png',
    mimeType: 'image/png',
    buffer: photo,
  });
  await member.save();
  await expect(member.page.getByText('Đã lưu trên máy', { exact: true })).toBeVisible();
  await member.counts(1, 0, 0);
  await member.look();

  await member.page.getByRole('link', { name: 'Ghi tiếp' }).click();
  await expect(member.page.getByRole('radio', { name: 'Loại B' }), 'the last choice').toBeChecked();
  await member.page.getByLabel('Bao nhiêu ký?').fill(SECOND);
  await member.save();
  await member.counts(2, 0, 0);
  await expect(member.page.getByText(`${FIRST} kg`)).toBeVisible();
  await member.killAndOpen('/office/outbox');
  await member.counts(2, 0, 0);

  await member.findSignal();
  await member.counts(0, 2, 0);
  await expect(member.page.getByRole('listitem').filter({ hasText: 'Hợp tác xã nhận lúc' })).toHaveCount(2);
  await member.page.goto('/office/lots');
  for (const weight of [FIRST, SECOND])
    await expect(member.page.getByText(`Bán được ${weight} kg`), weight).toHaveCount(1);
  await member.page.getByText(`Bán được ${FIRST} kg`).click();
  await expect(member.page.getByRole('img', { name: 'Ảnh lúc thu hoạch' })).toBeVisible();
});

test('a diary entry written without signal is in the diary once there is one, and a refused one is put right', async ({
  phone,
}) => {
  const member = await phone();
  await member.signIn('Xã viên minh họa 4');
  await member.loseSignal();
  await member.page.getByRole('link', { name: 'Nhật ký' }).first().click();
  await member.page.getByRole('link', { name: 'Tưới nước' }).click();
  await expect(member.page.getByRole('heading', { level: 1, name: 'Tưới nước' })).toBeVisible();
  await member.page.getByLabel('Ghi chú').fill(WATERED);
  await member.look();
  await member.save();
  await member.counts(1, 0, 0);
  await member.page.goto('/office/diary/new?act=prune');
  await expect(member.page.getByRole('heading', { level: 1, name: 'Tỉa cành' })).toBeVisible();
  await member.page.getByLabel('Ngày khác').check();
  await member.save();
  await member.counts(2, 0, 0);

  await member.findSignal();
  await member.counts(0, 1, 1);
  await member.page.goto('/office/outbox');
  await member.look();
  await member.page.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(member.page.getByRole('heading', { level: 1, name: 'Tỉa cành' })).toBeVisible();
  await member.page.getByLabel('Hôm nay').check();
  await member.save();
  await expect(member.page.getByText('Đã ghi vào nhật ký')).toBeVisible();
  await member.page.goto('/office/diary');
  await expect(member.page.getByText(WATERED)).toHaveCount(1);
});

test('what waits stays for its owner over a sign-out, and nothing of it is shown', async ({ phone }) => {
  const shared = await phone();
  await shared.signIn('Xã viên minh họa 3');
  await shared.openHarvest();
  await shared.loseSignal();
  await shared.page.getByRole('radio', { name: 'Loại C' }).check();
  for (const key of ['4', '3', ',', '3', '0', '1', '9'])
    await shared.page.getByRole('button', { name: key, exact: true }).click();
  await shared.page.getByRole('button', { name: 'Xóa một số' }).click();
  await expect(shared.page.getByLabel('Bao nhiêu ký?')).toHaveValue('43,301');
  await shared.look();
  await shared.save();
  await shared.counts(1, 0, 0);
  await shared.page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(shared.page.getByRole('heading', { name: 'Chưa có sóng' })).toBeVisible();
  await expect(shared.page.getByText('Máy này còn giữ 1 việc chưa gửi.')).toBeVisible();
  await shared.look();
  await shared.page.goto('/office/outbox');
  await expect(shared.page.getByRole('heading', { name: 'Chưa có sóng' })).toBeVisible();
  await expect(shared.page.getByText('43,301')).toHaveCount(0);

  await shared.findSignal();
  await shared.page.goto('/office');
  await expect(shared.page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await shared.signIn('Xã viên minh họa 1');
  await shared.counts(0, 0, 0);
  await shared.page.goto('/office/lots');
  await expect(shared.page.getByText('43,301')).toHaveCount(0);
  await shared.page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(shared.page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await shared.signIn('Xã viên minh họa 3');
  await shared.counts(0, 1, 0);
  await shared.page.goto('/office/lots');
  await expect(shared.page.getByText('Bán được 43,301 kg')).toHaveCount(1);
});

test('a plot closed meanwhile shows both sides, and two phones of one member do not mix', async ({
  phone,
}) => {
  const [first, second] = [await phone(), await phone()];
  for (const each of [first, second]) {
    await each.signIn('Xã viên minh họa 4');
    await each.openHarvest();
    await each.loseSignal();
    await each.page.getByRole('radio', { name: 'Loại C' }).check();
  }
  await first.page.getByLabel('Bao nhiêu ký?').fill('44,407');
  await first.save();
  await first.counts(1, 0, 0);
  await second.page.getByLabel('Bao nhiêu ký?').fill('45,509');
  await second.save();
  await second.counts(1, 0, 0);
  await first.findSignal();
  await first.counts(0, 1, 0);

  const plots = `"memberId" = (SELECT "id" FROM "member" WHERE "name" = $1)`;
  await inDatabase(`UPDATE "plot" SET "closedAt" = now() WHERE ${plots}`, 'Xã viên minh họa 4');
  await second.findSignal();
  await second.counts(0, 0, 1);
  await second.page.getByRole('link', { name: /trên máy/ }).click();
  const entry = second.page.getByRole('listitem').filter({ hasText: 'Cô bác đã ghi:' });
  await expect(entry).toContainText('45,509 kg');
  await expect(entry).toContainText('Thửa này đã ngừng canh tác.');
  await second.look();
  await entry.getByRole('button', { name: 'Để đó, xem sau' }).click();
  await expect(entry).toContainText('Vẫn giữ trên máy.');
  await second.page.reload();
  await entry.getByRole('button', { name: 'Bỏ đi' }).click();
  await entry.getByRole('button', { name: 'Không, giữ lại' }).click();
  await inDatabase(`UPDATE "plot" SET "closedAt" = NULL WHERE ${plots}`, 'Xã viên minh họa 4');
  await entry.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(second.page.getByLabel('Bao nhiêu ký?')).toHaveValue('45,509');
  await expect(second.page.getByRole('radio', { name: 'Loại C' })).toBeChecked();
  await second.save();
  await expect(second.page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
  await second.page.goto('/office/lots');
  for (const weight of ['44,407', '45,509'])
    await expect(second.page.getByText(`Bán được ${weight} kg`)).toHaveCount(1);
});
