import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { itemsAddress } from '@/components/items/items-query'
import { MasteryStrip } from '@/components/ui/mastery-swatch'
import { minutesToCheck } from '@/lib/core/item/unaccepted-items'
import type { Mastery } from '@/lib/core/memory/scheduling/memory'
import { studyDay } from '@/lib/core/memory/scheduling/study-day'

type DeckRowDeck = {
  readonly id: string
  readonly title: string
  readonly facts: number
  readonly toReview: number
  readonly mastery: {
    readonly each: number
    readonly patches: readonly { readonly mastery: Mastery; readonly label: string }[]
  }
  readonly due: number
  readonly new: number
  readonly lastStudied: Date | null
  /** Its document is still being read: there are more facts each time. */
  readonly isGenerating: boolean
}

type Sharing = 'by-you' | 'with-you'

/** For words like yesterday: a day is the learner's study day. */
export type Days = { readonly now: Date; readonly timeZone: string; readonly dayStartHour: number }

type Props = {
  deck: DeckRowDeck
  days: Days
  shared?: Sharing | null
}

/** A deck: title, what is due, and its mastery. */
export function DeckRow({ deck, days, shared = null }: Props) {
  const t = useTranslations('welcome.today')
  const sharing = useTranslations('share')
  const toReview = useTranslations('common.toReview')
  const facts = useFactsText(deck, days)
  return (
    <article className="relative grid items-start gap-x-6 gap-y-1 border-t py-6 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 wrap-anywhere">
        <h3 className="text-lead leading-[1.35] tracking-[-0.01em]">
          <Link href={`/decks/${deck.id}`} className="no-underline after:absolute after:inset-0 hover:underline">
            {deck.title}
          </Link>
        </h3>
        <p className="text-label text-ink-muted">
          {facts}{' '}
          {deck.toReview > 0 ? (
            // Above the link that fills the row.
            <Link href={itemsAddress(deck.id, { show: 'to-check' })} className="relative z-1 text-ink underline">
              {toReview('items', { count: deck.toReview, minutes: minutesToCheck(deck.toReview) })}
            </Link>
          ) : null}
          {shared ? ` ${sharing(shared === 'by-you' ? 'byYou' : 'withYou')}` : null}
        </p>
      </div>
      {deck.facts > 0 ? (
        <p className="flex gap-4 text-label whitespace-nowrap sm:block sm:text-end">
          <b className="font-semibold sm:block">
            {deck.lastStudied ? t('toReview', { count: deck.due }) : t('notStarted')}
          </b>
          <span className="text-ink-muted sm:block">{t('fresh', { count: deck.new })}</span>
        </p>
      ) : null}
      {/* Above the link that fills the row, so that each patch says its fact on hover. */}
      <div className="relative z-1 mt-3 sm:col-span-2">
        <MasteryStrip {...deck.mastery} />
      </div>
    </article>
  )
}

function useFactsText({ facts, toReview, lastStudied, isGenerating }: DeckRowDeck, days: Days): string | null {
  const t = useTranslations('welcome.today')
  const studied = useStudied(lastStudied, days)
  if (facts > 0) return `${t('facts', { count: facts })}, ${isGenerating ? t('moreComing') : studied}.`
  if (isGenerating) return t('beingRead')
  return toReview === 0 ? t('noQuestions') : null
}

const SAID_BY_WEEKDAY_DAYS = 7

function useStudied(last: Date | null, { now, timeZone, dayStartHour }: Days): string {
  const t = useTranslations('welcome.today')
  const format = useFormatter()
  if (!last) return t('notStudied')
  const days = studyDay(now, timeZone, dayStartHour) - studyDay(last, timeZone, dayStartHour)
  const isNear = days < SAID_BY_WEEKDAY_DAYS
  const date = format.dateTime(last, isNear ? { weekday: 'long' } : { day: 'numeric', month: 'long' })
  return t('lastStudied', { days: Math.max(0, days), date })
}
