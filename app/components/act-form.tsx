import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from './button';

type ActFormProps = {
  act: string;
  formKey: string;
  kind?: 'primary' | 'quiet' | 'danger';
  children: ReactNode;
};

/** A form that is one button: it asks the page for one act, once however often it is pressed. */
export function ActForm({ act, formKey, kind = 'quiet', children }: ActFormProps) {
  return (
    <Form method="post">
      <input type="hidden" name="key" value={formKey} />
      <Button kind={kind} name="act" value={act}>
        {children}
      </Button>
    </Form>
  );
}
