import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import { spokenDay } from '~/format';
import { actSign, actWords } from '~/orchard/act-words';
import { type DiaryLine, shortWords } from '~/orchard/diary-line';
import { useHref, useLocale } from '~/use-locale';

/** Diary entries one under the other, each leading to all that it says. */
export function DiaryList({ entries, today, plots }: { entries: DiaryLine[]; today: Date; plots?: boolean }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <ul className="border-t-2 border-ink">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-line">
          <Link to={href(`/office/diary/${entry.id}`)} className="flex min-h-14 gap-3 py-3 hover:bg-leaf/50">
            <Sign name={actSign(entry.act)} size={28} />
            <span className="grow">
              <span className="flex flex-wrap justify-between gap-x-3">
                <span className="font-semibold underline underline-offset-4">{actWords(entry.act)}</span>
                <span className="text-muted">{spokenDay(entry.doneOn, today, locale)}</span>
              </span>
              {plots ? <span className="block">{`${entry.plotCode} · ${entry.plotName}`}</span> : null}
              <span className="block text-16">{shortWords(entry)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
