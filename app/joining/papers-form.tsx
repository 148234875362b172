import { Form, Link, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import * as m from '~/paraglide/messages.js';
import type { Beside } from '~/shop/checkout-parts';
import type { CodeShown } from '~/signing-in/phone-and-code';
import { useHref } from '~/use-locale';
import { joinPath } from './join-path';
import { type OwnApplication, paperWords } from './join-words';
import { PhotoFiles } from './photo-files';
import { OtherNumber, ProveNumber } from './prove-number';

type PapersFormProps = {
  papers: OwnApplication['papers'];
  own: { code: string; joinKey: string };
  formKey: string;
  /** In megabytes. */
  mostEach: number;
  beside: Beside;
  code: CodeShown | null;
};

/** The third step: photos of papers, kept as they come, and the button that sends it all. Works without script. */
export function PapersForm({ papers, own, formKey, mostEach, beside, code }: PapersFormProps) {
  const sending = useNavigation().state === 'submitting';
  const href = useHref();
  // What is kept is not chosen any more, or it would be kept again with the next press.
  const kept = papers.length;
  const hint = m.joining_photo_hint({ most: mostEach });
  return (
    <div className="space-y-6">
      <KeptPapers papers={papers} formKey={formKey} />
      <Form method="post" encType="multipart/form-data" noValidate className="space-y-5">
        <input type="hidden" name="key" value={formKey} />
        <Field label={m.joining_identity()} hint={hint} error={beside.identity ?? null}>
          <PhotoFiles key={kept} name="identity" />
        </Field>
        <Field label={m.joining_land_paper()} optional error={beside.land ?? null}>
          <PhotoFiles key={kept} name="land" />
        </Field>
        {code ? <ProveNumber shown={code} error={beside.digits ?? null} /> : null}
        <Button tall wide name="act" value="send" disabled={sending}>
          {m.joining_send()}
        </Button>
        {code ? <OtherNumber phone={code.phone} error={beside.phone ?? null} /> : null}
        <Button kind="quiet" wide name="act" value="papers" disabled={sending}>
          {m.joining_keep_photos()}
        </Button>
      </Form>
      <p>
        <Link
          to={href(joinPath(own.code, own.joinKey, '&step=land'))}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.joining_change_land()}
        </Link>
      </p>
    </div>
  );
}

function KeptPapers({ papers, formKey }: Pick<PapersFormProps, 'papers' | 'formKey'>) {
  if (papers.length === 0) return <p className="text-muted">{m.joining_kept_none()}</p>;
  return (
    <section aria-labelledby="kept">
      <h3 id="kept" className="text-18 font-extrabold">
        {m.joining_kept_title({ count: papers.length })}
      </h3>
      <ul>
        {papers.map(({ id, kind }, at) => (
          <li key={id} className="flex items-center justify-between gap-3 border-b border-line py-1">
            <span>
              {at + 1}. {paperWords(kind)}
            </span>
            <Form method="post">
              <input type="hidden" name="key" value={formKey} />
              <input type="hidden" name="paperId" value={id} />
              <Button kind="quiet" name="act" value="drop" aria-label={`${m.joining_drop()} (${at + 1})`}>
                {m.joining_drop()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
