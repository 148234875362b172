import type { ChangeEvent } from 'react';
import { TextInput } from '~/components/inputs';

/**
 * Photos to choose or to take, several at once; stands inside a Field. Where the script runs they are made small before
 * they leave, so that a weak signal carries them; without it they leave as they are.
 */
export function PhotoFiles({ name }: { name: string }) {
  return (
    <TextInput
      type="file"
      name={name}
      accept="image/jpeg,image/png,image/webp"
      multiple
      onChange={shrinkChosen}
      className="file:mr-3 file:min-h-10 file:rounded-crate file:bg-leaf file:px-4 file:font-semibold file:text-rind"
    />
  );
}

async function shrinkChosen(event: ChangeEvent<HTMLInputElement>): Promise<void> {
  const input = event.currentTarget;
  const chosen = [...(input.files ?? [])];
  if (chosen.length === 0) return;
  const { shrinkPhoto } = await import('~/offline/shrink-photo');
  const small = await Promise.all(chosen.map(shrinkPhoto));
  // Others were chosen in the meantime.
  if (input.files?.length !== chosen.length || input.files[0] !== chosen[0]) return;
  const held = new DataTransfer();
  for (const file of small) held.items.add(file);
  input.files = held.files;
}
