import type { Tx } from './open.ts';

const LOCKED = {
  lot_balance: { table: '"lot_balance"', key: '"lotId"' },
  consignment: { table: '"consignment"', key: '"id"' },
  order: { table: '"order"', key: '"id"' },
  payment: { table: '"payment"', key: '"id"' },
  preorder_offer: { table: '"preorder_offer"', key: '"id"' },
  plot: { table: '"plot"', key: '"id"' },
  rating: { table: '"rating"', key: '"id"' },
  application: { table: '"application"', key: '"id"' },
  member_request: { table: '"member_request"', key: '"id"' },
  bulk_request: { table: '"bulk_request"', key: '"id"' },
  member: { table: '"member"', key: '"id"' },
  voucher: { table: '"voucher"', key: '"id"' },
} as const;

/**
 * Locks rows until the transaction ends, in the order of their keys, so that two transactions that want the same
 * rows wait for each other instead of deadlocking. Returns the keys that exist.
 */
export async function lockRows(
  tx: Tx,
  table: keyof typeof LOCKED,
  keys: readonly string[],
): Promise<string[]> {
  const at = LOCKED[table];
  const sql = `SELECT ${at.key} AS key FROM ${at.table} WHERE ${at.key} = ANY($1) ORDER BY ${at.key} FOR UPDATE`;
  const rows = await tx.$queryRawUnsafe<{ key: string }[]>(sql, [...keys]);
  return rows.map((row) => row.key);
}

const LOG_LOCK = 6962_0001;

/** Lets one transaction at a time append to the log, on any number of servers, until it ends. */
export async function lockLog(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK}::bigint)`;
}

const BANK_LINES_LOCK = 6962_0002;

/** Lets one transaction at a time keep or match movements of the bank account, until it ends; taken before a payment. */
export async function lockBankLines(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${BANK_LINES_LOCK}::bigint)`;
}

const SETTLEMENT_LOCK = 6962_0003;

/** Lets one transaction at a time reckon what members are owed, or pay them, until it ends. */
export async function lockSettlements(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETTLEMENT_LOCK}::bigint)`;
}
