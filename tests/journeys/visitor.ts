import { type Browser, test as base, expect, type Page, type Response } from '@playwright/test';
import { findingsOn } from './axe.ts';
import { ShapesSeen } from './shapes-seen.ts';
import { Troubles } from './troubles.ts';

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

const shapesSeen = new ShapesSeen();

type How = { at: keyof typeof SIZES; script?: boolean };

/** Somebody with a browser of their own, without cookies at first. */
export class Visitor {
  readonly #how: How;
  readonly #troubles: Troubles;
  readonly #seen = new Set<string>();
  readonly #looked = new Set<string>();
  readonly page: Page;
  #twin: Page | undefined;
  #html = '';

  constructor(page: Page, how: How) {
    this.page = page;
    this.#how = how;
    this.#troubles = new Troubles(page.context(), this.scripted);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#seen.add(new URL(frame.url()).pathname);
    });
  }

  static async arrive(browser: Browser, how: How): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: SIZES[how.at],
      javaScriptEnabled: how.script ?? true,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
    });
    return new Visitor(await context.newPage(), how);
  }

  /** Whether the pages' scripts run here. */
  get scripted(): boolean {
    return this.#how.script ?? true;
  }

  /** Waits for the page with this heading, and looks at all of it: on a phone and on a desk, whichever it is. */
  async at(heading: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    await this.look();
  }

  /**
   * Looks at the page as it is now: nothing keeps anybody from using it, and it does not scroll sideways. What is all known
   * is not looked at in the other size again.
   */
  async look(): Promise<void> {
    const { at } = this.#how;
    this.#looked.add(new URL(this.page.url()).pathname);
    const page = this.scripted ? this.page : await this.#sameWithoutItsScripts();
    if (!(await lookAt(page, at))) return;
    await lookAt(page, at === 'phone' ? 'desk' : 'phone');
    await page.setViewportSize(SIZES[at]);
  }

  /** axe is a script itself, which a browser without script does not run: it gets the same page to look at elsewhere. */
  async #sameWithoutItsScripts(): Promise<Page> {
    const url = this.page.url();
    this.#html = (await this.page.content()).replace(/<script[\s\S]*?<\/script>/g, '');
    this.#twin ??= await this.#openTwin();
    await this.#twin.goto(url);
    return this.#twin;
  }

  /** One route for good: Chromium loses requests under way when the last route of a page is taken away. */
  async #openTwin(): Promise<Page> {
    const twin = await this.page.context().browser()?.newPage();
    if (!twin) throw new Error('the browser is gone');
    await twin.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.#html })
        : route.continue(),
    );
    return twin;
  }

  /** Does what must be answered with this status, which is no trouble then. */
  refused(status: number, act: () => Promise<unknown>): Promise<Response> {
    return this.#troubles.meant(this.page, status, act);
  }

  /** The end of a visit: every page was looked at, and nothing went wrong unseen. */
  async leave(): Promise<void> {
    const passed = [...this.#seen].filter((path) => path !== 'blank' && !this.#looked.has(path));
    expect.soft(passed, 'pages that nobody looked at').toEqual([]);
    expect.soft(this.#troubles.left, 'errors and failed requests').toEqual([]);
    await this.#twin?.close();
    await this.page.context().close();
  }
}

/** Returns whether there was anything on the page that was not looked at before. */
async function lookAt(page: Page, size: keyof typeof SIZES): Promise<boolean> {
  await page.setViewportSize(SIZES[size]);
  const where = `${page.url()} on a ${size}`;
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `pixels to scroll sideways at ${where}`).toBeLessThanOrEqual(0);
  if (!(await shapesSeen.hasNew(page))) return false;
  const grave = (await findingsOn(page)).filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const told = grave.map((finding) => finding.told);
  expect(told, `what keeps people from using ${where}`).toEqual([]);
  return true;
}

type Fixtures = { visitor: (at: How['at'], how?: Omit<How, 'at'>) => Promise<Visitor> };

/** A test of Playwright's, to which people come. */
export const test = base.extend<Fixtures>({
  visitor: async ({ browser }, use) => {
    const visitors: Visitor[] = [];
    await use(async (at, how) => {
      const visitor = await Visitor.arrive(browser, { at, ...how });
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.leave();
  },
});

export { expect };
