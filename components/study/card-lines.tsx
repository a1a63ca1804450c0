import { useTranslations } from 'next-intl'
import { LeechLine } from './leech-line'
import { LINE, WAY } from './line-class'
import type { Session } from './session-state'
import type { useStudy } from './use-study'

/**
 * What is to be said of one card: under the bar, because a message over the foot would lie on the buttons. What was done
 * is said aloud where it is done.
 */
export function CardLines({ study, note }: { study: ReturnType<typeof useStudy>; note: CardNote | null }) {
  const { leech } = study.session
  return (
    <>
      {leech ? (
        <LeechLine card={leech} onPause={() => study.setAside(leech, 'suspend')} onAskOtherwise={study.askOtherwise} />
      ) : null}
      <SetAsideLine session={study.session} onUndo={study.undo} />
      <Note note={note} />
    </>
  )
}

/** Why a key has done nothing; it goes with the card. */
export type CardNote = 'not-yours' | 'nothing-to-undo'

function Note({ note }: { note: CardNote | null }) {
  const t = useTranslations('study')
  if (!note) return null
  return <p className={`${LINE} min-h-11`}>{t(note === 'not-yours' ? 'edit.notYours' : 'nothingToUndo')}</p>
}

/** What became of the card that was just buried or suspended, with the way back; it goes with the next step. */
function SetAsideLine({ session, onUndo }: { session: Session; onUndo: () => void }) {
  const t = useTranslations('study')
  const last = session.deeds.at(-1)
  if (last?.kind !== 'set-aside') return null
  return (
    <div className={LINE}>
      <span>{t(`marks.${last.as}`)}</span>
      <button type="button" onClick={onUndo} className={WAY}>
        {t('undo')}
      </button>
    </div>
  )
}
