/** What members are owed of what was sold, settled for a period. */

export {
  type AccountChangeRow,
  type AccountMark,
  accountHistory,
  type WaitingAccount,
  waitingAccount,
} from './account-history.ts';
export {
  type AccountChangeRefusal,
  confirmAccount,
  dropAccountChange,
  proposeAccount,
} from './change-account.ts';
export { approveSettlement, type CloseSettlementRefusal, dropSettlement } from './close-settlement.ts';
export { type MemberAccount, type MemberMoney, memberAccount, membersMoney } from './member-accounts.ts';
export { notYetSettled, type Unsettled, type UnsettledHarvest } from './not-yet-settled.ts';
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
