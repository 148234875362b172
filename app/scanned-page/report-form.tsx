import * as m from '~/paraglide/messages.js';
import { SaidBack } from './pin-form';
import { REPORT_KINDS, type ReportKind, type Said } from './said';

const KINDS: Record<ReportKind, () => string> = {
  hard_flesh: m.box_wrong_hard_flesh,
  worm: m.box_wrong_worm,
  bruised: m.box_wrong_bruised,
  unripe: m.box_wrong_unripe,
  wrong_fruit: m.box_wrong_fruit,
  strange_label: m.box_wrong_label,
  other: m.box_wrong_other,
};

/** Something wrong with the box? One question, words and a number if they like. Nothing of it is shown in public. */
export function ReportForm({ said }: { said: Said | null }) {
  const answer = said?.act === 'report' ? said : null;
  const typed = answer?.good === false ? answer.typed : {};
  return (
    <details className="ask" id="report" open={answer !== null}>
      <summary>{m.box_wrong()}</summary>
      {answer ? <SaidBack good={answer.good} words={answer.words} /> : null}
      {answer?.good ? null : (
        <form method="post" action="#report">
          <input type="hidden" name="act" value="report" />
          <label>
            {m.box_wrong_what()}
            <select name="kind" defaultValue={typed.kind ?? ''} required>
              <option value="">{m.box_wrong_choose()}</option>
              {REPORT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {KINDS[kind]()}
                </option>
              ))}
            </select>
          </label>
          <label>
            {m.box_wrong_words()}
            <textarea name="words" rows={3} maxLength={1000} defaultValue={typed.words} />
          </label>
          <label>
            {m.box_wrong_phone()}
            <input name="phone" type="tel" autoComplete="tel" maxLength={20} defaultValue={typed.phone} />
          </label>
          {/* For machines that fill in whatever they find; people never see it. */}
          <label className="unseen" aria-hidden="true">
            {m.box_wrong_leave_empty()}
            <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
          <button type="submit">{m.box_wrong_do()}</button>
          <p className="when">{m.box_wrong_private()}</p>
        </form>
      )}
    </details>
  );
}
