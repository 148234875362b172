import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { askedPeriod } from '~/office/seeing/asked.server';
import { DaysAnswer } from '~/office/seeing/days-answer';
import { HarvestsAnswer } from '~/office/seeing/harvests-answer';
import { LossesAnswer } from '~/office/seeing/losses-answer';
import { OwedAnswer } from '~/office/seeing/owed-answer';
import { PaintPots } from '~/office/seeing/paint';
import type { Question } from '~/office/seeing/paths';
import { PeriodChoice } from '~/office/seeing/period-choice';
import { SalesAnswer } from '~/office/seeing/sales-answer';
import { ShortageAnswer } from '~/office/seeing/shortage-answer';
import { titleOf } from '~/office/seeing/words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = () => [{ title: m.seeing_title() }];

export const headers = () => PRIVATE;

/** The answers of a period (`?period=week|month|season|days&from=&to=`); days that are none are said beside the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { period, typed, beside } = askedPeriod(new URL(request.url).searchParams);
  const look = await asked(request, context.api.seeing.look({ period }));
  const status = beside.from || beside.to ? 422 : 200;
  return data({ look, typed, beside }, { status, headers: PRIVATE });
}

const ANSWERS = {
  sales: SalesAnswer,
  shortage: ShortageAnswer,
  losses: LossesAnswer,
  harvests: HarvestsAnswer,
  days: DaysAnswer,
  owed: OwedAnswer,
} satisfies Record<Question, unknown>;

const QUESTIONS = Object.keys(ANSWERS) as Question[];

export default function Seeing() {
  const { look, typed, beside } = useLoaderData<typeof loader>();
  return (
    <>
      <PaintPots />
      <PageHeader title={m.seeing_title()} lead={m.seeing_lead()} />
      <PeriodChoice period={look.period} typed={typed} beside={beside} />
      <nav aria-label={m.seeing_questions()} className="mb-8 sm:hidden">
        <ul className="divide-y divide-line border-y border-line">
          {QUESTIONS.map((question) => (
            <li key={question}>
              <Link
                to={`#${question}`}
                className="flex min-h-11 items-center text-rind underline underline-offset-4"
              >
                {titleOf(question)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-x-12 gap-y-14 lg:grid-cols-2">
        {QUESTIONS.map((question) => {
          const Drawn = ANSWERS[question];
          return <Drawn key={question} look={look} />;
        })}
      </div>
    </>
  );
}
