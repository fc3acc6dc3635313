import type { ReactNode } from "react";

interface RadioCardsProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  /** Left out where a form reads the choice itself: `value` is then the first one. */
  readonly onChange?: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint: ReactNode }[];
}

/** Native radio buttons drawn as cards; arrow keys move between them as everywhere. */
export function RadioCards<Value extends string>({ legend, name, value, onChange, choices }: RadioCardsProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      <div className="grid gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer gap-3 rounded-lg border border-control/60 p-3 hover:bg-subtle has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              {...(onChange
                ? { checked: choice.value === value, onChange: () => onChange(choice.value) }
                : { defaultChecked: choice.value === value })}
              className="mt-0.5 size-5 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{choice.label}</span>
              <span className="block text-sm text-ink-soft">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
