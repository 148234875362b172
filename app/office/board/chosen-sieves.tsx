import { ChosenChips } from '~/components/chosen-chips';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { methodWords, type OrderState, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type AskedBoard, boardPath, SIEVES, type Sieve } from './asked-board';
import { extraWords, toDoWords } from './board-words';
import type { Choices } from './sieve-form';

type ChipsProps = { asked: AskedBoard; choices: Choices };

/** What the board is sifted by. */
export function ChosenSieves({ asked, choices }: ChipsProps) {
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
    <div className="mb-4">
      <ChosenChips
        label={m.board_chosen()}
        clear={{ words: m.office_orders_see_all(), to: href('/office/orders') }}
        chosen={chips.map(({ key, words, without }) => ({
          ...{ key, words, letGo: m.board_let_go({ what: words }) },
          to: href(boardPath(asked, without)),
        }))}
      />
    </div>
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
