import type { ApiOutputs } from '@baunghe/api';
import { Field } from '~/components/field';
import { Select } from '~/office/select';
import type { Act } from '~/orchard/act-words';
import * as m from '~/paraglide/messages.js';

export type Inputs = ApiOutputs['diary']['offers']['inputs'];

const LABELS: Partial<Record<Act, () => string>> = {
  spray: m.farm_diary_input_spray,
  fertilise: m.farm_diary_input_fertilise,
  buy: m.farm_diary_input_buy,
};

type InputQuestionProps = { act: Act; inputs: Inputs; typed?: string; error?: string };

/** Which input of the catalogue; what this person used lately stands first. A banned one says so. */
export function InputQuestion({ act, inputs, typed, error }: InputQuestionProps) {
  const label = LABELS[act];
  if (!label) return null;
  const kind = act === 'spray' ? 'pesticide' : act === 'fertilise' ? 'fertiliser' : null;
  const fitting = inputs.filter((input) => kind === null || input.kind === kind);
  const groups = [
    { label: m.farm_diary_input_lately(), of: fitting.filter(({ usedLately }) => usedLately) },
    { label: m.farm_diary_input_pesticides(), of: rest(fitting, 'pesticide') },
    { label: m.farm_diary_input_fertilisers(), of: rest(fitting, 'fertiliser') },
  ];
  return (
    <Field label={label()} error={error}>
      <Select name="inputId" required defaultValue={typed ?? ''}>
        <option value="">{m.farm_diary_input_none()}</option>
        {groups.map((group) =>
          group.of.length > 0 ? (
            <optgroup key={group.label} label={group.label}>
              {group.of.map((input) => (
                <option key={input.id} value={input.id}>
                  {inputWords(input)}
                </option>
              ))}
            </optgroup>
          ) : null,
        )}
      </Select>
    </Field>
  );
}

const rest = (inputs: Inputs, kind: Inputs[number]['kind']) =>
  inputs.filter((input) => !input.usedLately && input.kind === kind);

function inputWords({ name, kind, preHarvestDays: days, banned }: Inputs[number]): string {
  if (banned) return m.farm_diary_input_choice_banned({ name });
  return kind === 'pesticide' ? m.farm_diary_input_choice({ name, days }) : name;
}
