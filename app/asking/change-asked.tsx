import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { Fact } from '~/shop/bulk/bulk-facts';
import { useLocale } from '~/use-locale';
import { type MemberRequest, requestWords } from './request-words';

/** What a request asks for; of a correction, what is written now beside what it should be. */
export function ChangeAsked({ request }: { request: MemberRequest }) {
  const locale = useLocale();
  const { member, areaM2, areaM2Before, variety, treeCount, treesBefore, plantedYear, note } = request;
  const area = (of: number) => m.joining_requests_area_of({ area: of.toLocaleString(locale) });
  const trees = (count: number) =>
    variety ? m.joining_requests_trees_of({ variety: nameIn(variety, locale), count }) : '';
  const before = [
    areaM2 === null || areaM2Before === null ? '' : area(areaM2Before),
    trees(treesBefore ?? 0),
  ];
  const after = [
    areaM2 === null ? '' : area(areaM2),
    trees(treeCount ?? 0),
    plantedYear ? String(plantedYear) : '',
  ];
  const joined = (lines: string[]) => lines.filter(Boolean).join(' · ');
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Fact term={m.joining_requests_kind()}>{requestWords(request)}</Fact>
      <Fact term={m.joining_requests_member()}>
        {member.code} · {member.name}
      </Fact>
      {joined(after) ? (
        <>
          <Fact term={m.joining_requests_before()}>{joined(before)}</Fact>
          <Fact term={m.joining_requests_after()}>{joined(after)}</Fact>
        </>
      ) : null}
      {note ? <Fact term={m.joining_requests_note()}>{note}</Fact> : null}
    </dl>
  );
}
