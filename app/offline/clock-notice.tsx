import { useEffect, useState } from 'react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { onKept } from './page-kept';
import { knownAhead } from './phone-clock';

/** Off by more than this, the clock makes wrong days. */
const WORTH_SAYING_MS = 6 * 3_600_000;

/** Says that this phone's clock is far from the cooperative's, as soon as both were compared. */
export function ClockNotice() {
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    const look = () => setAhead(knownAhead());
    look();
    return onKept(look);
  }, []);
  if (Math.abs(ahead) < WORTH_SAYING_MS) return null;
  const hours = Math.round(Math.abs(ahead) / 3_600_000);
  return (
    <div className="mt-2">
      <Notice
        tone="care"
        title={ahead > 0 ? m.offline_clock_fast({ hours }) : m.offline_clock_slow({ hours })}
      >
        {m.offline_clock_rules()}
      </Notice>
    </div>
  );
}
