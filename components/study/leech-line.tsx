import { useTranslations } from 'next-intl'
import { fillGaps } from '@/lib/core/item/gaps'
import { otherFace } from '@/lib/core/memory/face'
import type { StudyCard } from '@/lib/core/memory/study-card'
import { LINE, WAY } from './line-class'

/** One calm line about a fact that keeps slipping, with what can be done about it. It goes with the next rating. */
export function LeechLine(props: { card: StudyCard; onPause: () => void; onAskOtherwise: () => void }) {
  const { card } = props
  const t = useTranslations('study.leech')
  const said = fillGaps(card.front, card.back)
  return (
    <div role="status" className={LINE}>
      <span className="max-w-[60ch] wrap-anywhere">
        {t('slips', { count: card.lapses + 1, fact: said.length > MOST ? `${said.slice(0, MOST)}…` : said })}
      </span>
      <button type="button" onClick={props.onPause} className={WAY}>
        {t('pause')}
      </button>
      {otherFace(card.faces, card.itemId) ? (
        <button type="button" onClick={props.onAskOtherwise} className={WAY}>
          {t('otherwise')}
        </button>
      ) : null}
    </div>
  )
}

const MOST = 60
