import { describe, expect, it } from 'vitest';
import { readForm, text } from '~/read-form.server';

const sent = (form: FormData) => new Request('http://here.invalid/', { method: 'POST', body: form });

describe('a form with its files', () => {
  it('is read whole, text and file', async () => {
    const form = new FormData();
    form.set('kg', '12,5');
    form.set('photo', new File([new Uint8Array(5000).fill(7)], 'trai.jpg', { type: 'image/jpeg' }));
    const read = await readForm(sent(form), 100_000);
    expect(read && text(read, 'kg')).toBe('12,5');
    expect(read && text(read, 'photo')).toBe('');
    const photo = read?.get('photo');
    expect(photo instanceof File && new Uint8Array(await photo.arrayBuffer())).toEqual(
      new Uint8Array(5000).fill(7),
    );
  });

  it('is null when it is too long, and its body is read to the end all the same', async () => {
    const form = new FormData();
    form.set('photo', new File([new Uint8Array(300_000)], 'trai.jpg'));
    const request = sent(form);
    expect(await readForm(request, 100_000)).toBeNull();
    expect((await request.body?.getReader().read())?.done).toBe(true);
  });

  it('that is none is answered with 400', async () => {
    const request = new Request('http://here.invalid/', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: 'no form',
    });
    await expect(readForm(request, 1000)).rejects.toMatchObject({ status: 400 });
  });
});
