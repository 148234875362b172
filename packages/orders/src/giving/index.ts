/** What is given away, by whom, up to which sum by role, and by which second person beyond it. */
export { approveGiving, type DecideRefusal, declineGiving } from './decide-giving.ts';
export {
  addGivingRule,
  GIVING_ROLES,
  type GivingLimits,
  type GivingRole,
  type GivingRule,
  givingRules,
  limitsOf,
  type NewGivingRule,
} from './giving-rule.ts';
export { type GivingView, givingsBoard, givingsOfOrder, givingsWaiting } from './givings-board.ts';
