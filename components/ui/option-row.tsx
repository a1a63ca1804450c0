import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import type { ChangeEventHandler, ReactNode } from 'react'
import { Kbd } from './kbd'

export type Verdict = {
  readonly kind: 'correct' | 'wrong' | 'plain'
  readonly tag?: ReactNode
  readonly reason?: ReactNode
}

type OptionRowProps = {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  label: ReactNode
  keyHint?: string
  checked?: boolean
  defaultChecked?: boolean
  disabled?: boolean
  required?: boolean
  onChange?: ChangeEventHandler<HTMLInputElement>
  verdict?: Verdict
}

/** A native radio or checkbox; the whole row is its target. After the answer it shows the verdict and the reason. */
export function OptionRow({ label, keyHint, verdict, ...input }: OptionRowProps) {
  return (
    <label
      className={clsx(
        'grid min-h-14 grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1 rounded-control border bg-surface px-4 py-3 leading-[1.45] max-sm:gap-x-3 max-sm:px-3',
        'has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        input.disabled ? 'cursor-default' : 'hover:border-ink',
      )}
    >
      <input className="m-0 size-[1.375rem] focus-visible:outline-0" {...input} />
      <span className={clsx(verdict && verdict.kind !== 'plain' && 'font-semibold')}>
        {label}
        {verdict?.tag ? <Tag verdict={verdict} /> : null}
      </span>
      <Sign verdict={verdict} keyHint={keyHint} />
      {verdict?.reason ? (
        <span className="col-start-2 text-label font-normal text-ink-muted">{verdict.reason}</span>
      ) : null}
    </label>
  )
}

const TAG_COLOURS: Record<Verdict['kind'], string> = {
  correct: 'text-correct',
  wrong: 'text-wrong',
  plain: 'text-ink-muted',
}

function Tag({ verdict }: { verdict: Verdict }) {
  return (
    <em className={clsx('ms-2 whitespace-nowrap text-label font-[500] not-italic', TAG_COLOURS[verdict.kind])}>
      {verdict.tag}
    </em>
  )
}

function Sign({ verdict, keyHint }: { verdict: Verdict | undefined; keyHint: string | undefined }) {
  if (verdict?.kind === 'correct')
    return <Check aria-hidden="true" strokeWidth={1.75} className="size-5 text-correct" />
  if (verdict?.kind === 'wrong') return <X aria-hidden="true" strokeWidth={1.75} className="size-5 text-wrong" />
  if (verdict || !keyHint) return null
  return (
    <span className="text-ink-muted">
      <Kbd>{keyHint}</Kbd>
    </span>
  )
}

type HintedRadiosProps = {
  legend: string
  name: string
  chosen: string
  options: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  /** Below the options. */
  children?: ReactNode
}

/** Radio buttons, each with a label and its meaning. */
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
