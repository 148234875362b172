import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import countScan from './count-scan.js?url';

/** Counts that the page was opened; the button shows only where the script runs. What is kept is said beside it. */
export function Counted() {
  const href = useHref();
  return (
    <>
      <p className="when">{m.box_counted()}</p>
      <p hidden>
        <button type="button" id="where" className="quiet">
          {m.box_where()}
        </button>
      </p>
      <script src={countScan} defer data-to={href('/scans')} data-told={m.box_where_told()} />
    </>
  );
}
