import type { ApiOutputs } from '@baunghe/api';
import { Notice } from '~/components/notice';
import { formatInstant, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { eventWords } from './event-words';

type Lot = Extract<ApiOutputs['harvests']['lot'], { ok: true }>['value'];

/** That the harvest was undone, and what of the lot's story was declared wrong; nothing where all is as it was told. */
export function LotMistakes({ lot }: { lot: Lot }) {
  const locale = useLocale();
  const { undone, wrong } = lot;
  return (
    <>
      {undone ? (
        <Notice
          tone="plain"
          title={m.stock_lot_undone({
            at: formatInstant(undone.at, locale),
            by: undone.byName ?? m.stock_ledger_nobody(),
          })}
        >
          {m.stock_lot_undone_text()}
        </Notice>
      ) : null}
      {wrong.length > 0 ? (
        <section className="grid gap-1">
          <h2 className="text-22">{m.stock_lot_wrong_title()}</h2>
          <ul className="border-t-2 border-ink">
            {wrong.map(({ id, bizStep, grams, eventTime, corrected }) => (
              <li key={id} className="border-b border-line py-2">
                <s>
                  {[
                    eventWords(bizStep),
                    ...(grams === null ? [] : [formatKilograms(grams, locale)]),
                    formatInstant(eventTime, locale),
                  ].join(' · ')}
                </s>
                <span className="block text-14 text-soil">
                  {m.stock_event_corrected({
                    at: formatInstant(corrected.at, locale),
                    by: corrected.byName ?? m.stock_ledger_nobody(),
                    words: corrected.words,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
