import type { MemberShown } from '@baunghe/db';

/** The name that a public page may show of a member, or null when they agreed to show nothing (invariant 7). */
export function memberOnPublicPage(member: { name: string; shown: MemberShown }): string | null {
  return member.shown === 'name' ? member.name : null;
}
