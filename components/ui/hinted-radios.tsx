import type { ReactNode } from 'react'
import { OptionRow } from './option-row'

type HintedRadiosProps = {
  legend: string
  name: string
  chosen: string
  options: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  /** What is said of all of them. */
  children?: ReactNode
}

/** One of a few, each with what it means. */
export function HintedRadios({ legend, name, chosen, options, children }: HintedRadiosProps) {
  return (
    <fieldset>
      <legend className="mb-3 text-label font-[500]">{legend}</legend>
      <div className="grid gap-3">
        {options.map(({ value, label, hint }) => (
          <OptionRow
            key={value}
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            label={
              <>
                <span className="block font-semibold">{label}</span>
                <span className="block text-label text-ink-muted">{hint}</span>
              </>
            }
          />
        ))}
      </div>
      {children}
    </fieldset>
  )
}
