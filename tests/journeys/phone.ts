import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import pg from 'pg';
import { runningPostgresUrl } from '../../packages/db/src/embedded-postgres.ts';
import { DEMO_ACCOUNTS } from '../../prisma/demo/accounts.ts';
import { findingsOn } from './axe.ts';
import { Signal } from './signal.ts';

/** A phone of somebody at the cooperative, whose signal the journey takes away. */
export class Phone {
  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    readonly signal: Signal,
  ) {}

  static async of(browser: Browser, more: BrowserContextOptions = {}): Promise<Phone> {
    const signal = await Signal.to(process.env.JOURNEYS_URL ?? '');
    const context = await browser.newContext({
      baseURL: signal.url,
      viewport: { width: 390, height: 844 },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      ...more,
    });
    return new Phone(context, await context.newPage(), signal);
  }

  async signIn(name: string): Promise<void> {
    await this.page.goto('/office/sign-in');
    const role = await this.fillSignIn(name);
    const home = role === 'member' ? `Chào ${name}` : 'Đơn hàng hôm nay';
    await expect(this.page.getByRole('heading', { name: home })).toBeVisible();
    await this.kept();
  }

  /** Fills in the sign-in that is open, and sends it. Returns the role of who is signed in then. */
  async fillSignIn(name: string): Promise<string> {
    const { page } = this;
    const account = DEMO_ACCOUNTS.find((each) => each.name === name);
    await page.getByRole('textbox', { name: 'Số điện thoại' }).fill(account?.phone ?? '');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(account?.password ?? '');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    return account?.role ?? '';
  }

  /** Waits until the page that is open, and all that are kept, are on the phone. */
  async kept(): Promise<void> {
    await expect(this.page.getByText('Trang này mở được cả khi mất sóng.')).toBeVisible({ timeout: 30_000 });
  }

  /** Waits until the pages are on the phone, then takes the signal away. */
  async loseSignal(): Promise<void> {
    await this.kept();
    await this.context.setOffline(true);
    await this.signal.goAway();
  }

  async findSignal(): Promise<void> {
    await this.signal.comeBack();
    await this.context.setOffline(false);
  }

  async putAway(): Promise<void> {
    await this.context.close();
    await this.signal.goAway();
  }

  /** The phone kills the app, and its owner opens it again. */
  async killAndOpen(path: string): Promise<void> {
    await this.page.close({ runBeforeUnload: false });
    this.page = await this.context.newPage();
    await this.page.goto(path);
  }

  async openHarvest(): Promise<void> {
    await this.page.goto('/office/harvests/new');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Ghi đợt thu hoạch' })).toBeVisible();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  }

  /** What the strip says: saved here, sent, in need of a look. */
  async counts(here: number, sent: number, needs: number): Promise<void> {
    const strip = this.page.getByRole('link', { name: /^\d+ trên máy/ });
    await expect(strip).toHaveText(new RegExp(`${here} trên máy.*${sent} đã gửi.*${needs} cần xem`), {
      timeout: 45_000,
    });
  }

  async look(): Promise<void> {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
    expect((await findingsOn(this.page)).map(({ told }) => told)).toEqual([]);
  }
}

/** A test of Playwright's, to which people come with their phones. */
export const test = base.extend<{ phone: (more?: BrowserContextOptions) => Promise<Phone> }>({
  phone: async ({ browser }, use) => {
    const phones: Phone[] = [];
    await use(async (more) => {
      const phone = await Phone.of(browser, more);
      phones.push(phone);
      return phone;
    });
    for (const each of phones) await each.putAway();
  },
});

/** Asks or does something in the database behind everybody's back, such as what a manager does elsewhere. */
export async function inDatabase<Row extends pg.QueryResultRow>(
  sql: string,
  ...values: string[]
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: (await runningPostgresUrl(process.env.JOURNEYS_DATA ?? '')) ?? undefined,
  });
  await client.connect();
  const { rows } = await client.query<Row>(sql, values);
  await client.end();
  return rows;
}

export { expect };
