import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';

/** Said to managers alone: which ways to pay are not offered here, since their keys are not set. */
export function WaysNotSetUp({ methods }: { methods: readonly string[] }) {
  const missing = [
    methods.includes('vietqr') ? null : m.money_way_none_bank(),
    methods.includes('card') ? null : m.money_way_none_card(),
  ].filter((each) => each !== null);
  if (missing.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="plain" title={m.money_way_staff()}>
        {missing.join(' ')}
      </Notice>
    </div>
  );
}
