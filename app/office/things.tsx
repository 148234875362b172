import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

export type Thing = { kind: string; code: string };

/** What else is known of things: members' ids and people's names. */
export type Known = { memberIds: ReadonlyMap<string, string>; names: ReadonlyMap<string, string> };

const WORDS: Record<string, (code: { code: string }) => string> = {
  order: m.people_thing_order,
  lot: m.people_thing_lot,
  plot: m.people_thing_plot,
  member: m.people_thing_member,
  box: m.people_thing_box,
  variety: m.people_thing_variety,
  voucher: m.people_thing_voucher,
  place: m.people_thing_place,
  refund: m.people_thing_refund,
  application: m.people_thing_application,
  request: m.people_thing_request,
};

/** A thing in words, such as `lô L1`. */
export function thingWords({ kind, code }: Thing, names: Known['names']): string {
  if (kind === 'person') return m.people_thing_person({ name: names.get(code) ?? code });
  return WORDS[kind]?.({ code }) ?? code;
}

function pageOf({ kind, code }: Thing, { memberIds }: Known): string | null {
  switch (kind) {
    case 'order':
      return `/office/orders/${code}`;
    case 'lot':
      return `/office/lots/${code}`;
    case 'plot':
      return `/office/plots/${code}`;
    case 'variety':
      return `/office/varieties/${code}`;
    case 'refund':
      return `/office/money/refunds/${code}`;
    case 'application':
      return `/office/applications/${code}`;
    case 'request':
      return `/office/requests/${code}`;
    case 'voucher':
      return '/office/vouchers';
    case 'member':
      return memberIds.has(code) ? `/office/members/${memberIds.get(code)}` : null;
    default:
      return null;
  }
}

/** What an act was about, each leading to its page where it has one. */
export function Things({ things, known }: { things: readonly Thing[]; known: Known }) {
  const href = useHref();
  return (
    <ul className="flex flex-wrap gap-x-4">
      {things.map((thing) => {
        const page = pageOf(thing, known);
        const words = thingWords(thing, known.names);
        return (
          <li key={`${thing.kind}:${thing.code}`}>
            {page ? (
              <Link
                to={href(page)}
                className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
              >
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
