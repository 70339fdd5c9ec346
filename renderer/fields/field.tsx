import { useId, useState } from "react";
import type { Reading } from "./readings.ts";

type FieldProps<T> = {
  label: string;
  /** The value as text, as it stands now. */
  text: string;
  read: (text: string) => Reading<T>;
  commit: (value: T) => void;
  unit?: string;
  hint?: string;
  mono?: boolean;
  placeholder?: string;
  className?: string;
  /** The label is for screen readers only: the place says it. */
  quiet?: boolean;
};

/** A labelled field, checked on leaving it. What was typed stays, with the sentence below, until it can be read. */
export function Field<T>({
  label,
  text,
  read,
  commit,
  unit,
  hint,
  mono = true,
  placeholder,
  className = "",
  quiet = false,
}: FieldProps<T>) {
  const id = useId();
  // Null while the field shows the value itself; a draft while something else stands in it.
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = () => {
    if (draft === null) return;
    const reading = read(draft);
    if (!reading.ok) {
      setProblem(reading.sentence);
      return;
    }
    setProblem(null);
    setDraft(null);
    if (draft !== text) commit(reading.value);
  };
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className={quiet ? "unseen" : undefined}>
        {label}
      </label>
      <span className="box">
        <input
          id={id}
          type="text"
          className={mono ? "mono" : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={draft ?? text}
          data-untouched={draft === null}
          aria-invalid={problem !== null}
          aria-describedby={problem !== null || hint !== undefined ? `${id}-hint` : undefined}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === "Enter") leave();
            if (event.key === "Escape") {
              setDraft(null);
              setProblem(null);
            }
          }}
        />
        {unit !== undefined && <span className="unit">{unit}</span>}
      </span>
      {(problem !== null || hint !== undefined) && (
        <span id={`${id}-hint`} className={problem === null ? "hint" : "problem"}>
          {problem ?? hint}
        </span>
      )}
    </div>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  commit: (value: T) => void;
  quiet?: boolean;
};

/** A labelled choice of a few; the browser's own list knows the keyboard best. */
export function Choice<T extends string>({ label, value, options, commit, quiet = false }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={quiet ? "unseen" : undefined}>
        {label}
      </label>
      <span className="box">
        <select
          id={id}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen !== undefined) commit(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
