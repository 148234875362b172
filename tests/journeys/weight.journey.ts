import { boxPageWeight, firstLoadWeight } from '../bench/page-weight';
import { boxesPacked } from './demo-boxes.ts';
import { signIn } from './steps.ts';
import { expect, test } from './visitor.ts';

test('the shop’s front page and a box’s page weigh no more than a slow phone can carry', async ({
  visitor,
  baseURL,
}) => {
  const manager = await visitor('desk');
  await signIn(manager, 'manager');
  await manager.page.waitForURL('**/office');
  await manager.look();
  const [box] = await boxesPacked(manager.page.request, 60);
  const page = await boxPageWeight(`${baseURL}${box?.path}`);
  const front = await firstLoadWeight(`${baseURL}/`);
  expect(front.script.value, 'all scripts are found').toBeGreaterThan(50_000);
  expect([page.gzip, page.script, front.script]).toEqual(
    [page.gzip, page.script, front.script].map((weight) => ({ ...weight, met: true })),
  );
});
