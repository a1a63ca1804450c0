'use client'

import { clsx } from 'clsx'
import { CircleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { useFormStatus } from 'react-dom'
import { Badge } from './badge'
import { Button, type ButtonSize, type ButtonVariant } from './button'

type Labelled = { label: ReactNode; name: string; hint?: ReactNode; error?: ReactNode }

const BOX =
  'w-full min-w-0 rounded-control border bg-surface px-3 placeholder:text-ink-muted focus-visible:rounded-control focus-visible:outline-offset-1'

function boxClass(error: ReactNode, className: string | undefined) {
  return clsx(
    BOX,
    error ? 'border-wrong shadow-[inset_0_0_0_1px_var(--wrong)]' : 'border-edge hover:border-ink',
    className,
  )
}

function FieldFrame(props: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={props.id} className="text-label font-[500]">
        {props.label}
      </label>
      {props.children}
      {props.hint ? (
        <p id={`${props.id}-hint`} className="text-caption text-ink-muted">
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p id={`${props.id}-error`} className="flex items-start gap-2 text-label text-wrong">
          <CircleAlert aria-hidden="true" strokeWidth={1.75} className="mt-[0.15em] size-[1.125rem] flex-none" />
          {props.error}
        </p>
      ) : null}
    </div>
  )
}

function describedBy(id: string, { hint, error }: Pick<Labelled, 'hint' | 'error'>) {
  const parts = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null)
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  }
}

/** A labelled native input with its hint and error. Children replace the input. */
export function Field({ label, hint, error, children, id, className, ...input }: Labelled & ComponentProps<'input'>) {
  const made = useId()
  const own = id ?? made
  return (
    <FieldFrame label={label} name={input.name} hint={hint} error={error} id={own}>
      {children ?? (
        <input
          id={own}
          className={clsx(boxClass(error, className), 'min-h-12')}
          {...describedBy(own, { hint, error })}
          {...input}
        />
      )}
    </FieldFrame>
  )
}

export function TextAreaField({ label, hint, error, id, className, ...area }: Labelled & ComponentProps<'textarea'>) {
  const made = useId()
  const own = id ?? made
  return (
    <FieldFrame label={label} name={area.name} hint={hint} error={error} id={own}>
      <textarea
        id={own}
        className={clsx(boxClass(error, className), 'min-h-32 py-2.5 leading-[1.5]')}
        {...describedBy(own, { hint, error })}
        {...area}
      />
    </FieldFrame>
  )
}

export function SelectField({ label, hint, error, id, className, ...select }: Labelled & ComponentProps<'select'>) {
  const made = useId()
  const own = id ?? made
  return (
    <FieldFrame label={label} name={select.name} hint={hint} error={error} id={own}>
      <select
        id={own}
        className={clsx(boxClass(error, className), 'min-h-12')}
        {...describedBy(own, { hint, error })}
        {...select}
      />
    </FieldFrame>
  )
}

/** An error of the whole form. Screen readers read it when it appears. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert" className="empty:absolute">
      {children ? (
        <p className="flex items-start gap-2 text-label text-wrong">
          <CircleAlert aria-hidden="true" strokeWidth={1.75} className="mt-[0.15em] size-[1.125rem] flex-none" />
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  )
}

/** Confirms a saved form beside its button. Rendered before its text, so that screen readers read it. */
export function DoneNote({ children }: { children: ReactNode }) {
  return <span role="status">{children ? <Badge kind="correct">{children}</Badge> : null}</span>
}

type SubmitProps = { pendingLabel?: ReactNode; variant?: ButtonVariant; size?: ButtonSize } & ComponentProps<'button'>

/** Shows `pendingLabel` while its form is being sent, and does not send it twice. */
export function SubmitButton({ pendingLabel, children, variant = 'primary', ...rest }: SubmitProps) {
  const { pending } = useFormStatus()
  return (
    <Button
      type="submit"
      variant={variant}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? preventDefault : undefined}
      {...rest}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  )
}

function preventDefault(event: { preventDefault: () => void }) {
  event.preventDefault()
}
