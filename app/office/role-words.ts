import type { DemoSignIn } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

/** What somebody does in the cooperative. */
export type Role = DemoSignIn['role'];

const WORDS: Record<Role, () => string> = {
  member: m.office_role_member,
  packer: m.office_role_packer,
  manager: m.office_role_manager,
  accountant: m.office_role_accountant,
  auditor: m.office_role_auditor,
};

/** What a role is called. */
export const roleWords = (role: Role): string => WORDS[role]();
