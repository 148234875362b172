/** What members are owed of what was sold, settled for a period. */
export { approveSettlement, type CloseSettlementRefusal, dropSettlement } from './close-settlement.ts';
export { keepMemberAccount, type MemberAccount, type MemberMoney, membersMoney } from './member-accounts.ts';
export { type PayStatementRefusal, payAdvance, payStatement } from './pay-members.ts';
export { type PeriodRefusal, prepareSettlement, previewSettlement } from './prepare-settlement.ts';
export {
  addSharingRule,
  type Keeps,
  lastSettledDay,
  type RuleRefusal,
  type SharingRule,
  sharingRules,
} from './rules.ts';
export { type SettlementRow, type SettlementView, settlements, settlementView } from './settlement-views.ts';
export { type OwnStatement, type StatementView, statements, statementView } from './statement-view.ts';
