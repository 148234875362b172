export { addPaper, dropPaper, MOST_PAPERS, openPaper, type PaperRefusal } from './application-papers.ts';
export { type ApplicationView, applicationByCode, applicationsOf } from './application-view.ts';
export { APPLICATION_WAYS, takeApplicationStep } from './application-ways.ts';
export {
  type ApplicationInOffice,
  type ApplicationRow,
  applicationInOffice,
  applicationsPage,
} from './applications-in-office.ts';
export {
  type BeginRefusal,
  beginApplication,
  type DraftRefusal,
  dropDraft,
  type NewApplication,
  type ToldPlot,
  tellLand,
} from './begin-application.ts';
export {
  type DecideRefusal,
  type Decision,
  decideApplication,
  inviteAgain,
  LEAST_VOTES,
  type VoteRefusal,
  voteOnApplication,
} from './decide-application.ts';
export { eraseApplications, eraseApplicationsOf } from './erase-applications.ts';
export { type MoveRefusal, moveApplication, type SendRefusal, sendApplication } from './move-application.ts';
export { mayStillProve, notePhoneProved, numberToProve } from './prove-phone.ts';
