import { fail, ok, type Result, type Tx } from '@baunghe/db';

/** Why a production start must not go on. */
export interface DemoAccountsInProduction {
  code: 'demo_accounts_in_production';
  accounts: number;
  /** One sentence for the operator's console, naming the mend. */
  problem: string;
}

/**
 * Looks, at a start in production, for accounts of the demo season: their passwords are printed for everyone, so a
 * database that holds one must not be served.
 */
export async function refuseDemoAccounts(db: Tx): Promise<Result<null, DemoAccountsInProduction>> {
  const accounts = await db.user.count({ where: { demo: true } });
  if (accounts === 0) return ok(null);
  return fail({
    code: 'demo_accounts_in_production',
    accounts,
    problem:
      `this database holds the demo season with ${accounts} demo account${accounts === 1 ? '' : 's'}, which cannot exist ` +
      'in production: point DATABASE_URL (or DATA_DIR) at an empty database and start again',
  });
}
