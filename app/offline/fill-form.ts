import type { KeptField } from './entry';

/**
 * Fills a form with what was typed before, as a thumb would, so that the page sees every change. Questions that appear
 * only after an earlier answer are filled when they are there.
 */
export async function fillForm(form: HTMLFormElement, fields: readonly KeptField[]): Promise<void> {
  for (const [name, value] of fields) {
    if (name === 'key') continue;
    if (fillField(form, name, value)) await nextFrame();
  }
}

const nextFrame = () => new Promise((done) => setTimeout(done));

/** Whether anything changed. */
function fillField(form: HTMLFormElement, name: string, value: string | Blob): boolean {
  const named = [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
      (element as HTMLInputElement).name === name,
  );
  const radio = named.find((each) => each.type === 'radio' && each.value === value) as
    | HTMLInputElement
    | undefined;
  if (radio) {
    if (radio.checked) return false;
    radio.click();
    return true;
  }
  const [field] = named;
  if (!field || field.type === 'radio' || field.type === 'hidden') return false;
  if (typeof value !== 'string') return giveFile(field, value);
  if (field.type === 'file' || field.value === value) return false;
  // Past React's own setter, which would take the change for its own.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function giveFile(field: Element, file: Blob): boolean {
  if (!(field instanceof HTMLInputElement) || field.type !== 'file') return false;
  const files = new DataTransfer();
  files.items.add(file instanceof File ? file : new File([file], 'anh.jpg', { type: file.type }));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
