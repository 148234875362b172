export {
  type AnswerRefusal,
  answerRequest,
  copyOfRequest,
  type RequestAnswer,
  withdrawRequest,
} from './answer-request.ts';
export {
  type AskRefusal,
  askForCopy,
  askForCorrection,
  type Correction,
  certificatesSeenBy,
} from './ask-office.ts';
export { askForPlotChange } from './ask-plot-change.ts';
export { type MemberRequestView, requestByCode, requestsPage } from './requests-read.ts';
