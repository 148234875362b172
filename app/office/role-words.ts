import type { DemoSignIn } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

const WORDS: Record<DemoSignIn['role'], () => string> = {
  member: m.office_role_member,
  packer: m.office_role_packer,
  manager: m.office_role_manager,
  accountant: m.office_role_accountant,
  auditor: m.office_role_auditor,
};

/** What a role is called. */
export const roleWords = (role: DemoSignIn['role']): string => WORDS[role]();
