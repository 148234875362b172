import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '~/components/data-table';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Figures } from './figures';
import { type PeriodSeen, type Question, rowsPath } from './paths';
import { titleOf } from './words';

type AnswerProps = {
  question: Question;
  period: PeriodSeen;
  /** The answer in words; `care` where somebody should see to it. */
  sentence: string;
  care?: boolean;
  /** What counts and what does not. */
  rule: string;
  figures: readonly Figures[];
  children: ReactNode;
};

const LINK = 'inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4';

/** A question with its answer: first in words, then drawn, then as a table and as files. */
export function Answer({ question, period, sentence, care, rule, figures, children }: AnswerProps) {
  const href = useHref();
  return (
    <section id={question} aria-labelledby={`${question}-title`} className="min-w-0 scroll-mt-4">
      <h2 id={`${question}-title`} className="border-t-2 border-ink pt-3 text-22">
        {titleOf(question)}
      </h2>
      <p className={`mt-1 mb-4 flex items-start gap-2 text-18 font-semibold ${care ? 'text-soil' : ''}`}>
        {care ? (
          <span className="mt-1">
            <Sign name="care" />
          </span>
        ) : null}
        {sentence}
      </p>
      <div className="grid gap-5">{children}</div>
      <details className="mt-4">
        <summary className={`${LINK} cursor-pointer`}>
          {m.seeing_table()}
          <span className="sr-only">: {titleOf(question)}</span>
        </summary>
        {figures.map((table, index) => (
          <FiguresTable
            key={table.name}
            table={table}
            file={rowsPath(question, period, {}, { file: 'figures.csv', table: index })}
          />
        ))}
      </details>
      <p className="flex flex-wrap gap-x-6">
        <Link to={href(rowsPath(question, period))} className={LINK}>
          {m.seeing_all_rows()}
          <span className="sr-only">: {titleOf(question)}</span>
        </Link>
        <a href={href(rowsPath(question, period, {}, { file: 'figures.xlsx' }))} className={LINK} download>
          {m.seeing_xlsx()}
          <span className="sr-only">: {titleOf(question)}</span>
        </a>
      </p>
      <p className="text-14 text-muted">{rule}</p>
    </section>
  );
}

function FiguresTable({ table: { name, heads, rows }, file }: { table: Figures; file: string }) {
  const href = useHref();
  const columns = heads.map(
    ({ text, figures = false }, at): Column<Figures['rows'][number]> => ({
      ...{ key: `${at}`, head: text, figures, names: at === 0 },
      cell: ({ to, cells }) =>
        at === 0 ? (
          <Link
            to={href(to)}
            className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
          >
            {cells[at]?.text}
          </Link>
        ) : (
          cells[at]?.text
        ),
    }),
  );
  return (
    <div className="mb-6">
      {rows.length === 0 ? null : (
        <DataTable caption={name} captionShown columns={columns} rows={rows} rowKey={({ key }) => key} />
      )}
      <a href={href(file)} className={LINK} download>
        {m.seeing_csv_of({ name })}
      </a>
    </div>
  );
}
