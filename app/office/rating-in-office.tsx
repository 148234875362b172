import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { Stars } from '~/shop/stars';
import { useHref, useLocale } from '~/use-locale';
import type { Problem } from './refusals.server';

type Rating = ApiOutputs['ratings']['inOffice'][number];

/** What was typed about one rating and refused. */
export type RefusedAct = { typed: Record<string, string>; problem: Problem };

type Acting = { rating: Rating; formKey: string; refused: RefusedAct | null };

function ActForm({ rating, formKey, refused, kind }: Acting & { kind: 'answer' | 'hide' | 'show' }) {
  const mine = refused?.typed.ratingId === rating.id && refused.typed.kind === kind ? refused : null;
  const words = {
    answer: { label: m.finding_office_answer(), go: m.finding_office_answer_go() },
    hide: { label: m.finding_office_hide(), go: m.finding_office_hide_go() },
    show: { label: m.finding_office_show(), go: m.finding_office_show_go() },
  }[kind];
  return (
    <details open={mine !== null} className="rounded-crate border-2 border-edge">
      <summary className="flex min-h-11 cursor-pointer items-center px-3 font-semibold">{words.go}</summary>
      <Form method="post" noValidate className="grid gap-3 border-t-2 border-line p-3">
        {mine?.problem.above ? <Notice tone="care" title={mine.problem.above} /> : null}
        <input type="hidden" name="key" value={mine?.typed.key ?? formKey} />
        <input type="hidden" name="ratingId" value={rating.id} />
        <input type="hidden" name="kind" value={kind} />
        <Field label={words.label} error={mine?.problem.beside.words}>
          <TextArea
            name="words"
            maxLength={600}
            required
            defaultValue={mine?.typed.words ?? (kind === 'answer' ? (rating.answer?.words ?? '') : '')}
          />
        </Field>
        <div>
          <Button kind={kind === 'hide' ? 'danger' : 'primary'}>{words.go}</Button>
        </div>
      </Form>
    </details>
  );
}

/** Why an act is refused whose form is not here any more, since somebody did it meanwhile; null for none. */
function outdated({ rating, refused }: Acting): string | null {
  if (!refused || refused.typed.ratingId !== rating.id) return null;
  const kinds = rating.erasedAt ? [] : ['answer', rating.hidden ? 'show' : 'hide'];
  return kinds.includes(refused.typed.kind ?? '') ? null : refused.problem.above;
}

/** A rating with all that staff may do about it. */
export function RatingInOffice(acting: Acting) {
  const { rating } = acting;
  const above = outdated(acting);
  const locale = useLocale();
  const href = useHref();
  const { stars, words, by, at, product, orderCode, hidden, answer, erasedAt } = rating;
  return (
    <li className="grid gap-2 py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars stars={stars} />
        <span className="font-semibold">{nameIn(product, locale)}</span>
        <span className="text-14 text-muted">{formatInstant(at, locale)}</span>
        {erasedAt ? (
          <Badge tone="plain">{m.finding_office_erased({ at: formatInstant(erasedAt, locale) })}</Badge>
        ) : hidden ? (
          <Badge tone="care">{m.finding_office_hidden()}</Badge>
        ) : answer ? (
          <Badge tone="done">{m.finding_office_answered()}</Badge>
        ) : null}
      </p>
      <p className="text-14">
        {by ?? m.finding_rating_buyer()} ·{' '}
        <Link
          to={href(`/office/orders/${orderCode}`)}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.finding_office_order({ code: orderCode })}
        </Link>
      </p>
      {words ? <p className="whitespace-pre-line">{words}</p> : null}
      {hidden ? <p className="text-soil">{m.finding_office_hidden_why({ why: hidden.words })}</p> : null}
      {answer ? <p className="border-l-4 border-rind pl-3 whitespace-pre-line">{answer.words}</p> : null}
      {above ? <Notice tone="care" title={above} /> : null}
      {erasedAt ? null : (
        <div className="grid items-start gap-2 sm:grid-cols-2">
          <ActForm {...acting} kind="answer" />
          <ActForm {...acting} kind={hidden ? 'show' : 'hide'} />
        </div>
      )}
    </li>
  );
}
