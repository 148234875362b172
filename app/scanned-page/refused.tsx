import type { DigitalLinkError } from '@baunghe/gs1';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { ScanRefusal } from './answer-scan.server';
import { Counted } from './counted';
import { ScannedFrame } from './scanned-frame';

const PARTS: Partial<Record<string, () => string>> = {
  '01': m.box_part_gtin,
  '10': m.box_part_lot,
  '21': m.box_part_serial,
};

function malformedInWords(error: DigitalLinkError): string {
  const part = 'ai' in error ? PARTS[error.ai]?.() : undefined;
  if (part === undefined || !('ai' in error)) return m.box_bad_address();
  switch (error.code) {
    case 'bad_length':
      return error.ai === '01' ? m.box_bad_length_gtin() : m.box_bad_length({ part });
    case 'bad_characters':
      return error.ai === '01' ? m.box_bad_characters_gtin() : m.box_bad_characters({ part });
    case 'bad_check_digit':
      return m.box_bad_check_digit({ part });
    case 'missing_value':
      return m.box_bad_missing({ part });
    default:
      return m.box_bad_address();
  }
}

const UNKNOWN = {
  box_unknown: { title: m.box_unknown_box_title, text: m.box_unknown_box },
  lot_unknown: { title: m.box_unknown_lot_title, text: m.box_unknown_lot },
  product_unknown: { title: m.box_unknown_product_title, text: m.box_unknown_product },
};

/** What a refusal is called, in the title of the page and on it. */
export function refusalTitle(refusal: ScanRefusal): string {
  return refusal.code === 'malformed' ? m.box_bad_title() : UNKNOWN[refusal.code].title();
}

/** What stands where a code leads nowhere: what that means for whoever holds the box, and how to go on. */
export function Refused({ refusal }: { refusal: ScanRefusal }) {
  const href = useHref();
  return (
    <ScannedFrame demo={false}>
      <div className="refused">
        <Sign name="scan" size={56} />
        <h1>{refusalTitle(refusal)}</h1>
        <p>{refusal.code === 'malformed' ? malformedInWords(refusal.error) : UNKNOWN[refusal.code].text()}</p>
        <p className="ways">
          <a className="button" href={href('/scan')}>
            {m.box_try_again()}
          </a>
          <a href={href('/')}>{m.errors_go_home()}</a>
        </p>
        {refusal.code === 'box_unknown' ? <Counted /> : null}
      </div>
    </ScannedFrame>
  );
}
