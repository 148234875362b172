import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import * as m from '~/paraglide/messages.js';

/** An application as its applicant sees it. */
export type OwnApplication = Extract<ApiOutputs['joining']['follow'], { ok: true }>['value'];

type State = OwnApplication['state'];
type Kind = OwnApplication['kind'];
type PaperKind = OwnApplication['papers'][number]['kind'];

const STATES: Record<State, { words: () => string; tone: BadgeTone }> = {
  draft: { words: m.joining_state_draft, tone: 'plain' },
  received: { words: m.joining_state_received, tone: 'plain' },
  looked_at: { words: m.joining_state_looked_at, tone: 'ripe' },
  more_asked: { words: m.joining_state_more_asked, tone: 'care' },
  accepted: { words: m.joining_state_accepted, tone: 'done' },
  refused: { words: m.joining_state_refused, tone: 'care' },
  withdrawn: { words: m.joining_state_withdrawn, tone: 'plain' },
};

/** How an application stands, in a word. */
export const applicationStateWords = (state: State): string => STATES[state].words();

/** How an application stands, in a word and as that is painted. */
export const applicationStanding = (state: State) => ({
  ...{ words: STATES[state].words(), tone: STATES[state].tone },
});

/** The states in which the office has applications. */
export const OFFICE_STATES = Object.keys(STATES).filter((state) => state !== 'draft') as Exclude<
  State,
  'draft'
>[];

const KINDS: Record<Kind, { title: () => string; note: () => string }> = {
  official: { title: m.joining_kind_official, note: m.joining_kind_official_note },
  capital: { title: m.joining_kind_capital, note: m.joining_kind_capital_note },
  non_capital: { title: m.joining_kind_non_capital, note: m.joining_kind_non_capital_note },
};

/** The kinds of membership, to choose from. */
export const membershipChoices = () =>
  Object.entries(KINDS).map(([value, { title, note }]) => ({ value, title: title(), note: note() }));

/** A kind of membership in words. */
export const membershipWords = (kind: Kind): string => KINDS[kind].title();

const PAPERS: Record<PaperKind, () => string> = {
  identity: m.joining_identity,
  land: m.joining_land_paper,
  other: m.joining_other_paper,
};

/** A kind of paper in words. */
export const paperWords = (kind: PaperKind): string => PAPERS[kind]();
