import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select, TextInput } from '~/components/inputs';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

const OWN_NAME: Record<Locale, string> = { vi: 'Tiếng Việt', en: 'English', zh: '中文' };

type DetailsFormProps = {
  me: { phone: string; name: string; locale: string };
  formKey: string;
  refused: { name: string; beside: string } | null;
};

/** How somebody is called and in which language, with the number that is proved. */
export function DetailsForm({ me, formKey, refused }: DetailsFormProps) {
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="key" value={formKey} />
      <p>
        <span className="block font-semibold">{m.account_phone()}</span>
        {me.phone.replace(/^\+84/, '0')}
      </p>
      <Field label={m.account_name()} optional error={refused?.beside ?? null}>
        <TextInput name="name" defaultValue={refused?.name ?? me.name} autoComplete="name" />
      </Field>
      <Field label={m.account_language()} hint={m.account_language_hint()}>
        <Select name="locale" defaultValue={me.locale}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={LANGUAGE_TAGS[locale]}>
              {OWN_NAME[locale]}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button name="act" value="keep">
          {m.account_save()}
        </Button>
        <Button kind="quiet" name="act" value="sign-out">
          {m.account_sign_out()}
        </Button>
      </div>
    </Form>
  );
}
