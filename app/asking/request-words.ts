import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { certificateKindWords } from '~/orchard/certificate-words';
import * as m from '~/paraglide/messages.js';

/** A member's request. */
export type MemberRequest = ApiOutputs['memberRequests']['list']['rows'][number];

type State = MemberRequest['state'];

const STATES: Record<State, { words: () => string; tone: BadgeTone }> = {
  received: { words: m.joining_requests_state_received, tone: 'plain' },
  granted: { words: m.joining_requests_state_granted, tone: 'done' },
  refused: { words: m.joining_requests_state_refused, tone: 'care' },
  withdrawn: { words: m.joining_requests_state_withdrawn, tone: 'plain' },
};

/** The states of requests, in the order of their life. */
export const REQUEST_STATES = Object.keys(STATES) as State[];

/** How a request stands, in a word. */
export const requestStateWords = (state: State): string => STATES[state].words();

/** How that word is painted. */
export const requestStateTone = (state: State): BadgeTone => STATES[state].tone;

/** What a request is about, in a line. */
export function requestWords({ kind, certificate, plot }: MemberRequest): string {
  return kind === 'certificate_copy'
    ? `${m.joining_requests_copy()} · ${certificate ? certificateKindWords(certificate.kind) : ''} ${certificate?.number ?? ''}`
    : `${m.joining_requests_correction()} · ${plot?.code ?? ''}`;
}

type Certificate = ApiOutputs['memberRequests']['offers']['certificates'][number];

/** A certificate to choose, in a line. */
export const certificateLine = (
  { kind, number, validTo }: Pick<Certificate, 'kind' | 'number'> & { validTo: Date | string },
  locale: Locale,
): string =>
  m.joining_requests_certificate_line({
    ...{ kind: certificateKindWords(kind), number, day: formatDay(validTo, locale) },
  });
