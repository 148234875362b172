import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Answer } from './answer';
import { BarRows } from './bar-rows';
import { sumOf } from './figures';
import { figuresOf } from './figures-of';
import { type Paint, PaintNames } from './paint';
import { type Look, rowsPath } from './paths';
import { kindWords } from './words';

const KINDS = [
  { kind: 'unpaid', paint: 'dotted' },
  { kind: 'prepared', paint: 'striped' },
  { kind: 'unsettled', paint: 'full' },
] as const satisfies { kind: keyof Member; paint: Paint }[];

type Member = Look['owed']['members'][number];

const owedTo = ({ unpaid, prepared, unsettled }: Member): number => unpaid + prepared + unsettled;

/** Who is owed what: settled and not paid, waiting for approval, and not settled yet. */
export function OwedAnswer({ look }: { look: Look }) {
  const locale = useLocale();
  const { owed, period } = look;
  const members = owed.members.filter((member) => owedTo(member) !== 0).sort((a, b) => owedTo(b) - owedTo(a));
  return (
    <Answer
      question="owed"
      period={period}
      sentence={useSentence(look)}
      care={owed.unreckoned !== null}
      rule={m.seeing_owed_rule()}
      figures={figuresOf('owed', look, locale)}
    >
      {members.length === 0 ? null : (
        <figure className="grid gap-3">
          <PaintNames names={KINDS.map(({ kind, paint }) => ({ paint, words: kindWords(kind) }))} />
          <BarRows
            bars={members.map((member) => ({
              key: member.memberCode,
              name: `${member.name} (${member.memberCode})`,
              to: rowsPath('owed', period, { member: member.memberCode }),
              value: formatDong(owedTo(member), locale),
              note:
                member.advance > 0
                  ? m.seeing_owed_advance({ dong: formatDong(member.advance, locale) })
                  : undefined,
              noteTo: rowsPath('owed', period, { member: member.memberCode, kind: 'advance' }),
              parts: KINDS.map(({ kind, paint }) => ({ amount: member[kind], paint })),
            }))}
          />
        </figure>
      )}
    </Answer>
  );
}

function useSentence({ owed: { members, unreckoned } }: Look): string {
  const locale = useLocale();
  if (unreckoned) return m.seeing_owed_no_rule({ day: formatDay(unreckoned, locale) });
  const all = sumOf(members, owedTo);
  if (all === 0) return m.seeing_owed_none();
  const [unpaid, prepared, unsettled] = KINDS.map(({ kind }) =>
    formatDong(
      sumOf(members, (member) => member[kind]),
      locale,
    ),
  );
  const facts = { unpaid: unpaid ?? '', prepared: prepared ?? '', unsettled: unsettled ?? '' };
  return m.seeing_owed_said({ all: formatDong(all, locale), ...facts });
}
