import { OptionRow } from '@/components/ui/option-row'

const MOST_KEYS = 9

type Props = { type: 'radio' | 'checkbox'; options: readonly string[]; chosen: readonly string[] }

/** A row for each option, to be chosen by its number too. */
export function OptionFields({ type, options, chosen }: Props) {
  return (
    <div className="grid gap-3">
      {options.map((option, at) => (
        <OptionRow
          key={option}
          type={type}
          name="answer"
          value={option}
          label={option}
          defaultChecked={chosen.includes(option)}
          {...(at < MOST_KEYS ? { keyHint: String(at + 1) } : {})}
        />
      ))}
    </div>
  )
}
