import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';

/** A code that is on its way; `demoDigits`: in the demo, what would have been sent. */
interface SentCode {
  id: string;
  demoDigits: string | null;
}

/** What a sign-in by a code shows after one of its forms was sent; `beside` belongs to the one field that is shown. */
export interface CodeShown {
  phone: string;
  /** Null: a number is to be typed. */
  code: SentCode | null;
  above: string | null;
  beside: string | null;
}

/** What a door says of its codes. */
interface CodeWords {
  phone: string;
  phoneHint: string;
  onItsWay: (phone: string) => string;
  demo: string;
  enter: string;
}

type PhoneAndCodeProps = {
  shown: CodeShown | null;
  formKey: string;
  words: CodeWords;
  /** What a browser may fill the number in from. */
  autoComplete: string;
  /** Stands beside the button that asks for another code. */
  children?: ReactNode;
};

/** Signing in by a code: a telephone number, and then the digits that came to it. Works without script. */
export function PhoneAndCode({ shown, formKey, words, autoComplete, children }: PhoneAndCodeProps) {
  const code = shown?.code ?? null;
  return (
    <>
      {shown?.above ? <Notice tone="care" title={shown.above} /> : null}
      <Form method="post" noValidate className="grid gap-5">
        <input type="hidden" name="key" value={formKey} />
        {shown && code ? (
          <>
            <input type="hidden" name="codeId" value={code.id} />
            <input type="hidden" name="phone" value={shown.phone} />
            <CodeField
              code={code}
              error={shown.beside}
              demo={words.demo}
              onItsWay={words.onItsWay(shown.phone)}
            />
          </>
        ) : (
          <Field label={words.phone} hint={words.phoneHint} error={shown?.beside}>
            <TextInput
              {...{ name: 'phone', type: 'tel', inputMode: 'tel', autoComplete, required: true }}
              defaultValue={shown?.phone}
            />
          </Field>
        )}
        <Button wide tall name="act" value={code ? 'enter' : 'ask'}>
          {code ? words.enter : m.account_send_code()}
        </Button>
      </Form>
      {shown && code ? (
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="phone" value={shown.phone} />
          <Button kind="quiet" name="act" value="ask">
            {m.account_send_again()}
          </Button>
          {children}
        </Form>
      ) : null}
    </>
  );
}

type CodeFieldProps = { code: SentCode; error: string | null | undefined; onItsWay: string; demo: string };

/** The field that a code is typed into, below what is said of the code that was sent. */
export function CodeField({ code, error, onItsWay, demo }: CodeFieldProps) {
  return (
    <>
      {code.demoDigits ? (
        <Notice tone="plain" title={m.account_demo_code({ digits: code.demoDigits })}>
          {demo}
        </Notice>
      ) : (
        <p>{onItsWay}</p>
      )}
      <Field label={m.account_code()} hint={m.account_code_hint()} error={error}>
        <TextInput
          key={code.id}
          name="digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          className="text-22 tracking-widest"
        />
      </Field>
    </>
  );
}
