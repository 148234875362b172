import { Form, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';

const SAID = [
  m.finding_stars_one,
  m.finding_stars_two,
  m.finding_stars_three,
  m.finding_stars_four,
  m.finding_stars_five,
];

/** What a buyer typed into the form. */
export type TypedRating = { key: string; stars: string; words: string; named: string };

/** Stars, words, and under which name they may be read. */
export function RateForm(props: {
  typed: TypedRating;
  shortName: string;
  above: string | null;
  beside: Partial<Record<keyof TypedRating, string>>;
}) {
  const { typed, shortName, above, beside } = props;
  const sending = useNavigation().state !== 'idle';
  return (
    <Form method="post" noValidate className="grid max-w-xl gap-6">
      <input type="hidden" name="key" value={typed.key} />
      {above ? <Notice tone="care" title={above} /> : null}
      <RadioCards
        legend={m.finding_rate_stars()}
        name="stars"
        required
        defaultValue={typed.stars}
        error={beside.stars}
        choices={SAID.map((say, index) => ({
          value: `${index + 1}`,
          title: say(),
          aside: m.finding_stars({ stars: index + 1 }),
        })).reverse()}
      />
      <Field label={m.finding_rate_words()} hint={m.finding_rate_words_hint()} error={beside.words} optional>
        <TextArea name="words" rows={5} maxLength={600} defaultValue={typed.words} />
      </Field>
      <RadioCards
        legend={m.finding_rate_named()}
        name="named"
        columns={2}
        defaultValue={typed.named}
        choices={[
          { value: 'yes', title: shortName },
          { value: 'no', title: m.finding_rating_buyer() },
        ]}
      />
      <div>
        <Button disabled={sending}>{m.finding_rate_send()}</Button>
      </div>
    </Form>
  );
}
