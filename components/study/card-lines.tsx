import { useTranslations } from 'next-intl'
import { LeechLine } from './leech-line'
import { LINE, WAY } from './line-class'
import type { Session } from './session-state'
import type { useStudy } from './use-study'

/**
 * What is to be said of one card: under the bar, because a message over the foot would lie on the buttons. What was done
 * is said aloud where it is done.
 */
export function CardLines({ study, isNotYours }: { study: ReturnType<typeof useStudy>; isNotYours: boolean }) {
  const t = useTranslations('study')
  const { leech } = study.session
  return (
    <>
      {leech ? (
        <LeechLine card={leech} onPause={() => study.setAside(leech, 'suspend')} onAskOtherwise={study.askOtherwise} />
      ) : null}
      <SetAsideLine session={study.session} onUndo={study.undo} />
      {isNotYours ? <p className={`${LINE} min-h-11`}>{t('edit.notYours')}</p> : null}
    </>
  )
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
