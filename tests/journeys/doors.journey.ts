import { signIn } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

const GREETED = /^Chào /;
const BOARD = 'Đơn hàng hôm nay';

/** A member's own. */
const OWN = ['/office/requests/mine', '/office/payout-account'];

/** Each role at the size it works at less, where its day begins, and doors that are others'. */
const ROLES = [
  ['manager', 'desk', BOARD, OWN],
  ['packer', 'desk', BOARD, ['/office/harvests/new', '/office/books', '/office/people', '/office/recall']],
  ['accountant', 'desk', GREETED, ['/office/packing', '/office/picking', '/office/lots', '/office/people']],
  ['member', 'desk', GREETED, ['/office/orders', '/office/packing', '/office/books', '/office/people']],
  ['auditor', 'phone', GREETED, OWN],
] as const;

/** The addresses behind the links of the head and of the home, each once, without what they ask for. */
async function doorsOf({ page }: Visitor): Promise<string[]> {
  const links = page.locator('header a[href^="/office"], nav a[href^="/office"], main a[href^="/office"]');
  const paths = await links.evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  return [...new Set(paths)].filter((path) => path !== '/office' && !/\d/.test(path));
}

for (const [role, at, home, shut] of ROLES)
  test(`every door that a ${role} is shown opens, and those of others say that they do not`, async ({
    visitor,
  }) => {
    const person = await visitor(at);
    const { page } = person;
    await signIn(person, role);
    await person.at(home);
    const doors = await doorsOf(person);
    expect(doors.length, 'doors').toBeGreaterThan(6);
    for (const door of doors) {
      const asked = await page.request.get(door);
      expect([door, asked.status(), await asked.text()]).toEqual([
        door,
        200,
        expect.stringMatching(/<h1[^>]*>[^<]*\S/),
      ]);
      // Other journeys look at these pages while a manager works there; an auditor is shown the same, and less of each.
      if (role === 'manager' || role === 'auditor') continue;
      await page.goto(door, { waitUntil: 'domcontentloaded' });
      await expect(page.getByRole('heading', { level: 1 }), door).toHaveText(/\S/);
      await person.look();
    }
    const [first = '', ...others] = shut;
    await person.refused(403, () => page.goto(first));
    await person.at('Trang này không dành cho bạn');
    await expect(page.getByText(/^Tài khoản của bạn không có quyền mở trang này/)).toBeVisible();
    for (const door of others) {
      const answer = await page.request.get(door);
      expect([door, answer.status()]).toEqual([door, 403]);
      expect(await answer.text()).toContain('Tài khoản của bạn không có quyền mở trang này');
    }
  });
