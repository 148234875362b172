export { shortageOf } from './ahead.ts';
export { MOST_DAYS as MOST_DAYS_SEEN, type PeriodAsked, type PeriodSeen, periodSeen } from './days-seen.ts';
export { type Overview, overview } from './overview.ts';
export { QUESTIONS, type Question, rowsBehind } from './rows-behind.ts';
export type { RowsOf, SeenRow } from './source.ts';
