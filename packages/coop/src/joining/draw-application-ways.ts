import { APPLICATION_WAYS } from './application-ways.ts';

/** What must hold for a way to be taken, beside its being drawn: in the words of docs/design.md. */
const GUARDS: Readonly<Record<string, string>> = {
  'draft received': 'sent, with land and a photo of the identity paper',
  'received looked_at': 'one of the board opens it',
  'received withdrawn': 'by the applicant',
  'looked_at more_asked': 'the board asks, in words',
  'looked_at accepted': 'enough of the board voted for, and more than against; a member is made',
  'looked_at refused': 'enough voted against, with reasons, and more than for',
  'looked_at withdrawn': 'by the applicant',
  'more_asked looked_at': 'answered; votes begin anew',
  'more_asked withdrawn': 'by the applicant',
};

/** The ways of an application as a Mermaid state diagram, drawn from the table that the code goes by. */
export function drawApplicationWays(): string {
  const ways = Object.entries(APPLICATION_WAYS).flatMap(([from, tos]) =>
    tos.map((to) => {
      const guard = GUARDS[`${from} ${to}`];
      if (guard === undefined) throw new Error(`nothing says what guards the way from ${from} to ${to}`);
      return `    ${from} --> ${to}: ${guard}`;
    }),
  );
  return ['stateDiagram-v2', '    [*] --> draft: begun on a phone, with consent', ...ways].join('\n');
}
