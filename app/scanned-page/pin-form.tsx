import { Sign } from '~/components/sign';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Said } from './said';
import type { SeenOfBox } from './story';

/** What a form of the page answered. */
export function SaidBack({ good, words }: { good: boolean; words: string }) {
  return (
    <p className={`verdict ${good ? 'good' : 'care'}`} role="status">
      <Sign name={good ? 'check' : 'care'} size={24} /> {words}
    </p>
  );
}

/** The six digits from under the lid: they prove once that the box at hand is the one that was packed. */
export function PinForm({ seen, said }: { seen: SeenOfBox; said: Said | null }) {
  const locale = useLocale();
  const answer = said?.act === 'pin' ? said : null;
  const { pinFirstAt } = seen;
  return (
    <details className="ask" id="pin" open={answer !== null || seen.flags.length > 0}>
      <summary>{m.box_pin()}</summary>
      {answer ? <SaidBack {...answer} /> : null}
      <p>{m.box_pin_how()}</p>
      <p className="when">
        {pinFirstAt ? m.box_pin_entered({ at: formatInstant(pinFirstAt, locale) }) : m.box_pin_not_entered()}
      </p>
      <form method="post" action="#pin">
        <input type="hidden" name="act" value="pin" />
        <label>
          {m.box_pin_label()}
          <input name="pin" inputMode="numeric" autoComplete="off" maxLength={12} required />
        </label>
        <button type="submit">{m.box_pin_do()}</button>
      </form>
    </details>
  );
}
