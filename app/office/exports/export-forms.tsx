import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** What the forms stand on: what may be chosen, what was asked for, and what of that was refused. */
export interface ExportChoice {
  plots: { code: string; name: string }[];
  units: string[];
  /** Most events that one document holds. */
  mostEvents: number;
  asked: { from: string; to: string; plotCode: string; unitCode: string };
  refused: { form: string; beside: Partial<Record<'plotCode' | 'unitCode' | 'from' | 'to', string>> } | null;
}

type Files = { path: string; words: string }[];

/** A form that asks for a file of some days in one of a few shapes; what was refused stands beside its field. */
function FileForm({
  name,
  title,
  text,
  choice,
  files,
  children,
}: {
  name: string;
  title: string;
  text?: string;
  choice: ExportChoice;
  files: Files;
  children?: (beside: NonNullable<ExportChoice['refused']>['beside']) => ReactNode;
}) {
  const href = useHref();
  const { refused, asked } = choice;
  const beside = refused?.form === name ? refused.beside : {};
  return (
    <Form reloadDocument action={href(`/office/exports/${files[0]?.path}`)} className="grid gap-4" noValidate>
      <h2 className="text-22">{title}</h2>
      {text ? <p className="text-muted">{text}</p> : null}
      {children?.(beside)}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={m.recall_exports_from()} error={beside.from}>
          <TextInput type="date" name="from" defaultValue={asked.from} required />
        </Field>
        <Field label={m.recall_exports_to()} error={beside.to}>
          <TextInput type="date" name="to" defaultValue={asked.to} required />
        </Field>
      </div>
      <div className="flex flex-wrap gap-3">
        {files.map(({ path, words }) => (
          <Button key={path} kind="quiet" formAction={href(`/office/exports/${path}`)}>
            {words}
          </Button>
        ))}
      </div>
    </Form>
  );
}

/** A plot's diary, a planting unit's season, critical tracking events, and events as EPCIS. */
export function ExportForms({ choice }: { choice: ExportChoice }) {
  const { plots, units, asked, mostEvents } = choice;
  const plotChoices = plots.map(({ code, name }) => (
    <option key={code} value={code}>
      {code} · {name}
    </option>
  ));
  const pdf = m.recall_exports_pdf();
  const xlsx = m.recall_exports_xlsx();
  return (
    <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
      <FileForm
        name="diary"
        title={m.recall_exports_diary()}
        choice={choice}
        files={[{ path: 'diary.pdf', words: pdf }]}
      >
        {(beside) => (
          <Field label={m.recall_exports_plot()} error={beside.plotCode}>
            <Select name="plot" defaultValue={asked.plotCode || undefined}>
              {plotChoices}
            </Select>
          </Field>
        )}
      </FileForm>
      {units.length === 0 ? (
        <section className="grid gap-4">
          <h2 className="text-22">{m.recall_exports_unit()}</h2>
          <Notice tone="plain" title={m.recall_exports_unit_none()} />
        </section>
      ) : (
        <FileForm
          name="unit"
          title={m.recall_exports_unit()}
          text={m.recall_exports_unit_text()}
          choice={choice}
          files={[
            { path: 'unit.pdf', words: pdf },
            { path: 'unit.xlsx', words: xlsx },
          ]}
        >
          {(beside) => (
            <Field label={m.recall_exports_unit_code()} error={beside.unitCode}>
              <Select name="unit" defaultValue={asked.unitCode || undefined}>
                {units.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </Select>
            </Field>
          )}
        </FileForm>
      )}
      <FileForm
        name="steps"
        title={m.recall_exports_steps()}
        text={m.recall_exports_steps_text()}
        choice={choice}
        files={[
          { path: 'fsma204.xlsx', words: xlsx },
          { path: 'fsma204.csv', words: m.recall_exports_csv() },
        ]}
      />
      <FileForm
        name="events"
        title={m.recall_exports_events()}
        text={m.recall_exports_events_text({ most: mostEvents.toLocaleString('vi-VN') })}
        choice={choice}
        files={[{ path: 'epcis.json', words: m.recall_exports_json() }]}
      >
        {(beside) => (
          <Field label={m.recall_exports_plot()} error={beside.plotCode}>
            <Select name="plot" defaultValue={asked.plotCode}>
              <option value="">{m.recall_exports_all_plots()}</option>
              {plotChoices}
            </Select>
          </Field>
        )}
      </FileForm>
    </div>
  );
}
