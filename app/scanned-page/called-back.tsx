import { Sign } from '~/components/sign';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Story } from './story';

/** Above everything else when the lot is called back: what not to do, since when and why, and what to do instead. */
export function CalledBack({ story }: { story: Story }) {
  const locale = useLocale();
  const { withdrawn } = story.origin;
  if (!withdrawn) return null;
  return (
    <div className="held" id="recall" role="alert">
      <Sign name="care" size={32} />
      <div>
        <h2>{story.boxes === null ? m.box_recalled_box() : m.box_recalled_lot()}</h2>
        <p>
          {m.box_recalled_why({ at: formatInstant(withdrawn.since, locale) })}{' '}
          <b lang="vi">{withdrawn.reason}</b>
        </p>
        <p>{m.box_recalled_do()}</p>
      </div>
    </div>
  );
}

/** Above everything else when the box was opened again before it left: a label that nobody should hold. */
export function OpenedAgain({ story: { unpackedAt } }: { story: Story }) {
  const locale = useLocale();
  if (!unpackedAt) return null;
  return (
    <div className="held" id="unpacked" role="alert">
      <Sign name="care" size={32} />
      <div>
        <h2>{m.evidence_box_unpacked_title()}</h2>
        <p>{m.evidence_box_unpacked_text({ at: formatInstant(unpackedAt, locale) })}</p>
      </div>
    </div>
  );
}
