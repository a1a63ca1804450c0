'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useDoublePressGuard } from '@/components/ui/use-double-press-guard'
import type { Face, StudyCard } from '@/lib/core/memory/session/study-card'
import { type CardActions, stopReading, useCardActions } from '../card/card-actions'
import { CardBack } from '../card/card-back'
import type { EditAction } from '../card/card-editor'
import { CardPlace, TurningCard } from '../card/card-frame'
import { CardFront, FRONT_FORM } from '../card/card-front'
import { CardMenu } from '../card/card-menu'
import { EndScreen, type EndScreenProps } from './end-screen'
import { type FormAction, RatingBar } from './rating-bar'
import { SessionHeader } from './session-header'
import { type Focus, SessionKeys, useSessionFocus } from './session-keyboard'
import { type CardNote, CardNotices, NewDayNotice } from './session-notices'
import { type Session, takesTypedAnswer } from './session-reducer'
import { changesOf, countsOf, forgottenOf, isLastCard, nextOf, ratingsOf } from './session-summary'
import { type NewDay, useNewDay } from './use-new-day'
import { type StudyStart, useStudy } from './use-study'

/** A session as it was loaded at one moment of a study day. */
export type LoadedSession = StudyStart & Pick<NewDay, 'endOfStudyDay'> & { readonly end: EndScreenProps }

export type StudySessionProps = LoadedSession &
  Omit<NewDay, keyof LoadedSession> & {
    readonly title: string
    readonly backHref: string
    /** Made by the server, for the forms without script. */
    readonly formIds: { readonly rate: string; readonly undo: string }
    readonly rateAction: FormAction
    readonly undoAction: FormAction
    readonly editAction: EditAction
  }

const CardInfo = lazy(async () => ({ default: (await import('../card/card-info')).CardInfo }))
const CardEditor = lazy(async () => ({ default: (await import('../card/card-editor')).CardEditor }))

type Panel = 'info' | 'edit' | CardNote | null

export function StudySession(props: StudySessionProps) {
  const { query, isNewDay = false } = props
  const t = useTranslations('study')
  const study = useStudy(props)
  const { session } = study
  const { card } = session
  useDoublePressGuard(2 * session.turn + (session.shown ? 1 : 0))
  const [panel, open] = usePanel(session)
  const focus = useSessionFocus(session, panel === 'edit', isNewDay)
  const isSaving = study.state.kind === 'saving'
  const here = { session, query, isPanelOpen: panel !== null, isSaving, onRefreshed: study.refreshCard }
  useNewDay(here, props, t('newDay'))
  const actions = useCardActions(study, open)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read aloud ends with its card.
  useEffect(() => stopReading, [session.turn])
  const canUndo = session.history.length > 0 || query.lastReviewId !== null
  const undo = canUndo ? study.undo : null
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] bg-sunk">
      <SessionHeader
        title={props.title}
        backHref={props.backHref}
        counts={countsOf(session)}
        done={ratingsOf(session).length}
        query={query}
        undoId={props.formIds.undo}
        undoAction={props.undoAction}
        onUndo={undo}
        state={study.state}
        lines={
          <>
            {isNewDay && session.turn === 0 ? <NewDayNotice /> : null}
            <CardNotices study={study} note={panel === 'info' || panel === 'edit' ? null : panel} />
          </>
        }
        more={<More session={session} actions={actions} />}
      />
      <main id="main" tabIndex={-1} className="grid">
        {card ? (
          <OpenCard {...props} card={card} study={study} panel={panel} onClose={() => open(null)} focus={focus} />
        ) : (
          <EndScreen {...props.end} {...sessionEnd(session)} cram={query.cram} headingRef={focus.heading} />
        )}
      </main>
      {card && panel !== 'edit' ? <Foot {...props} study={study} /> : null}
      <SessionKeys
        session={session}
        rate={study.rate}
        undo={undo}
        onNothingToUndo={() => open('nothing-to-undo')}
        actions={actions}
        paused={panel === 'edit'}
      />
    </div>
  )
}

function More({ session, actions }: { session: Session; actions: CardActions }) {
  const { card } = session
  const { starred = false, words = null } = card ?? {}
  return <CardMenu {...{ actions, starred }} mayEdit={words !== null} takesTypedAnswer={takesTypedAnswer(session)} />
}

/** The panel that is open over the card or instead of it. It closes with the card. */
function usePanel({ turn }: Session) {
  const [panel, setPanel] = useState<{ turn: number; panel: Panel }>({ turn, panel: null })
  const open = (next: Panel) => setPanel({ turn, panel: next })
  return [panel.turn === turn ? panel.panel : null, open] as const
}

type Open = StudySessionProps & {
  card: StudyCard
  study: ReturnType<typeof useStudy>
  panel: Panel
  onClose: () => void
  focus: Focus
}

function OpenCard({ card, study, panel, onClose, focus, query, title, ...props }: Open) {
  const { session } = study
  const { shown, given, hints } = session
  const said = query.deckId ? title : ''
  const faces = {
    front: (
      <CardFront
        {...{ card, query, said, hints }}
        headingRef={focus.heading}
        inputRef={focus.line}
        onShow={study.show}
      />
    ),
    back: <CardBack {...{ card, given, said }} cram={query.cram} assisted={hints > 0} answerRef={focus.answer} />,
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
            <CardEditor card={card} owner={props.owner} action={props.editAction} onSaved={saved} onClose={onClose} />
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

/** The footer: Show answer, then the ratings. */
function Foot({ study, ...props }: StudySessionProps & { study: ReturnType<typeof useStudy> }) {
  return (
    <footer className="sticky bottom-0 z-2 mx-auto grid min-h-24 w-full max-w-[45rem] items-center justify-items-center bg-sunk px-[var(--gutter)] pt-1 pb-[max(1.5rem,env(safe-area-inset-bottom))] max-sm:px-4 max-sm:pb-4">
      {study.session.shown ? (
        <RatingBar
          session={study.session}
          query={props.query}
          nextReviewId={props.formIds.rate}
          action={props.rateAction}
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

/** After the first step, the end screen is about this session instead of the day. */
function sessionEnd(session: Session): Partial<EndScreenProps> {
  if (session.history.length === 0) return {}
  const hidden = session.history.filter(({ kind }) => kind === 'hidden').length
  return {
    scope: 'session',
    changes: changesOf(session),
    next: nextOf(session),
    hidden,
    forgotten: forgottenOf(session),
  }
}
