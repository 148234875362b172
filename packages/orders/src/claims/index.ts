export { type AnswerRefusal, answerClaim, type ClaimAnswer } from './answer-claim.ts';
export { CLAIM_REASONS, CLAIM_RULE, claimableUntil } from './claim-rule.ts';
export {
  type ClaimRow,
  type ClaimView,
  claimPhoto,
  claimsBoard,
  claimsOfLot,
  claimsOfOrder,
  claimsOpen,
} from './claims-board.ts';
export { eraseClaim } from './erase-claim.ts';
export { type ClaimRefusal, makeClaim, type NewClaim } from './make-claim.ts';
