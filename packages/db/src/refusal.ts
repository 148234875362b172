/** What the database itself refused. */
export interface Refusal {
  /** SQLSTATE, such as 23514 for a CHECK. */
  sqlState: string;
  /** The constraint's (or unique index's) name, where PostgreSQL told it. */
  constraint: string | undefined;
}

interface DriverCause {
  originalCode?: string;
  originalMessage?: string;
}

/**
 * Reads from a thrown error what PostgreSQL refused, or undefined when the error is something else. Prisma wraps the
 * driver's error in one way for calls and in another for a commit; both are read here and nowhere else. The triggers
 * of the migrations write their constraint's name into the message, since the adapter drops the field for it.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error === null || typeof error !== 'object') return undefined;
  const { meta, cause } = error as {
    meta?: { driverAdapterError?: { cause?: DriverCause } };
    cause?: DriverCause;
  };
  const told = meta?.driverAdapterError?.cause ?? cause;
  if (!told?.originalCode) return undefined;
  const constraint = /constraint "([^"]+)"/.exec(told.originalMessage ?? '')?.[1];
  return { sqlState: told.originalCode, constraint };
}
