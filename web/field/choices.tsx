/** Choosing instead of typing: buttons of which one or several are pressed. */

interface Choice {
  value: string
  label: string
}

export function Choices({
  label,
  choices,
  value,
  choose,
  tone,
}: {
  label: string
  choices: readonly Choice[]
  value: string | null
  choose: (value: string) => void
  tone?: (value: string) => string
}) {
  return (
    <fieldset className="choices">
      <legend className="unseen">{label}</legend>
      {choices.map((one) => (
        <button
          type="button"
          key={one.value}
          className={`choice ${one.value === value ? `chosen ${tone?.(one.value) ?? ''}` : ''}`}
          aria-pressed={one.value === value}
          onClick={() => choose(one.value)}
        >
          {one.label}
        </button>
      ))}
    </fieldset>
  )
}

export function Several({
  label,
  choices,
  values,
  choose,
}: {
  label: string
  choices: readonly Choice[]
  values: readonly string[]
  choose: (values: string[]) => void
}) {
  return (
    <fieldset className="choices">
      <legend className="unseen">{label}</legend>
      {choices.map(({ value, label: text }) => {
        const isChosen = values.includes(value)
        return (
          <button
            type="button"
            key={value}
            className={`choice ${isChosen ? 'chosen' : ''}`}
            aria-pressed={isChosen}
            onClick={() => choose(isChosen ? values.filter((one) => one !== value) : [...values, value])}
          >
            {text}
          </button>
        )
      })}
    </fieldset>
  )
}
