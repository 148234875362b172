import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { Fact } from '~/shop/bulk/bulk-facts';
import { useLocale } from '~/use-locale';
import { OutlineChange } from './outline-change';
import { type MemberRequest, requestWords } from './request-words';

/** The names of varieties, by their codes. */
type Names = Record<string, { nameVi: string; nameEn: string; nameZh: string | null }>;
type ChangeAskedProps = { request: MemberRequest; varieties: Names };

/** What a request asks for; of a correction, what is written now beside what it should be, a boundary on a map. */
export function ChangeAsked({ request, varieties }: ChangeAskedProps) {
  const locale = useLocale();
  const { member, outline, note } = request;
  const [before, after] = [linesBefore(request, varieties, locale), linesAfter(request, varieties, locale)];
  return (
    <div className="grid gap-4">
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Fact term={m.joining_requests_kind()}>{requestWords(request)}</Fact>
        <Fact term={m.joining_requests_member()}>
          {member.code} · {member.name}
        </Fact>
        {after.length > 0 ? (
          <>
            <Fact term={m.joining_requests_before()}>
              <Lines of={before} />
            </Fact>
            <Fact term={m.joining_requests_after()}>
              <Lines of={after} />
            </Fact>
          </>
        ) : null}
        {note ? <Fact term={m.joining_requests_note()}>{note}</Fact> : null}
      </dl>
      {outline ? <OutlineChange {...outline} /> : null}
    </div>
  );
}

function Lines({ of }: { of: string[] }) {
  return of.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

const area = (of: number, locale: Locale): string =>
  m.joining_requests_area_of({ area: of.toLocaleString(locale) });

function linesBefore(request: MemberRequest, varieties: Names, locale: Locale): string[] {
  const { areaM2, areaM2Before, variety, treesBefore, plantingUnit, allTrees } = request;
  return [
    ...(areaM2 === null || areaM2Before === null ? [] : [area(areaM2Before, locale)]),
    ...(plantingUnit ? [plantingUnit.before ?? m.entrance_no_planting_unit()] : []),
    ...(variety
      ? [m.joining_requests_trees_of({ variety: nameIn(variety, locale), count: treesBefore ?? 0 })]
      : []),
    ...(allTrees?.before ?? []).map((trees) => treesLine(trees, varieties, locale)),
  ];
}

function linesAfter(request: MemberRequest, varieties: Names, locale: Locale): string[] {
  const { areaM2, variety, treeCount, plantedYear, plantingUnit, allTrees } = request;
  const told = variety && {
    ...{ variety: nameIn(variety, locale), count: treeCount ?? 0, year: plantedYear ?? 0 },
  };
  return [
    ...(areaM2 === null ? [] : [area(areaM2, locale)]),
    ...(plantingUnit ? [plantingUnit.after] : []),
    ...(told ? [told.year ? m.farm_plot_trees_line(told) : m.joining_requests_trees_of(told)] : []),
    ...(allTrees?.after ?? []).map((trees) => treesLine(trees, varieties, locale)),
  ];
}

type Trees = NonNullable<MemberRequest['allTrees']>['after'][number];

function treesLine({ varietyCode, count, plantedYear: year }: Trees, varieties: Names, locale: Locale) {
  const variety = varieties[varietyCode];
  return m.farm_plot_trees_line({ variety: variety ? nameIn(variety, locale) : varietyCode, count, year });
}
