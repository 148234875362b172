import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { copyWords } from './copy-words';
import type { SeenOfBox } from './story';

/**
 * Above everything else when a box's code was opened in ways that one box can hardly explain. Without a flag it is
 * there unseen, for the script to fill when one came up after the page was drawn.
 */
export function CopyWarning({ seen }: { seen: SeenOfBox }) {
  const locale = useLocale();
  const said = seen.flags.map((flag) => ({ kind: flag.kind, ...copyWords(flag, locale) }));
  const shown = said.length > 0 ? said : [{ kind: 'none', title: '', text: '' }];
  return (
    <div className="held" id="copied" role="alert" hidden={said.length === 0}>
      <Sign name="care" size={32} />
      <div>
        {shown.map(({ kind, title, text }) => (
          <div key={kind}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
        <p>
          <b>{m.box_copy_do()}</b>
        </p>
        <p className="ways">
          <a href="#pin">{m.box_copy_do_pin()}</a>
          <a href="#report">{m.box_copy_do_report()}</a>
        </p>
      </div>
    </div>
  );
}
