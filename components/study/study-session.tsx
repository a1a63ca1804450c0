'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { KeysDialog } from '@/components/ui/keys-dialog'
import { useShortcut } from '@/components/ui/use-shortcut'
import type { Interval } from '@/lib/core/memory/interval'
import { RATINGS } from '@/lib/core/memory/memory'
import { CardBack } from './card-back'
import { CardFront, FRONT_FORM } from './card-front'
import { EndScreen, type EndScreenProps } from './end-screen'
import { type FormDeed, RatingBar } from './rating-bar'
import { changesOf, countsOf, type Session } from './session-state'
import { StudyRail } from './study-rail'
import { TurningCard } from './turning-card'
import { type StudyStart, useStudy } from './use-study'

export type StudySessionProps = StudyStart & {
  readonly title: string
  readonly backHref: string
  /** Of the server, for the forms that work without script. */
  readonly formIds: { readonly rate: string; readonly undo: string }
  readonly rateDeed: FormDeed
  readonly undoDeed: FormDeed
  readonly end: EndScreenProps
}

export function StudySession(props: StudySessionProps) {
  const { place } = props
  const study = useStudy(props)
  const { session } = study
  const headingRef = useRef<HTMLHeadingElement>(null)
  const answerRef = useRef<HTMLDivElement>(null)
  useFocusWithTask(session, headingRef, answerRef)
  const { card } = session
  const canUndo = session.rated.length > 0 || place.lastReviewId !== null
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] bg-sunk">
      <StudyRail
        title={props.title}
        backHref={props.backHref}
        counts={countsOf(session)}
        done={session.rated.length}
        place={place}
        undoId={props.formIds.undo}
        undoDeed={props.undoDeed}
        onUndo={canUndo ? study.undo : null}
        state={study.state}
      />
      <main id="main" tabIndex={-1} className="grid">
        {card ? (
          <TurningCard
            key={`${card.itemId} ${session.rated.length}`}
            shown={session.shown}
            front={<CardFront card={card} place={place} headingRef={headingRef} onShow={study.show} />}
            back={<CardBack card={card} typed={study.typed} answerRef={answerRef} />}
          />
        ) : (
          <EndScreen {...props.end} {...sessionEnd(session)} headingRef={headingRef} />
        )}
      </main>
      {card ? (
        <footer className="sticky bottom-0 z-2 mx-auto grid min-h-24 w-full max-w-[45rem] items-center justify-items-center bg-sunk px-[var(--gutter)] pt-1 pb-[max(1.5rem,env(safe-area-inset-bottom))] max-sm:px-4 max-sm:pb-4">
          {session.shown ? (
            <RatingBar
              card={card}
              place={place}
              nextReviewId={props.formIds.rate}
              deed={props.rateDeed}
              onRate={study.rate}
            />
          ) : (
            <ShowAnswer />
          )}
        </footer>
      ) : null}
      <StudyKeys session={session} rate={study.rate} undo={canUndo ? study.undo : null} />
    </div>
  )
}

function ShowAnswer() {
  const t = useTranslations('study')
  return (
    <Button
      type="submit"
      form={FRONT_FORM}
      variant="primary"
      className="min-h-14 min-w-80 max-sm:min-h-16 max-sm:w-full max-sm:min-w-0 max-sm:text-lead"
    >
      {t('show')} <Kbd>Enter</Kbd>
    </Button>
  )
}

function StudyKeys(props: {
  session: Session
  rate: ReturnType<typeof useStudy>['rate']
  undo: (() => boolean) | null
}) {
  const t = useTranslations('study.keys')
  const { session } = props
  const showAnswer = () => document.querySelector<HTMLFormElement>(`#${FRONT_FORM}`)?.requestSubmit()
  useShortcut('space enter', showAnswer, session.card !== null && !session.shown)
  useShortcut(
    '1 2 3 4',
    ({ key }) => {
      const rating = RATINGS[Number(key) - 1]
      if (rating) props.rate(rating)
    },
    session.shown,
  )
  useShortcut(
    'u',
    () => {
      if (!props.undo?.()) document.querySelector<HTMLFormElement>('form[data-undo]')?.requestSubmit()
    },
    props.undo !== null,
  )
  const keys = [
    { keys: ['Space', 'Enter'], does: t('show') },
    ...RATINGS.map((rating, index) => ({ keys: [String(index + 1)], does: t(rating) })),
    { keys: ['u'], does: t('undo') },
  ]
  return <KeysDialog groups={[{ title: t('title'), keys }]} />
}

/** Focus moves with the task: to the question, to its answer, to what was done. Not on arrival, where reading starts at the top. */
function useFocusWithTask(
  { card, shown, rated }: Session,
  heading: RefObject<HTMLElement | null>,
  answer: RefObject<HTMLElement | null>,
): void {
  const task = `${card?.itemId} ${shown} ${rated.length}`
  const before = useRef(task)
  useEffect(() => {
    if (before.current === task) return
    before.current = task
    const target = shown ? answer.current : heading.current
    target?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [task, shown, heading, answer])
}

/** Once something was rated here, the end tells of this session instead of the day. */
function sessionEnd(session: Session): Partial<EndScreenProps> {
  if (session.rated.length === 0) return {}
  const changes = changesOf(session)
  const waits = session.rated.map(({ card, rating }) => card.intervals[rating]).filter(({ unit }) => unit !== 'minutes')
  const next = waits.reduce<Interval | null>(
    (soonest, one) => (soonest && daysOf(soonest) <= daysOf(one) ? soonest : one),
    null,
  )
  return { scope: 'session', changes, next }
}

const DAYS: Record<Interval['unit'], number> = { minutes: 0, days: 1, months: 30, years: 365 }

function daysOf({ unit, count }: Interval): number {
  return DAYS[unit] * count
}
