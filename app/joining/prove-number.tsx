import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { spacedPhone } from '~/shop/order-road';
import { CodeField, type CodeShown } from '~/signing-in/phone-and-code';

/** Asks for the digits that went to an applicant's number, within the form that is to be sent. */
export function ProveNumber({ shown, error }: { shown: CodeShown; error: string | null }) {
  const { code, phone } = shown;
  if (!code) return null;
  return (
    <fieldset className="space-y-4 border-l-4 border-rind pl-4">
      <legend className="text-18 font-extrabold">{m.entrance_join_prove_title()}</legend>
      <input type="hidden" name="codeId" value={code.id} />
      <CodeField
        code={code}
        error={error}
        onItsWay={m.account_code_on_its_way({ phone: spacedPhone(phone) })}
        demo={m.entrance_join_demo_code()}
      />
    </fieldset>
  );
}

/** Where a code does not come: another, to the number as it is or as it should be. */
export function OtherNumber({ phone, error }: { phone: string; error: string | null }) {
  return (
    <div className="space-y-3">
      <Field label={m.entrance_join_other_number()} error={error}>
        <TextInput
          {...{ name: 'phone', type: 'tel', inputMode: 'tel', autoComplete: 'tel' }}
          defaultValue={spacedPhone(phone)}
        />
      </Field>
      <Button kind="quiet" wide name="act" value="code">
        {m.account_send_again()}
      </Button>
    </div>
  );
}

type ProveLaterProps = { phone: string; code: CodeShown | null; formKey: string; error: string | null };

/** Proves the number of an application that was sent on trust, now that codes are sent. Works without script. */
export function ProveLater({ phone, code, formKey, error }: ProveLaterProps) {
  return (
    <section aria-labelledby="prove" className="space-y-4 border-l-4 border-rind pl-4">
      <h2 id="prove" className="text-18 font-extrabold">
        {m.entrance_join_prove_title()}
      </h2>
      <p>{m.entrance_join_prove_later({ phone: spacedPhone(phone) })}</p>
      <Form method="post" className="space-y-4">
        <input type="hidden" name="key" value={formKey} />
        {code?.code ? (
          <>
            <input type="hidden" name="codeId" value={code.code.id} />
            <CodeField
              code={code.code}
              error={error}
              onItsWay={m.account_code_on_its_way({ phone: spacedPhone(phone) })}
              demo={m.entrance_join_demo_code()}
            />
          </>
        ) : null}
        <Button wide name="act" value="prove">
          {code?.code ? m.entrance_join_prove_do() : m.account_send_code()}
        </Button>
        {code?.code ? (
          <Button kind="quiet" wide name="act" value="prove-again">
            {m.account_send_again()}
          </Button>
        ) : null}
      </Form>
    </section>
  );
}
