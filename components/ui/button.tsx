import { clsx } from 'clsx'
import Link from 'next/link'
import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'bare'
export type ButtonSize = 'default' | 'slim'

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent px-6 text-accent-ink hover:border-accent-hover hover:bg-accent-hover disabled:hover:border-accent disabled:hover:bg-accent',
  secondary: 'border-edge bg-surface px-6 text-ink hover:border-ink disabled:hover:border-edge',
  bare: 'border-transparent bg-transparent px-3 font-[500]! text-ink hover:bg-sunk',
}

const SIZES: Record<ButtonSize, string> = {
  default: 'min-h-12 py-2.5',
  slim: 'min-h-11 px-4! py-2 text-label',
}

/** The look of a button, for elements that are none: a label around a file field, a summary. One primary on a screen. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'default'): string {
  return clsx(
    'inline-flex cursor-pointer items-center justify-center gap-2 rounded-control border text-center font-semibold leading-[1.25] no-underline',
    'transition-colors duration-150 focus-visible:rounded-control disabled:opacity-60 aria-busy:cursor-progress',
    VARIANTS[variant],
    SIZES[size],
  )
}

type Look = { variant?: ButtonVariant; size?: ButtonSize }

export function Button({ variant, size, className, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return <button type={type} className={clsx(buttonClass(variant, size), className)} {...rest} />
}

export function ButtonLink({ variant, size, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={clsx(buttonClass(variant, size), className)} {...rest} />
}
