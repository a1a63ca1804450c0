'use client'

import { clsx } from 'clsx'
import { ArrowLeft, ArrowRight, Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { DOUBLE_PRESS_MS } from '../ui/use-double-press-guard'

// When a control of a footer was last pressed, here or on the question before.
let pressedAt = Number.NEGATIVE_INFINITY

const restOfDoublePress = () => pressedAt + DOUBLE_PRESS_MS - performance.now()

/**
 * The bar at the foot of a step of a quiz. Its buttons are in the place of those of the step before, so it
 * ignores the second half of a double press. Study's guard does so silently; this bar shows
 * that it waits (`aria-disabled`), because a press here may hand in a test.
 */
export function QuizFooter({ children }: { children: ReactNode }) {
  const [waits, setWaits] = useState(() => restOfDoublePress() > 0)
  useEffect(() => {
    const timer = setTimeout(() => setWaits(false), Math.max(0, restOfDoublePress()))
    return () => clearTimeout(timer)
  }, [])
  const onClickCapture = (event: MouseEvent) => {
    if (!waits) {
      pressedAt = performance.now()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for answers; these buttons lead from one question to the next.
    <div
      role="group"
      aria-disabled={waits || undefined}
      onClickCapture={onClickCapture}
      className="-mx-[var(--gutter)] sticky bottom-0 grid grid-cols-[auto_auto_1fr] items-center gap-2 border-t bg-paper px-[var(--gutter)] py-3 sm:mx-0 sm:gap-3 sm:px-0 sm:py-4"
    >
      {children}
    </div>
  )
}

/** `review` leads from the last question of a test to the check page. */
type PrimaryAction = 'check' | 'next' | 'review' | 'submit'

type Props = {
  /** The primary action: a button of the form, or a link if there is nothing to save. */
  primary: PrimaryAction
  href: string | null
  previous: string | null
  /** In a test going back saves too. */
  savesOnPrevious: boolean
  flagged: boolean
}

/** The footer of a question. In the markup the primary action comes first: Enter in a field presses the first button. */
export function QuestionFooter({ primary, href, previous, savesOnPrevious, flagged }: Props) {
  const t = useTranslations('quiz.attempt')
  return (
    <QuizFooter>
      <div className="order-3 grid sm:justify-self-end sm:*:min-w-44">
        <Primary action={primary} href={href} />
      </div>
      <Button
        type="submit"
        name="go"
        value="flag"
        data-press="flag"
        aria-pressed={flagged}
        className={clsx('order-2 px-4! sm:px-6!', flagged && 'border-ink')}
      >
        <Flag aria-hidden="true" strokeWidth={1.75} className={clsx('size-5', flagged && 'fill-current text-flag')} />
        {t('flag')}
        <Kbd>F</Kbd>
      </Button>
      <Previous href={previous} saves={savesOnPrevious} />
    </QuizFooter>
  )
}

function Primary({ action, href }: { action: PrimaryAction; href: string | null }) {
  const t = useTranslations('quiz.attempt')
  const arrow = <ArrowRight aria-hidden="true" strokeWidth={1.75} className="size-5" />
  if (href) {
    return (
      // Not prefetched: a page prefetched before its answer was given would be shown again after it.
      <ButtonLink href={href} variant="primary" data-press="primary next" prefetch={false}>
        {t('next')} {arrow}
      </ButtonLink>
    )
  }
  const goesOn = action === 'next' || action === 'review'
  const pending = { check: t('checking'), next: t('next'), review: t('review'), submit: t('submitting') }[action]
  return (
    <SubmitButton
      name="go"
      value={goesOn ? 'next' : action}
      pendingLabel={pending}
      data-press={goesOn ? 'primary next' : 'primary'}
      className={action === 'review' ? 'max-sm:px-3! max-sm:[&_svg]:hidden' : undefined}
    >
      {t(action)} {goesOn ? arrow : null}
    </SubmitButton>
  )
}

function Previous({ href, saves }: { href: string | null; saves: boolean }) {
  const t = useTranslations('quiz.attempt')
  const look = 'order-1 px-4! sm:px-6!'
  const inside = (
    <>
      <ArrowLeft aria-hidden="true" strokeWidth={1.75} className="size-5" />
      <span className="max-sm:sr-only">{t('previous')}</span>
    </>
  )
  if (href && !saves) {
    return (
      <ButtonLink href={href} className={look} data-press="previous">
        {inside}
      </ButtonLink>
    )
  }
  return (
    <Button type="submit" name="go" value="previous" disabled={!href} className={look} data-press="previous">
      {inside}
    </Button>
  )
}
