import { useTranslations } from 'next-intl'
import { fillGaps } from '@/lib/core/item/fill-gaps'
import { otherFace, type StudyCard } from '@/lib/core/memory/session/study-card'
import type { Session } from './session-reducer'
import type { useStudy } from './use-study'

/**
 * Notices about one card. They are under the header, because a toast at the foot would cover the buttons. Announcements
 * are made where the action is.
 */
export function CardNotices({ study, note }: { study: ReturnType<typeof useStudy>; note: CardNote | null }) {
  const { leech, withdrawn, dropped } = study.session
  return (
    <>
      {leech ? (
        <LeechNotice card={leech} onPause={() => study.hide(leech, 'suspend')} onSwitchFace={study.switchFace} />
      ) : null}
      {withdrawn ? <WithdrawnNotice card={withdrawn} /> : null}
      {dropped > 0 ? <DroppedNotice count={dropped} /> : null}
      <HiddenNotice session={study.session} onUndo={study.undo} />
      <Note note={note} />
    </>
  )
}

/** Why a key did nothing. It disappears with the card. */
export type CardNote = 'not-yours' | 'nothing-to-undo'

function Note({ note }: { note: CardNote | null }) {
  const t = useTranslations('study')
  if (!note) return null
  return <p className={`${NOTICE} min-h-11`}>{t(note === 'not-yours' ? 'edit.notYours' : 'nothingToUndo')}</p>
}

/** Says that a card was buried or suspended, with an undo button. It disappears with the next step. */
function HiddenNotice({ session, onUndo }: { session: Session; onUndo: () => void }) {
  const t = useTranslations('study')
  const last = session.history.at(-1)
  if (last?.kind !== 'hidden') return null
  return (
    <div className={NOTICE}>
      <span>{t(`flags.${last.flag}`)}</span>
      <button type="button" onClick={onUndo} className={NOTICE_BUTTON}>
        {t('undo')}
      </button>
    </div>
  )
}

/** A line about a leech, with what can be done about it. It disappears with the next rating. */
function LeechNotice(props: { card: StudyCard; onPause: () => void; onSwitchFace: () => void }) {
  const { card } = props
  const t = useTranslations('study.leech')
  return (
    <div role="status" className={NOTICE}>
      <span className="max-w-[60ch] wrap-anywhere">
        {t('lapses', { count: card.lapses + 1, fact: shortened(card) })}
      </span>
      <button type="button" onClick={props.onPause} className={NOTICE_BUTTON}>
        {t('pause')}
      </button>
      {otherFace(card.faces, card.itemId) ? (
        <button type="button" onClick={props.onSwitchFace} className={NOTICE_BUTTON}>
          {t('otherwise')}
        </button>
      ) : null}
    </div>
  )
}

/** A card that was rated is not asked any more. It disappears with the next rating. */
function WithdrawnNotice({ card }: { card: StudyCard }) {
  const t = useTranslations('study')
  return (
    <p role="status" className={`${NOTICE} min-h-11 wrap-anywhere`}>
      {t('withdrawn', { fact: shortened(card) })}
    </p>
  )
}

/** Cards that were still to come are not asked any more. It disappears with the next rating. */
function DroppedNotice({ count }: { count: number }) {
  const t = useTranslations('study')
  return (
    <p role="status" className={`${NOTICE} min-h-11`}>
      {t('dropped', { count })}
    </p>
  )
}

const MOST = 60

function shortened({ front, back }: StudyCard): string {
  const said = fillGaps(front, back)
  return said.length > MOST ? `${said.slice(0, MOST)}…` : said
}

/** Explains why the cards have changed. It disappears with the next rating; it was also announced. */
export function NewDayNotice() {
  const t = useTranslations('study')
  return <p className="bg-lit px-4 py-2 text-center text-label text-ink">{t('newDay')}</p>
}

/** The look of a notice under the header, with its actions in it. */
const NOTICE = 'flex flex-wrap items-center justify-center gap-x-2 bg-lit px-4 py-1 text-center text-label text-ink'
const NOTICE_BUTTON = 'inline-flex min-h-11 items-center px-2 font-[500] underline underline-offset-[0.22em]'
