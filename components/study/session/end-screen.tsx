'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Ref, useEffect, useState } from 'react'
import { itemsAddress } from '@/components/items/items-query'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { DiamondBand } from '@/components/ui/empty-state'
import { MasterySwatch } from '@/components/ui/mastery-swatch'
import { Metric, Metrics } from '@/components/ui/metric'
import { wrapClass } from '@/components/ui/page'
import { minutesToCheck, type UnacceptedItems } from '@/lib/core/item/unaccepted-items'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'
import type { Interval } from '@/lib/core/memory/session/interval'
import type { Change } from '@/lib/core/memory/session/study-card'
import { studyAddress } from '../study-address'
import { useDueText } from './interval-text'

export type EndScreenProps = {
  /** `session`: cards were studied here. `day`: on arrival nothing was due. The others say why there is nothing to study. */
  scope: 'session' | 'day' | 'no-cards' | 'no-items' | 'choose'
  changes: readonly Change[]
  next: Interval | null
  more: number
  /** With `no-cards` and `no-items`: items that the author has not reviewed yet. */
  unacceptedItems: UnacceptedItems
  /** New facts wait, because the daily limit of new facts is reached. */
  holdsBackNew: boolean
  deckId: string | null
  /** What the deck has; a deck that is written by hand has no text, and often no quiz. */
  offersQuiz: boolean
  hasText: boolean
  isGuest: boolean
  /** Practice: nothing was sent, no date changed. */
  cram: boolean
  /** The selection that was asked for; null: what is to be done today. */
  only: string | null
  /** How many facts were buried or suspended here. */
  hidden?: number
  /** How many facts were rated Again here. */
  forgotten?: number
  goOnHref: string
  headingRef?: Ref<HTMLHeadingElement>
}

/** What a session or day changed, and links to what can be done next. */
export function EndScreen(props: EndScreenProps) {
  const t = useTranslations('study.end')
  const when = useDueText()
  const unreviewed = useUnreviewed(props.unacceptedItems)
  const { changes, next, cram, scope } = props
  const comesBack = next && !cram ? [t(scope === 'session' ? 'nextOfThese' : 'next', { when: when(next) })] : []
  return (
    <div className={clsx(wrapClass('card'), 'grid content-start gap-8 py-8 sm:py-12')}>
      <div className="grid justify-items-start gap-4">
        <DiamondBand />
        <h1 ref={props.headingRef} tabIndex={-1}>
          {t(titleOf(props))}
        </h1>
        <p className="text-ink-muted">
          {[...bodyOf(props).map((key) => t(key, { count: props.hidden ?? 0 })), ...unreviewed, ...comesBack].join(' ')}
        </p>
        <NextSteps {...props} />
        {props.isGuest ? (
          <p className="text-label text-ink-muted">
            {t.rich('keep', {
              link: (chunks) => (
                <Link href="/sign-up" className="underline">
                  {chunks}
                </Link>
              ),
            })}
          </p>
        ) : null}
      </div>
      {changes.length > 0 && !cram ? <Changes changes={changes} forgotten={props.forgotten ?? 0} /> : null}
    </div>
  )
}

function useUnreviewed(unacceptedItems: UnacceptedItems): readonly string[] {
  const t = useTranslations('common.toReview')
  if (unacceptedItems.kind === 'none') return []
  if (unacceptedItems.kind === 'unreviewed') return [t('unreviewed')]
  const { items } = unacceptedItems
  return [t('items', { count: items, minutes: minutesToCheck(items) })]
}

function bodyOf(props: EndScreenProps) {
  const hidden = props.hidden ? (['hidden'] as const) : []
  return [...(props.scope === 'session' ? bodyAfterSession(props) : bodyOnArrival(props, props.scope)), ...hidden]
}

function bodyAfterSession({ cram, holdsBackNew }: EndScreenProps) {
  if (cram) return ['crammed'] as const
  return holdsBackNew ? (['enoughNew'] as const) : []
}

function bodyOnArrival(
  { changes, only, holdsBackNew, unacceptedItems }: EndScreenProps,
  scope: Exclude<EndScreenProps['scope'], 'session'>,
) {
  if (only) return ['noneSelectedBody'] as const
  if (scope === 'no-items' && unacceptedItems.kind !== 'none') return []
  if (scope !== 'day') return [BODIES[scope]] as const
  if (holdsBackNew) return ['enoughNew'] as const
  return changes.length === 0 ? (['nothingBody'] as const) : []
}

const BODIES = { 'no-cards': 'noCardsBody', 'no-items': 'noItemsBody', choose: 'chooseBody' } as const

function titleOf({ scope, changes, cram, only }: EndScreenProps) {
  if (scope === 'session') return cram ? 'doneCram' : 'doneSession'
  if (only) return 'noneSelected'
  if (scope === 'choose') return 'choose'
  if (scope === 'no-items') return 'noItems'
  if (scope === 'no-cards') return 'noCards'
  return changes.length > 0 ? 'done' : 'nothing'
}

function NextSteps(props: EndScreenProps) {
  const t = useTranslations('study.end')
  const { more, goOnHref } = props
  const { quiz, text } = pagesOf(props)
  return (
    <>
      {more > 0 ? <p className="text-ink-muted">{t(messageForMore(props), { count: more })}</p> : null}
      <div className="flex flex-wrap gap-3 max-sm:w-full max-sm:*:flex-[1_1_8rem]">
        {more > 0 ? (
          <ButtonLink variant="primary" href={goOnHref}>
            {t('goOn')}
          </ButtonLink>
        ) : null}
        {quiz ? (
          <ButtonLink variant={more > 0 ? 'secondary' : 'primary'} href={quiz}>
            {t('quiz')}
          </ButtonLink>
        ) : null}
        <ItemsLink {...props} />
        <StudyMoreNew {...props} />
        {text ? (
          <ButtonLink href={text}>{t('text')}</ButtonLink>
        ) : (
          <ButtonLink variant={more > 0 ? 'secondary' : 'primary'} href="/decks">
            {t('decks')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}

/** The pages of the deck that have something to show. */
function pagesOf({ deckId, offersQuiz, hasText, scope }: EndScreenProps) {
  const isQuizzed = offersQuiz && scope !== 'no-items'
  return {
    quiz: deckId && isQuizzed ? `/decks/${deckId}/quiz` : null,
    text: deckId && hasText ? `/decks/${deckId}/text` : null,
  }
}

function ItemsLink({ scope, deckId, unacceptedItems }: EndScreenProps) {
  const t = useTranslations('study.end')
  const toReview = useTranslations('common.toReview')
  if (!deckId) return null
  const variant = scope === 'no-items' ? 'primary' : 'secondary'
  if (unacceptedItems.kind === 'to-review') {
    return (
      <ButtonLink variant={variant} href={itemsAddress(deckId, { show: 'to-check' })}>
        {toReview('action')}
      </ButtonLink>
    )
  }
  return scope === 'no-items' && unacceptedItems.kind === 'none' ? (
    <ButtonLink variant={variant} href={itemsAddress(deckId, {})}>
      {t('items')}
    </ButtonLink>
  ) : null
}

/** New facts beyond the daily limit: the learner may choose to go over it. */
function StudyMoreNew({ deckId, only, holdsBackNew }: EndScreenProps) {
  const t = useTranslations('study.end')
  if (!holdsBackNew || only) return null
  return <ButtonLink href={studyAddress({ deckId, only: 'new', factIds: null })}>{t('moreNew')}</ButtonLink>
}

/** Facts of a selection or of practice are not due, so they are not said to wait. */
function messageForMore({ only, cram }: EndScreenProps) {
  return only || cram ? 'moreChosen' : 'more'
}

function Changes({ changes, forgotten }: { changes: readonly Change[]; forgotten: number }) {
  const t = useTranslations('study.end')
  const count = (fate: Change['fate']) => changes.filter((change) => change.fate === fate).length
  const reviewed = count('kept') + count('lapsed')
  return (
    <>
      <Metrics>
        {reviewed > 0 ? (
          <Metric
            name={t('kept')}
            value={count('kept')}
            small={t('of', { total: reviewed })}
            meaning={t('keptMeaning')}
          />
        ) : null}
        {reviewed > 0 ? <Metric name={t('lapsed')} value={count('lapsed')} meaning={t('lapsedMeaning')} /> : null}
        {count('met') > 0 ? <Metric name={t('met')} value={count('met')} meaning={t('metMeaning')} /> : null}
        {forgotten > 0 ? <Metric name={t('forgotten')} value={forgotten} meaning={t('forgottenMeaning')} /> : null}
      </Metrics>
      <Disclosure summary={t('changed', { count: changes.length })}>
        <ul>
          {changes.map((change) => (
            <ChangedFact key={change.factId} change={change} />
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

function ChangedFact({ change }: { change: Change }) {
  const t = useTranslations('study.end')
  const names = useTranslations('common.mastery')
  const shown = useShownMastery(change)
  const name = (mastery: Mastery) => names(MASTERY_NAMES[mastery])
  const { before, after } = change
  return (
    <li className="grid grid-cols-[1.375rem_1fr] items-start gap-3 border-t py-3">
      <span className="mt-0.5">
        <MasterySwatch mastery={shown} size="large" />
      </span>
      <span className="grid leading-[1.45]">
        <span className="text-label wrap-anywhere">{change.label}</span>
        <span className="text-caption text-ink-muted">
          {before === after
            ? t('stayed', { after: name(after) })
            : t('grew', { before: name(before), after: name(after) })}
        </span>
      </span>
    </li>
  )
}

/** Shows the mastery before the session for one frame, so that the change to the new one is animated. */
function useShownMastery({ before, after }: Change): Mastery {
  const [shown, setShown] = useState(before)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setShown(after))
    return () => cancelAnimationFrame(frame)
  }, [after])
  return shown
}
