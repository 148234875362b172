import type { ApiOutputs } from '@baunghe/api';
import { Button } from '~/components/button';
import { DayPart } from '~/delivery/day-part';
import { arrivalWords } from '~/delivery/day-words';
import { wishedOf } from '~/delivery/wished';
import { WishesPart } from '~/delivery/wishes-part';
import { formatWeekday } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';
import { ChangeForm, type ChangeFormProps } from './change-forms';

/** What may be chosen for an order that is not packed. */
export type WishChoices = ApiOutputs['orderChanges']['choices'];

type WishFormProps = Omit<ChangeFormProps, 'order'> & {
  order: Pick<FollowedOrder, 'total' | 'lines' | 'day' | 'ripeness' | 'gift' | 'invoice'>;
  choices: WishChoices;
};

/** Another day, of those that are offered for its place now. */
export function DayForm({ choices, ...form }: WishFormProps) {
  const locale = useLocale();
  const { order, refused } = form;
  const { day } = order;
  const chosen = refused?.typed.leaveOn ?? day?.leaveOn.toISOString().slice(0, 10) ?? '';
  const go = choices.days.length > 0 ? <Button>{m.changes_day_do()}</Button> : null;
  return (
    <ChangeForm act="day" go={go} {...form} asksWhy={form.asksWhy && go !== null}>
      <DayPart
        sums={{ days: choices.days, goodUntil: null, notSent: null }}
        known
        chosen={chosen}
        error={refused?.said.beside.leaveOn ?? null}
      />
      {day ? (
        <p className="text-14 text-muted">
          {m.changes_day_title_now({
            leaves: formatWeekday(day.leaveOn, locale),
            arrives: arrivalWords(day, locale),
          })}
        </p>
      ) : null}
    </ChangeForm>
  );
}

/** How ripe it should be, whether it is a present, and to whom it is billed. */
export function WishesForm({ choices, ...form }: WishFormProps) {
  const { order, refused } = form;
  return (
    <ChangeForm act="wishes" go={<Button>{m.changes_wishes_do()}</Button>} {...form}>
      <WishesPart
        ripens={choices.ripens}
        wishes={refused?.wishes ?? wishedOf(order)}
        beside={refused?.said.beside ?? {}}
      />
    </ChangeForm>
  );
}
