import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { RefusedYear } from './acts.server';

/** What every form of a year's page needs: which year, what was refused, a key. */
export type YearFormProps = { shownYear: number; refused: RefusedYear | null; newKey: string };

/** What was typed into a form that was refused, and what is wrong with its fields; nothing for all others. */
export function refusedIn(
  refused: RefusedYear | null,
  act: RefusedYear['act'],
  id?: string,
): { open: boolean; typed: Record<string, string | undefined>; beside: Record<string, string | undefined> } {
  const mine = refused?.act === act && (id === undefined || refused.typed.id === id) ? refused : null;
  return { open: mine !== null, typed: mine?.typed ?? {}, beside: mine?.problem.beside ?? {} };
}

type Props = YearFormProps & {
  act: RefusedYear['act'];
  id?: string;
  /** Folded under a summary, open where it was refused; said otherwise to those who cannot see what it is about. */
  summary?: string;
  label?: string;
  children: ReactNode;
};

/** A form of a year's page. */
export function YearForm({ act, id, summary, label, children, shownYear, refused, newKey }: Props) {
  const { open, typed } = refusedIn(refused, act, id);
  // Anew once it was saved: what stays filled in is sent twice.
  const form = (
    <Form
      key={newKey}
      method="post"
      action={`?year=${shownYear}`}
      noValidate
      preventScrollReset
      className="grid max-w-2xl gap-4"
    >
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="year" value={shownYear} />
      <input type="hidden" name="key" value={typed.key || newKey} />
      {children}
    </Form>
  );
  if (summary === undefined) return form;
  return (
    <details key={newKey} open={open}>
      <summary
        aria-label={label}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {summary}
      </summary>
      <div className="mt-2">{form}</div>
    </details>
  );
}
