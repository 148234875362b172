import type { ApiContext } from './context.ts';

type Person = Extract<ApiContext['actor'], { kind: 'person' }>;

/** Whose plots somebody may read: who only grows their own, staff all. */
export function seenBy(person: Person): { memberId?: string } {
  return person.roles.some((role) => role !== 'member') ? {} : ownOnly(person);
}

/** Whose plots somebody may write about: a grower their own, a manager all. Without a member's record there are none. */
export function ownOnly(person: Person): { memberId?: string } {
  return person.roles.includes('manager') ? {} : { memberId: person.memberId ?? 'none' };
}
