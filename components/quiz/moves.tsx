import { clsx } from 'clsx'
import { ArrowLeft, ArrowRight, Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { MovesBar } from './moves-bar'

/** `review` leads from the last question of a test to the check page. */
type Deed = 'check' | 'next' | 'review' | 'submit'

type Props = {
  /** The one primary action: a button of the form, or a link where there is nothing to save. */
  deed: Deed
  href: string | null
  previous: string | null
  /** In a test going back saves too. */
  savesOnPrevious: boolean
  flagged: boolean
}

/** The bar at the foot. In the markup the primary action comes first: Enter in a field presses the first button. */
export function Moves({ deed, href, previous, savesOnPrevious, flagged }: Props) {
  const t = useTranslations('quiz.attempt')
  return (
    <MovesBar>
      <div className="order-3 grid sm:justify-self-end sm:*:min-w-44">
        <Primary deed={deed} href={href} />
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
    </MovesBar>
  )
}

function Primary({ deed, href }: { deed: Deed; href: string | null }) {
  const t = useTranslations('quiz.attempt')
  const arrow = <ArrowRight aria-hidden="true" strokeWidth={1.75} className="size-5" />
  if (href) {
    return (
      // Not fetched ahead: a page that was fetched whole before its answer was given would be shown again after it.
      <ButtonLink href={href} variant="primary" data-press="primary next" prefetch={false}>
        {t('next')} {arrow}
      </ButtonLink>
    )
  }
  const goesOn = deed === 'next' || deed === 'review'
  const pending = { check: t('checking'), next: t('next'), review: t('review'), submit: t('submitting') }[deed]
  return (
    <SubmitButton
      name="go"
      value={goesOn ? 'next' : deed}
      pendingLabel={pending}
      data-press={goesOn ? 'primary next' : 'primary'}
      className={deed === 'review' ? 'max-sm:px-3! max-sm:[&_svg]:hidden' : undefined}
    >
      {t(deed)} {goesOn ? arrow : null}
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
