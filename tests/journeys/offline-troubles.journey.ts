import type { CDPSession } from '@playwright/test';
import { expect, inDatabase, type Phone, test } from './phone.ts';

/** Weights that only this journey's lots have. */
const FULL = '51,117';
const BY_HAND = '52,219';
const BY_CLOCK = '53,323';
const ASLEEP = '54,427';
const MEMBER = 'Xã viên minh họa 1';
const HOUR_MS = 3_600_000;

async function fillHarvest({ page }: Phone, kg: string): Promise<void> {
  await page.getByRole('radio', { name: 'Loại C' }).check();
  await page.getByLabel('Bao nhiêu ký?').fill(kg);
}

const recorded = async (kg: string): Promise<number> =>
  (await inDatabase(`SELECT FROM "harvest" WHERE "grams" = $1`, kg.replace(',', ''))).length;

/** From now on the phone's store takes nothing more. */
const fillUp = ({ page }: Phone) =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });

test('a full phone loses nothing: its entry goes to another phone as a file, which sends also while asleep', async ({
  phone,
}) => {
  const [full, other] = [await phone(), await phone()];
  await full.signIn(MEMBER);
  await full.openHarvest();
  await full.loseSignal();
  await fillUp(full);
  await fillHarvest(full, FULL);
  await full.save();
  await expect(full.page.getByText(/^Máy hết chỗ nên chưa lưu được/)).toBeVisible();
  await expect(full.page.getByLabel('Bao nhiêu ký?')).toHaveValue(FULL);
  await full.look();
  const [file] = await Promise.all([
    full.page.waitForEvent('download'),
    full.page.getByRole('button', { name: 'Chép ra tệp' }).click(),
  ]);

  await other.signIn(MEMBER);
  await other.page.goto('/office/outbox');
  await other.page.getByText('Đổi máy khác').click();
  await other.page.getByLabel('Lấy vào từ tệp của máy cũ').setInputFiles(await file.path());
  await expect(other.page.getByText('Đã lấy vào 1 việc của cô bác.')).toBeVisible();
  await other.counts(0, 1, 0);
  expect(await recorded(FULL)).toBe(1);

  await other.page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  await other.openHarvest();
  await expect(other.page.locator('html')).toHaveAttribute('data-sun');
  const paint = other.page.getByText('trên máy', { exact: false }).first();
  await expect(paint).toHaveCSS('color', 'rgb(0, 0, 0)');
  await other.look();
  await other.loseSignal();
  await fillHarvest(other, ASLEEP);
  await other.save();
  await other.counts(1, 1, 0);
  const worker = await WorkerOf.page(other);
  await other.page.goto('about:blank');
  await other.findSignal();
  await worker.wake();
  await expect.poll(() => recorded(ASLEEP), { timeout: 30_000 }).toBe(1);
});

/** The worker of a phone's office, which the browser wakes by Background Sync. */
class WorkerOf {
  private constructor(
    readonly session: CDPSession,
    readonly origin: string,
    readonly registrationId: string,
  ) {}

  static async page({ context, page, signal }: Phone): Promise<WorkerOf> {
    const session = await context.newCDPSession(page);
    const registered = new Promise<string>((found) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const one = registrations.find(({ scopeURL }) => scopeURL === `${signal.url}/office`);
        if (one) found(one.registrationId);
      });
    });
    await session.send('ServiceWorker.enable');
    return new WorkerOf(session, signal.url, await registered);
  }

  async wake(): Promise<void> {
    const { origin, registrationId } = this;
    await this.session.send('ServiceWorker.dispatchSyncEvent', {
      ...{ origin, registrationId, tag: 'outbox' },
      lastChance: false,
    });
  }
}

test('a clock that is a day ahead and a session that ended: days typed by hand stay, others are asked about', async ({
  phone,
}) => {
  const member = await phone();
  const { page } = member;
  await member.signIn(MEMBER);
  await member.openHarvest();
  await member.loseSignal();
  const wrong = new Date(Date.now() + 26 * HOUR_MS);
  await page.clock.setFixedTime(wrong);
  await page.reload();
  const yesterday = new Date(Date.now() - 17 * HOUR_MS).toISOString().slice(0, 10);
  await fillHarvest(member, BY_HAND);
  await page.getByLabel('Ngày khác').check();
  await page.getByLabel('Ngày cắt').fill(yesterday);
  await member.save();
  await member.counts(1, 0, 0);
  await page.getByRole('link', { name: 'Ghi tiếp' }).click();
  await fillHarvest(member, BY_CLOCK);
  await member.save();
  await member.counts(2, 0, 0);

  await member.context.clearCookies();
  await member.findSignal();
  await expect(page.getByText('Đăng nhập lại thì những gì đang chờ mới gửi được.')).toBeVisible();
  await member.counts(2, 0, 0);
  await page.getByRole('link', { name: 'Đăng nhập lại để gửi' }).click();
  await member.fillSignIn(MEMBER);
  await member.counts(0, 1, 1);
  expect(await recorded(BY_HAND)).toBe(1);
  const [said] = await inDatabase<{ cutOn: string; ahead: number; between: number }>(
    `SELECT to_char(h."cutOn", 'YYYY-MM-DD') AS "cutOn", e."aheadSeconds" AS "ahead",
       extract(epoch FROM e."saidAt" - e."cameAt")::int AS "between"
     FROM "harvest" h JOIN "lot" l ON l."harvestId" = h."id"
     JOIN "phone_entry" e ON e."page" = '/office/lots/' || l."batch" WHERE h."grams" = $1`,
    BY_HAND.replace(',', ''),
  );
  expect(said?.cutOn).toBe(yesterday);
  for (const seconds of [said?.ahead, said?.between])
    expect(Math.round((seconds ?? 0) / 3600), 'hours').toBe(26);

  await page.goto('/office/outbox');
  await expect(page.getByText('Đồng hồ máy này chạy nhanh khoảng 26 giờ.', { exact: true })).toBeVisible();
  const entry = page.getByRole('listitem').filter({ hasText: 'Cô bác đã ghi:' });
  await expect(entry).toContainText(`${BY_CLOCK} kg`);
  await expect(entry).toContainText('Xem lại ngày đã ghi rồi gửi lại.');
  await member.look();
  await entry.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(page.getByLabel('Bao nhiêu ký?')).toHaveValue(BY_CLOCK);
  await page.getByLabel('Hôm nay').check();
  await member.save();
  await expect(page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
});
