import { apiRouter } from './router.ts';
import type { Access } from './trpc.ts';

/** Signing in and out are acts too, though anyone may try. */
const SESSION_ACTS = [
  'session.signIn',
  'session.enterByCode',
  'session.enterByPasskey',
  'session.locked',
  'session.signOut',
];

/** The paths of all procedures by which people of the office act, and which the trail therefore may hold. */
export function officeActs(): string[] {
  const procedures = apiRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: string; meta?: Access } }
  >;
  const acts = Object.entries(procedures).filter(([, { _def: def }]) => {
    const may = def.meta?.may ?? 'anyone';
    return def.type === 'mutation' && may !== 'anyone' && may.some((who) => who !== 'buyer');
  });
  return [...acts.map(([path]) => path), ...SESSION_ACTS].sort();
}
