import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import { formatClock, formatDay, vietnamDayText, weekdayName } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { storyWords } from './story-words';
import type { Happened } from './telling';

/** Everything that happened to an order, by Vietnamese days, the first thing first. */
export function Timeline({ happened }: { happened: readonly Happened[] }) {
  const locale = useLocale();
  const days = new Map<string, Happened[]>();
  for (const each of happened) {
    const day = vietnamDayText(each.at);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return (
    <div className="max-w-3xl space-y-8">
      {[...days].map(([day, things]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="mb-4 border-b-2 border-ink pb-1 text-22">
            <time dateTime={day}>
              {weekdayName(new Date(day).getUTCDay() || 7, locale)} {formatDay(day, locale)}
            </time>
          </h2>
          <ol className="road">
            {things.map((each) => (
              <Thing key={each.id} happened={each} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Thing({ happened }: { happened: Happened }) {
  const locale = useLocale();
  const href = useHref();
  const { title, more = [], sign, tone } = storyWords(happened, locale);
  const { at, by, page } = happened;
  const paint = tone === 'halted' ? 'bg-soil text-on-soil' : 'bg-rind text-on-rind';
  const told = more.filter((line) => typeof line === 'string' && line !== '');
  return (
    <li data-state="done">
      <span className={`stop flex size-9 items-center justify-center rounded-full ${paint}`}>
        <Sign name={sign} size={20} />
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {page ? (
          <Link
            to={href(page)}
            className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
          >
            {title}
          </Link>
        ) : (
          <span className="block pt-1.5 font-semibold">{title}</span>
        )}
        <span className="block text-14 text-muted">
          <time dateTime={at.toISOString()}>{formatClock(at)}</time> · {doer(by)}
        </span>
        {told.map((line) => (
          <span key={`${line}`} className="block">
            {line}
          </span>
        ))}
      </span>
    </li>
  );
}

function doer(by: Happened['by']): string {
  if (by.who === 'buyer') return m.office_order_step_buyer();
  return (by.who === 'person' ? by.name : null) ?? m.office_order_step_system();
}
