import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { type BoardApplication, VoteTally } from './vote-tally';

type BoardFormsProps = {
  application: BoardApplication;
  hasVoted: boolean;
  keys: { vote: string; decide: string; ask: string };
  refused: { act: string; typed: Record<string, string>; problem: Problem } | null;
};

/** What the board does while it looks at an application: votes, writes the decision down, or asks for more. */
export function BoardForms({ application, hasVoted, keys, refused }: BoardFormsProps) {
  const of = (...acts: string[]) => (refused && acts.includes(refused.act) ? refused : null);
  const [voting, deciding, asking] = [of('vote'), of('accept', 'refuse'), of('ask')];
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Section title={m.joining_office_vote_title()} id="votes">
        <VoteTally application={application} />
        {hasVoted ? (
          <p>{m.joining_office_voted()}</p>
        ) : (
          <VoteForm formKey={voting?.typed.key || keys.vote} refused={voting} />
        )}
      </Section>
      <Section title={m.joining_office_decide_title()} id="decide">
        <DecideForm
          application={application}
          formKey={deciding?.typed.key || keys.decide}
          refused={deciding}
        />
      </Section>
      <Section title={m.joining_office_ask_title()} id="ask">
        <Form method="post" noValidate className="space-y-4">
          <input type="hidden" name="key" value={asking?.typed.key || keys.ask} />
          <Field
            label={m.joining_office_ask_words()}
            hint={m.joining_office_ask_hint()}
            error={asking?.problem.beside.words}
          >
            <TextArea name="words" rows={3} defaultValue={asking?.typed.words} />
          </Field>
          <Button kind="quiet" name="act" value="ask">
            {m.joining_office_ask()}
          </Button>
        </Form>
      </Section>
    </div>
  );
}

function Section({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="content-start space-y-4">
      <h2 id={id} className="border-b-2 border-ink pb-1 text-22">
        {title}
      </h2>
      {children}
    </section>
  );
}

type PartProps = { formKey: string; refused: BoardFormsProps['refused'] };

function VoteForm({ formKey, refused }: PartProps) {
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="key" value={formKey} />
      <RadioCards
        legend={m.joining_office_vote_title()}
        name="vote"
        columns={2}
        choices={[
          { value: 'yes', title: m.joining_office_vote_yes(), sign: 'check' },
          { value: 'no', title: m.joining_office_vote_no(), sign: 'cross' },
        ]}
        defaultValue={refused?.typed.vote}
        error={refused?.problem.beside.yes ?? null}
      />
      <Field
        label={m.joining_office_vote_why()}
        hint={m.joining_office_vote_why_hint()}
        error={refused?.problem.beside.why}
      >
        <TextInput name="why" defaultValue={refused?.typed.why} />
      </Field>
      <Button name="act" value="vote">
        {m.joining_office_vote_cast()}
      </Button>
    </Form>
  );
}

function DecideForm({ application, formKey, refused }: PartProps & Pick<BoardFormsProps, 'application'>) {
  const { votes, round, needed, nextMemberCode } = application;
  const counted = votes.filter((vote) => vote.round === round);
  const yes = counted.filter((vote) => vote.yes).length;
  const no = counted.length - yes;
  const mayAccept = yes >= needed && yes > no;
  const mayRefuse = no >= needed && no > yes;
  if (!mayAccept && !mayRefuse && !refused) return <p>{m.joining_office_decide_wait()}</p>;
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="key" value={formKey} />
      {mayRefuse ? (
        <>
          <Field label={m.joining_office_refuse_why()} error={refused?.problem.beside.words}>
            <TextArea name="words" rows={3} defaultValue={refused?.typed.words} />
          </Field>
          <Button kind="danger" name="act" value="refuse">
            {m.joining_office_refuse()}
          </Button>
        </>
      ) : (
        <>
          <Field
            label={m.joining_office_member_code()}
            error={refused?.problem.beside.memberCode ?? refused?.problem.beside.code}
          >
            <TextInput
              name="memberCode"
              defaultValue={refused?.typed.memberCode ?? nextMemberCode}
              autoComplete="off"
            />
          </Field>
          <Button name="act" value="accept">
            {m.joining_office_accept()}
          </Button>
        </>
      )}
    </Form>
  );
}
