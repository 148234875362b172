import type { ApiOutputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LinkButton } from '~/components/button';
import { CrateLabel } from '~/components/crate-label';
import { Notice } from '~/components/notice';
import { formatDay, formatKilograms } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { CallBack, CalledBackNotice } from '~/office/call-back';
import { answered, asked } from '~/office/gate-answers.server';
import { LOT_ACTS, LotActs, LotFamily, lotDoneWords } from '~/office/lot-acts';
import { LotClaims } from '~/office/lot-claims';
import { LotHold } from '~/office/lot-hold';
import { LotBar, LotState, lotFruit } from '~/office/lot-in-store';
import { LotLedger } from '~/office/lot-ledger';
import { LotMarkdownNotice } from '~/office/lot-markdown';
import { LotMistakes } from '~/office/lot-mistakes';
import { Orchard } from '~/office/orchard';
import { PhotoEvidence } from '~/office/photo-evidence';
import { RecallFromHere } from '~/office/recall/recall-from-here';
import { problemOf } from '~/office/refusals.server';
import { SaidByPhones } from '~/office/said-by-phones';
import { ToTheState } from '~/office/to-the-state';
import { UndoHarvest } from '~/office/undo-harvest';
import { useKeepOpened } from '~/offline/page-kept';
import { WaitingOf } from '~/offline/waiting-of';
import { LabList } from '~/orchard/lab-list';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m.office_lot_kind()} ${data.lot.batch}` : m.office_lots_title() },
];

export const headers = () => PRIVATE;

/** One lot; 404 for a code that names none of those that the person may see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const batch = params.batch ?? '';
  const found = await asked(request, context.api.harvests.lot({ batch }));
  if (!found.ok) throw new Response(m.office_lot_not_found(), { status: 404, headers: PRIVATE });
  const me = await asked(request, context.api.session.me());
  const records = me.kind === 'person' && me.roles.some((role) => role !== 'packer');
  const staff = me.kind === 'person' && me.roles.some((role) => role !== 'member');
  const photos = staff ? await asked(request, context.api.evidence.ofLot({ batch })) : [];
  const claims = staff ? await asked(request, context.api.claims.ofLot({ batch })) : null;
  const markdown = staff ? (await asked(request, context.api.markdowns.ofLot({ batch }))).open : null;
  const said = staff
    ? await asked(request, context.api.phoneEntries.ofPage({ page: `/office/lots/${batch}` }))
    : [];
  const manages = me.kind === 'person' && me.roles.includes('manager');
  const ledger = await asked(request, context.api.store.ledger({ batch }));
  const done = new URL(request.url).searchParams.get('done');
  const justRecorded = new URL(request.url).searchParams.has('new');
  const formKey = crypto.randomUUID();
  const results = await asked(request, context.api.lab.results({ batch }));
  const rows = ledger.ok ? ledger.value : [];
  const shown = { lot: found.value, photos, results, rows, formKey, justRecorded, done, today: context.now };
  return { ...shown, markdown, claims, said, records, works: staff, manages };
}

/** Calls the lot back or ends that, or undoes its harvest; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const batch = params.batch ?? '';
  const form = await formOf(request);
  const [key, reason] = [text(form, 'key'), text(form, 'reason')];
  const { withdrawals, harvests } = context.api;
  const act = text(form, 'act');
  const answer =
    act === 'undo'
      ? await answered(request, harvests.undo({ key, batch }))
      : act === 'end'
        ? await answered(request, withdrawals.end({ key, batch, reason }))
        : await answered(request, withdrawals.withdraw({ key, batch, reason }));
  if (answer.ok) throw redirect(hrefIn(locale, `/office/lots/${batch}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  return data({ act, reason, problem }, { status: problem.status, headers: PRIVATE });
}

type Lot = Extract<ApiOutputs['harvests']['lot'], { ok: true }>['value'];

export default function LotPage() {
  const { lot, photos, claims, said, results, rows, records, works, manages, ...of } =
    useLoaderData<typeof loader>();
  const { done, formKey, justRecorded, today, markdown } = of;
  const doneWords = lotDoneWords(done);
  useKeepOpened(formKey, works ? LOT_ACTS : undefined);
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  return (
    <>
      <Orchard>
        <div className="grid gap-6">
          {justRecorded && !lot.undone ? (
            <Notice tone="good" title={m.office_harvest_saved()}>
              {m.office_harvest_saved_text()}
            </Notice>
          ) : null}
          <h1>
            <CrateLabel big kind={m.office_lot_kind()} code={lot.batch}>
              {lotFruit(lot, locale)}
            </CrateLabel>
          </h1>
          {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
          <UndoHarvest lot={lot} formKey={formKey} />
          {doneWords && !refused ? <Notice tone="good" title={doneWords} /> : null}
          <WaitingOf of={lot.batch} />
          <CalledBackNotice lot={lot} />
          <LotHold lot={lot} results={results} works={works} manages={manages} />
          <LotMistakes lot={lot} />
          <div className="flex items-center gap-3">
            <LotState lot={lot} today={today} />
          </div>
          <LotBar lot={lot} tall />
          {markdown ? <LotMarkdownNotice markdown={markdown} /> : null}
          {works ? <LotActs lot={lot} manages={manages} /> : null}
          <Facts lot={lot} />
          <LotFamily lot={lot} />
          {claims ? <LotClaims claims={claims} /> : null}
          {photos.length > 0 ? <PhotoEvidence photos={photos} /> : null}
          {lot.photoId && photos.length === 0 ? (
            <img
              src={`/photos/${lot.photoId}`}
              alt={m.office_lot_photo()}
              className="w-full rounded-crate"
              loading="lazy"
            />
          ) : null}
          <SaidByPhones entries={said} />
          <section className="grid gap-2">
            <h2 className="text-22">{m.farm_lab_title()}</h2>
            <LabList results={results} recalls={manages} />
            {manages ? (
              <LinkButton to={href(`/office/lab/new?lot=${lot.batch}`)} kind="quiet" wide tall>
                {m.farm_lab_new()}
              </LinkButton>
            ) : null}
          </section>
          <div className="grid gap-3">
            {records ? (
              <LinkButton
                to={href('/office/harvests/new')}
                wide
                tall
                kind={justRecorded ? 'primary' : 'quiet'}
              >
                {m.office_harvest_next()}
              </LinkButton>
            ) : null}
            <LinkButton
              to={href(`/01/${lot.looseGtin}/10/${lot.batch}`)}
              kind="quiet"
              wide
              tall
              reloadDocument
            >
              {m.office_lot_public()}
            </LinkButton>
            <LinkButton
              to={href(`/office/lots/${lot.batch}/label.pdf`)}
              kind="quiet"
              wide
              tall
              reloadDocument
            >
              {m.stock_crate_label()}
            </LinkButton>
            <ToTheState batch={lot.batch} />
            {manages ? <RecallFromHere kind="lot" id={lot.lotId} tall /> : null}
            <LinkButton to={href('/office/lots')} kind="quiet" wide tall>
              {m.office_lot_all()}
            </LinkButton>
          </div>
          {manages ? (
            <CallBack lot={lot} formKey={formKey} refused={refused?.act === 'undo' ? null : refused} />
          ) : null}
        </div>
      </Orchard>
      <div className="mx-auto mt-10 max-w-4xl">
        <LotLedger rows={rows} />
      </div>
    </>
  );
}

function Facts({ lot }: { lot: Lot }) {
  const locale = useLocale();
  return (
    <dl className="border-t-2 border-ink">
      <Fact name={m.office_lot_weight()}>{formatKilograms(lot.receivedGrams, locale)}</Fact>
      <Fact name={m.office_lot_on_hand()}>{formatKilograms(lot.onHandGrams, locale)}</Fact>
      <Fact name={m.office_lot_reserved()}>{formatKilograms(lot.reservedGrams, locale)}</Fact>
      <Fact name={m.office_lot_col_cut()}>{formatDay(lot.cutOn, locale)}</Fact>
      <Fact name={m.office_lot_col_best()}>{formatDay(lot.bestBefore, locale)}</Fact>
      <Fact name={m.office_lot_col_plot()}>
        {lot.plotCode} · {lot.plotName}
      </Fact>
      {lot.place ? (
        <Fact name={m.stock_place()}>
          {lot.place.code} · {lot.place.name}
        </Fact>
      ) : null}
      <Fact name={m.office_lot_grower()}>{lot.memberName}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right font-semibold">{children}</dd>
    </div>
  );
}
