'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useDoublePressGuard } from '@/components/ui/use-double-press-guard'
import type { Face, StudyCard } from '@/lib/core/memory/session/study-card'
import { type CardDeeds, stopReading, useCardDeeds } from '../card/card-actions'
import { CardBack } from '../card/card-back'
import type { EditDeed } from '../card/card-editor'
import { CardPlace, TurningCard } from '../card/card-frame'
import { CardFront, FRONT_FORM } from '../card/card-front'
import { MoreMenu } from '../card/card-menu'
import { EndScreen, type EndScreenProps } from './end-screen'
import { type FormDeed, RatingBar } from './rating-bar'
import { StudyRail } from './session-header'
import { StudyKeys } from './session-keys'
import { CardLines, type CardNote, NewDayLine } from './session-notices'
import { isWritten, type Session } from './session-reducer'
import { changesOf, countsOf, forgottenOf, isLastCard, nextOf, ratingsOf } from './session-summary'
import { type NewDay, useNewDay } from './use-new-day'
import { type Focus, useFocusWithTask } from './use-session-focus'
import { type StudyStart, useStudy } from './use-study'

/** What is chosen for a session at a moment of a study day. */
export type ChosenSession = StudyStart & Pick<NewDay, 'endOfStudyDay'> & { readonly end: EndScreenProps }

export type StudySessionProps = ChosenSession &
  Omit<NewDay, keyof ChosenSession> & {
    readonly title: string
    readonly backHref: string
    /** Of the server, for the forms that work without script. */
    readonly formIds: { readonly rate: string; readonly undo: string }
    readonly rateDeed: FormDeed
    readonly undoDeed: FormDeed
    readonly editDeed: EditDeed
  }

const CardInfo = lazy(async () => ({ default: (await import('../card/card-info')).CardInfo }))
const CardEditor = lazy(async () => ({ default: (await import('../card/card-editor')).CardEditor }))

type Panel = 'info' | 'edit' | CardNote | null

export function StudySession(props: StudySessionProps) {
  const { place, isNewDay = false } = props
  const t = useTranslations('study')
  const study = useStudy(props)
  const { session } = study
  const { card } = session
  useDoublePressGuard(2 * session.turn + (session.shown ? 1 : 0))
  const [panel, open] = usePanel(session)
  const focus = useFocusWithTask(session, panel === 'edit', isNewDay)
  const isSaving = study.state.kind === 'saving'
  const here = { session, place, isPanelOpen: panel !== null, isSaving, onRefreshed: study.dayTurned }
  useNewDay(here, props, t('newDay'))
  const deeds = useCardDeeds(study, open)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read aloud ends with its card.
  useEffect(() => stopReading, [session.turn])
  const canUndo = session.deeds.length > 0 || place.lastReviewId !== null
  const undo = canUndo ? study.undo : null
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] bg-sunk">
      <StudyRail
        title={props.title}
        backHref={props.backHref}
        counts={countsOf(session)}
        done={ratingsOf(session).length}
        place={place}
        undoId={props.formIds.undo}
        undoDeed={props.undoDeed}
        onUndo={undo}
        state={study.state}
        lines={
          <>
            {isNewDay && session.turn === 0 ? <NewDayLine /> : null}
            <CardLines study={study} note={panel === 'info' || panel === 'edit' ? null : panel} />
          </>
        }
        more={<More session={session} deeds={deeds} />}
      />
      <main id="main" tabIndex={-1} className="grid">
        {card ? (
          <OpenCard {...props} card={card} study={study} panel={panel} onClose={() => open(null)} focus={focus} />
        ) : (
          <EndScreen {...props.end} {...sessionEnd(session)} cram={place.cram} headingRef={focus.heading} />
        )}
      </main>
      {card && panel !== 'edit' ? <Foot {...props} study={study} /> : null}
      <StudyKeys
        session={session}
        rate={study.rate}
        undo={undo}
        onNothingToUndo={() => open('nothing-to-undo')}
        deeds={deeds}
        paused={panel === 'edit'}
      />
    </div>
  )
}

function More({ session, deeds }: { session: Session; deeds: CardDeeds }) {
  const { card } = session
  const { starred = false, words = null } = card ?? {}
  return <MoreMenu {...{ deeds, starred }} mayEdit={words !== null} isWritten={isWritten(session)} />
}

/** What is open over or in the place of the card on screen; it goes with the card. */
function usePanel({ turn }: Session) {
  const [panel, setPanel] = useState<{ of: number; panel: Panel }>({ of: turn, panel: null })
  const open = (next: Panel) => setPanel({ of: turn, panel: next })
  return [panel.of === turn ? panel.panel : null, open] as const
}

type Open = StudySessionProps & {
  card: StudyCard
  study: ReturnType<typeof useStudy>
  panel: Panel
  onClose: () => void
  focus: Focus
}

function OpenCard({ card, study, panel, onClose, focus, place, title, ...props }: Open) {
  const { session } = study
  const { shown, given, hints } = session
  const said = place.deckId ? title : ''
  const faces = {
    front: (
      <CardFront
        {...{ card, place, said, hints }}
        headingRef={focus.heading}
        lineRef={focus.line}
        onShow={study.show}
      />
    ),
    back: <CardBack {...{ card, given, said }} cram={place.cram} assisted={hints > 0} answerRef={focus.answer} />,
  }
  const saved = (renewed: readonly Face[]) => {
    study.edited(card.itemId, renewed)
    onClose()
  }
  return (
    <>
      {panel === 'edit' ? (
        <CardPlace>
          <Suspense>
            <CardEditor card={card} owner={props.owner} deed={props.editDeed} onSaved={saved} onClose={onClose} />
          </Suspense>
        </CardPlace>
      ) : (
        <TurningCard key={session.turn} shown={shown} isLast={isLastCard(session, props.end.more)} {...faces} />
      )}
      {panel === 'info' ? (
        <Suspense>
          <CardInfo card={card} onClose={onClose} />
        </Suspense>
      ) : null}
    </>
  )
}

/** One zone at the foot: Show answer and the ratings take turns there. */
function Foot({ study, ...props }: StudySessionProps & { study: ReturnType<typeof useStudy> }) {
  return (
    <footer className="sticky bottom-0 z-2 mx-auto grid min-h-24 w-full max-w-[45rem] items-center justify-items-center bg-sunk px-[var(--gutter)] pt-1 pb-[max(1.5rem,env(safe-area-inset-bottom))] max-sm:px-4 max-sm:pb-4">
      {study.session.shown ? (
        <RatingBar
          session={study.session}
          place={props.place}
          nextReviewId={props.formIds.rate}
          deed={props.rateDeed}
          onRate={study.rate}
        />
      ) : (
        <ShowAnswer />
      )}
    </footer>
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

/** Once something was rated here, the end tells of this session instead of the day. */
function sessionEnd(session: Session): Partial<EndScreenProps> {
  if (session.deeds.length === 0) return {}
  const aside = session.deeds.filter(({ kind }) => kind === 'set-aside').length
  return {
    scope: 'session',
    changes: changesOf(session),
    next: nextOf(session),
    aside,
    forgotten: forgottenOf(session),
  }
}
