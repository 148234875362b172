import type { Role } from '@baunghe/db';

/** A sign-in of the demo season, shown on screen so that anyone can look around. */
export interface DemoAccount {
  name: string;
  role: Role;
  phone: string;
  password: string;
}

/**
 * The demo's sign-ins. They exist only in demo mode and production refuses to start with them. The numbers have the
 * form of mobile numbers but were picked for their emptiness; nothing is ever sent to them.
 */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { name: 'Quản lý minh họa', role: 'manager', phone: '0900000001', password: 'bau-nghe-demo' },
  { name: 'Thợ đóng gói minh họa', role: 'packer', phone: '0900000002', password: 'bau-nghe-demo' },
  { name: 'Kế toán minh họa', role: 'accountant', phone: '0900000004', password: 'bau-nghe-demo' },
  { name: 'Kiểm toán minh họa', role: 'auditor', phone: '0900000005', password: 'bau-nghe-demo' },
  { name: 'Xã viên minh họa 1', role: 'member', phone: '0900000011', password: 'bau-nghe-demo' },
  { name: 'Xã viên minh họa 2', role: 'member', phone: '0900000012', password: 'bau-nghe-demo' },
  { name: 'Xã viên minh họa 3', role: 'member', phone: '0900000013', password: 'bau-nghe-demo' },
  { name: 'Xã viên minh họa 4', role: 'member', phone: '0900000014', password: 'bau-nghe-demo' },
];
