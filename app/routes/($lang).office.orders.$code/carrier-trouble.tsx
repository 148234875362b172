import { carrierName, carrierStateWords } from '~/components/carrier-state-words';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import { reasonWords } from '~/office/carriers/reason-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Carried } from './carrier-facts';

/** What the carrier's own news is, where it is on its way as it should be: then our own step went wrong. */
const AS_IT_SHOULD: ReadonlySet<string> = new Set([
  'collected',
  'stored',
  'moving',
  'delivering',
  'delivered',
]);

type CarrierTroubleProps = {
  consignment: Carried['consignments'][number];
  reason: Carried['events'][number]['reason'];
};

/** What went wrong with a carrier, in its words, and what can be done about it. */
export function CarrierTrouble({ consignment, reason }: CarrierTroubleProps) {
  const locale = useLocale();
  const { state, trouble, tries, dueAt, whereabouts, wantsStaff } = consignment;
  const carrier = carrierName(consignment.carrier);
  const words = trouble ?? '';
  if (state === 'refused' || (state === 'unwanted' && dueAt === null))
    return (
      <Notice
        tone="care"
        title={
          consignment.wardUnknown ? m.carriers_ward_title({ words }) : m.carriers_said({ carrier, words })
        }
      >
        {state !== 'refused'
          ? m.carriers_unwanted_mend({ carrier })
          : consignment.wardUnknown
            ? m.carriers_ward_wanted()
            : m.carriers_mend()}
      </Notice>
    );
  if (trouble && dueAt)
    return <p>{m.carriers_away({ carrier, words, tries, at: formatInstant(dueAt, locale) })}</p>;
  if (!wantsStaff) return null;
  const ours = whereabouts === null || AS_IT_SHOULD.has(whereabouts);
  const title = ours
    ? m.carriers_wants_ship({ carrier })
    : m.carriers_wants_staff({ state: carrierStateWords(whereabouts) });
  const why = reasonWords(reason);
  return (
    <Notice tone="care" title={title}>
      {why ? m.carriers_why({ carrier, why }) : null}
    </Notice>
  );
}
