import { Form } from '@remix-run/react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import type { Lot } from '~/office/lot-in-store';
import type { Problem } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { QueueNotice } from '~/offline/queue-notice';
import { ScanLot } from '~/offline/scan-lot';
import { useQueuedForm } from '~/offline/use-queued-form';
import * as m from '~/paraglide/messages.js';
import { CountRow, differenceOf } from './count-row';

type Typed = Record<string, string>;
type Sent = { typed: Typed | null; problem: Problem | null };
type SheetProps = { lots: Lot[]; formKey: string; answered: Sent | undefined };

/** The sheet: every lot to be counted. Those that differ or were refused stand first. */
export function CountSheet({ lots, formKey, answered }: SheetProps) {
  const queued = useQueuedForm<Sent>({ kind: 'stocktake', answered });
  const [lookedAt, lookAt] = useState<Typed | null>(null);
  const [now, type] = useState<Typed | null>(null);
  const sent = lookedAt ? { typed: lookedAt, problem: null } : queued.refused;
  const typed = sent?.typed ?? {};
  const problem = sent?.problem ?? null;
  const beside = problem?.beside ?? {};
  const first = (lot: Lot) =>
    Boolean(differenceOf(lot, typed) || beside[`kg_${lot.batch}`] || beside[`why_${lot.batch}`]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!isLook(event)) {
      lookAt(null);
      return queued.form.onSubmit(event);
    }
    // With signal, the cooperative looks, which finds more.
    if (navigator.onLine) return;
    event.preventDefault();
    lookAt(textsIn(event.currentTarget));
    scrollTo(0, 0);
  };
  return (
    <>
      {problem?.above ? (
        <Notice tone="care" title={problem.above}>
          <SignInElsewhere problem={problem} />
        </Notice>
      ) : null}
      <QueueNotice queued={queued} />
      {sent && !problem ? <Differences lots={lots} typed={typed} /> : null}
      <Form
        ref={queued.form.ref}
        onSubmit={onSubmit}
        onInput={(event) => type(textsIn(event.currentTarget))}
        method="post"
        noValidate
        className="mt-6"
      >
        <input type="hidden" name="key" value={typed.key || formKey} />
        <ScanRow />
        <ul className="border-t-2 border-ink">
          {[...lots.filter(first), ...lots.filter((lot) => !first(lot))].map((lot) => (
            <CountRow key={lot.lotId} lot={lot} typed={typed} now={now ?? typed} beside={beside} />
          ))}
        </ul>
        <div className="mt-6 flex flex-wrap gap-3">
          <Button name="act" value="preview" kind="quiet" tall>
            {m.stock_count_preview()}
          </Button>
          <Button name="act" value="save" tall disabled={queued.saving}>
            {m.stock_count_save()}
          </Button>
        </div>
      </Form>
    </>
  );
}

function isLook({ nativeEvent }: FormEvent): boolean {
  const { submitter } = nativeEvent as SubmitEvent;
  return submitter instanceof HTMLButtonElement && submitter.value === 'preview';
}

const textsIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries(
    [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string'),
  );

/** A crate's code leads to its lot's row. */
function ScanRow() {
  const place = useRef<HTMLDivElement>(null);
  const find = (batch: string) => {
    const row = place.current?.closest('form')?.elements.namedItem(`kg_${batch}`);
    if (!(row instanceof HTMLInputElement)) return false;
    row.scrollIntoView({ block: 'center' });
    row.focus();
    return m.offline_scan_found_lot({ batch });
  };
  return (
    <div ref={place} className="mb-4 max-w-xl">
      <ScanLot onLot={find} otherWords={m.offline_scan_lot_not_here()} />
    </div>
  );
}

function Differences({ lots, typed }: { lots: Lot[]; typed: Typed }) {
  const differing = lots.filter((lot) => differenceOf(lot, typed)).length;
  if (differing === 0) return <Notice tone="good" title={m.stock_count_all_right()} />;
  return <Notice tone="plain" title={m.stock_count_differing({ differing })} />;
}
