/**
 * The people of the cooperative: members, their accounts and roles, and who is asking.
 */

export { type Accounts, type AccountsSettings, createAccounts, type SignInFailure } from './accounts.ts';
export * from './asking/index.ts';
export {
  type AddressRefusal,
  type AddressToKeep,
  dropAddress,
  type KeptAddress,
  keepAddress,
  keptAddresses,
} from './buyers/addresses.ts';
export {
  addSession,
  type Buyer,
  type BuyerSessionRow,
  buyerCookie,
  buyerOf,
  buyerSessions,
  endBuyerSessions,
  openBuyerSession,
} from './buyers/buyer-session.ts';
export { deviceWords } from './buyers/device-words.ts';
export { eraseBuyer, forgetSpent } from './buyers/forget.ts';
export { changeKeptCart, type KeptLine, keptCart, mergeCart } from './buyers/kept-cart.ts';
export { COOPERATIVE } from './cooperative.ts';
export { type CreateAccountFailure, createAccount, type NewAccount } from './create-account.ts';
export * from './details/index.ts';
export * from './joining/index.ts';
export { memberOnPublicPage } from './member-on-public-page.ts';
export {
  addMember,
  changeMember,
  type MemberInOffice,
  type MemberRefusal,
  membersInOffice,
  type NewMember,
} from './members.ts';
export {
  askForCode,
  CODE_MINUTES,
  type CodeRefusal,
  digitsOf,
  tryCode,
  useCode,
} from './one-time-code.ts';
export {
  addPasskey,
  askToSign,
  beginPasskey,
  dropPasskeys,
  ownerOfPasskey,
  passkeysOf,
  signerOf,
} from './passkeys.ts';
export { type PhonePerson, personOfPhone } from './person-of-phone.ts';
export { maskPhone, type Phone, type PhoneNumber, phoneNumber, takesSms } from './phone-number.ts';
export { type DemoAccountsInProduction, refuseDemoAccounts } from './refuse-demo-accounts.ts';
export { typedSaidCode } from './said-code.ts';
export { SignInTries } from './sign-in-tries.ts';
export { changePassword, type PasswordRefusal } from './staff/change-password.ts';
export {
  acceptInvitation,
  type InvitationRefusal,
  invitationOf,
  invitationToken,
  invite,
  openInvitations,
  withdrawInvitation,
} from './staff/invitations.ts';
export { changeRoles, type PersonRefusal, peopleInOffice, switchAccount } from './staff/people.ts';
export {
  beginFactor,
  confirmFactor,
  dropFactor,
  type FactorRefusal,
  factorState,
  isProved,
  openMoney,
  type ProvesBy,
  prove,
  provesBy,
} from './staff/second-factor.ts';
export { endStaffSessions, staffSessions } from './staff/staff-sessions.ts';
export {
  keepShippedTerms,
  publishTerms,
  TERMS_SLUGS,
  type TermsRefusal,
  type TermsSlug,
  type TermsVersion,
  type TermsVersionMark,
  type TermsWords,
  termsHistory,
  termsInForce,
  termsVersion,
} from './terms.ts';
export { type ActRow, type ActsWanted, actsPage, type NewAct, noteAct, type Thing } from './trail/acts.ts';
export { noteFailedSignIn } from './trail/failed-sign-ins.ts';
export { type Made, type PasskeySite, passkeySite, type Signed } from './webauthn.ts';
export type { Actor, HeldSession } from './who-is.ts';
