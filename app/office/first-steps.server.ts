import type { AppLoadContext } from '@remix-run/node';

/** What of an empty shop is written down already, in the order in which one thing needs the other. */
export type FirstSteps = { varieties: boolean; members: boolean; plots: boolean; products: boolean };

/** How far a manager has come before the first harvest can be recorded and sold. */
export async function firstSteps({ api }: AppLoadContext): Promise<FirstSteps> {
  const [{ products, varieties }, members, plots] = await Promise.all([
    api.listings.all(),
    api.members.all(),
    api.plots.list({}),
  ]);
  return {
    varieties: varieties.length > 0,
    members: members.length > 0,
    plots: plots.length > 0,
    products: products.length > 0,
  };
}
