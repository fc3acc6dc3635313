import { KeptChoice } from "./KeptChoice.tsx";

interface FooterChoiceProps {
  readonly label: string;
  /** Of the cookie that keeps it. */
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
}

/** Chooses something for all pages, kept in this browser for a year. */
export function FooterChoice({ label, name, value, options }: FooterChoiceProps) {
  return (
    <KeptChoice name={name}>
      <label className="flex items-center gap-2">
        <span>{label}</span>
        <select
          key={value}
          defaultValue={value}
          className="min-h-11 cursor-pointer rounded-lg border border-control bg-surface px-3 text-sm text-ink"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.text}
            </option>
          ))}
        </select>
      </label>
    </KeptChoice>
  );
}
