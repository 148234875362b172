import { KIND_OF_FAULT, type ProofData } from '../proof-data';
import { sealedDigest } from '../sealed-digest';
import type { PageVerdict } from './check-page';

const filled = (sentence: string, blanks: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank));

/** Says in the seal, in one line, what was checked, and lists below it what that was; or says what is wrong. */
export function showVerdict(
  { checked, faults }: PageVerdict,
  { words, waiting, events, shown }: ProofData,
): void {
  const kinds = [...new Set(faults.map(({ code }) => KIND_OF_FAULT[code]))];
  const isWhole = kinds.length === 0;
  say(isWhole ? words.whole : words.broken, isWhole ? 'whole' : 'broken');
  const lines = isWhole ? [] : kinds.map((kind) => words.faults[kind]);
  if (checked.head) {
    const { size, origin, root } = checked.head;
    lines.push(filled(words.events, { count: checked.events.length, size }));
    if (isWhole && events.some(({ event }) => sealedDigest(event) !== undefined))
      lines.push(filled(words.diary, { count: shown.diary.length }));
    lines.push(filled(words.signed, { origin, root }));
    const names = checked.witnesses.map(({ name }) => name).join(', ');
    lines.push(names ? filled(words.witnesses, { names }) : words.noWitness);
    if (checked.kept !== 'wrong') lines.push(words.kept[checked.kept]);
  }
  if (waiting > 0) lines.push(filled(words.waiting, { count: waiting }));
  list(lines, !isWhole);
}

/** Says that this browser could not check the page. */
export function showUnchecked({ words }: ProofData): void {
  say(words.unchecked, 'unchecked');
}

function say(sentence: string, verdict: string): void {
  const seal = document.getElementById('verdict');
  if (!seal) return;
  seal.textContent = sentence;
  document.documentElement.dataset.verdict = verdict;
}

function list(lines: readonly string[], isOpen: boolean): void {
  const place = document.getElementById('verdict-lines');
  place?.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  const details = place?.closest('details');
  if (details && isOpen) details.open = true;
}
