import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { methodWords, type OrderState, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type AskedBoard, boardPath, SIEVES, type Sieve } from './asked-board';
import { extraWords, toDoWords } from './board-words';
import type { Choices } from './sieve-form';

type ChipsProps = { asked: AskedBoard; choices: Choices };

/** What the board is sifted by, each taken off with one tap, and all of it with one. */
export function ChosenChips({ asked, choices }: ChipsProps) {
  const href = useHref();
  const locale = useLocale();
  const chips: { key: string; words: string; without: Partial<AskedBoard> }[] = [
    ...SIEVES.filter((sieve) => asked[sieve] !== '').map((sieve) => ({
      key: sieve,
      words: sieveWords(sieve, asked[sieve], choices, locale),
      without: { [sieve]: '' },
    })),
    ...asked.has.map((extra) => ({
      key: extra,
      words: extraWords(extra),
      without: { has: asked.has.filter((other) => other !== extra) },
    })),
    ...(asked.words ? [{ key: 'q', words: `“${asked.words}”`, without: { words: '' } }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={m.board_chosen()} className="mb-4 flex flex-wrap gap-2">
      {chips.map(({ key, words, without }) => (
        <li key={key}>
          <Link
            to={href(boardPath(asked, without))}
            aria-label={m.board_let_go({ what: words })}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full border-2 border-edge bg-card px-4 font-semibold no-underline hover:border-rind"
          >
            {words}
            <Sign name="cross" size={16} />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={href('/office/orders')}
          className="inline-flex min-h-11 items-center px-2 font-semibold text-rind underline underline-offset-4"
        >
          {m.office_orders_see_all()}
        </Link>
      </li>
    </ul>
  );
}

function sieveWords(sieve: Sieve, value: string, choices: Choices, locale: Locale): string {
  switch (sieve) {
    case 'state':
      return orderStateWords(value as OrderState);
    case 'todo':
      return toDoWords(value);
    case 'method':
      return methodWords(value as 'cod');
    case 'paid':
      return value === 'yes' ? m.office_payment_received() : m.office_payment_awaiting();
    case 'from':
      return m.board_chip_from({ day: formatDay(value, locale) });
    case 'to':
      return m.board_chip_to({ day: formatDay(value, locale) });
    default:
      return choices[sieve].find((choice) => choice.value === value)?.words ?? value;
  }
}
