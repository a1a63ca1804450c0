import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { studyAddress } from '@/components/study/study-address'
import { ButtonLink } from '@/components/ui/button'
import { MasteryLegend, MasteryStrip, MasterySwatch } from '@/components/ui/mastery-swatch'
import { Count, Counts } from '@/components/ui/metric'
import { MASTERY_NAMES } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { minutesFor, secondsPerCard } from '@/lib/core/statistics/review-time'
import type { DeckProgress } from '@/lib/data/progress/deck-progress'
import { limitsPerDay } from '@/lib/data/study/daily-limits'
import { studyPace } from '@/lib/data/study/study-pace'

type DueNowProps = { progress: DeckProgress; viewer: Viewer | null; offersQuiz: boolean }

/** What there is to do now, in one line. */
export async function DueNow({ progress, viewer, offersQuiz }: DueNowProps) {
  const [t, words] = await Promise.all([getTranslations('deck.study'), getTranslations('study.in')])
  const { due, newToday, lastStudiedDays, next } = progress
  const pace = viewer ? await studyPace(viewer) : secondsPerCard([])
  const minutes = minutesFor({ toReview: due, new: newToday }, pace)
  const isDue = due + newToday > 0
  return (
    <section aria-labelledby="now">
      <h2 id="now" className="text-lead">
        {isDue ? t('now', { due, fresh: newToday, minutes }) : t('nothing')}
      </h2>
      <p className="text-label text-ink-muted">
        {!isDue && progress.new > 0 ? `${t('nothingNew')} ` : null}
        {!isDue && offersQuiz ? `${t('tryQuiz')} ` : null}
        {lastStudiedDays === null ? t('never') : t('last', { days: lastStudiedDays })}{' '}
        {next ? t('nextDue', { when: words(next.unit, { count: next.count }) }) : null}
      </p>
    </section>
  )
}

export async function FactMastery({ progress, viewer }: { progress: DeckProgress; viewer: Viewer | null }) {
  const t = await getTranslations('deck.study')
  const { patches } = progress
  const seen = patches.filter(({ mastery }) => mastery > 0).length
  const cardless = patches.filter(({ hasCard }) => !hasCard).length
  return (
    <section aria-labelledby="facts" className="grid gap-3">
      <h2 id="facts" className="sr-only">
        {t('patches')}
      </h2>
      <div className="[&_.mastery-strip]:[--patch:1.375rem]">
        <MasteryStrip patches={patches} />
      </div>
      <MasteryLegend />
      {cardless > 0 ? <p className="text-label text-ink-muted">{t('cardless', { count: cardless })}</p> : null}
      <div className="mt-3 border-t pt-4">
        <Counts>
          {progress.percent === null ? null : <Count name={t('recalled')} value={`${progress.percent} %`} />}
          <Count name={t('seen', { count: patches.length })} value={seen} />
          <Count name={t('waiting', { perDay: limitsPerDay(viewer).new })} value={progress.new} />
        </Counts>
      </div>
    </section>
  )
}

export async function WeakestFacts({ deckId, progress }: { deckId: string; progress: DeckProgress }) {
  const [t, names] = await Promise.all([getTranslations('deck.study'), getTranslations('common.mastery')])
  const { weakest } = progress
  if (weakest.length === 0) return null
  const href = studyAddress({ deckId, factIds: weakest.map(({ factId }) => factId) })
  return (
    <section aria-labelledby="weakest">
      <h2 id="weakest" className="text-lead">
        {t('weakest')}
      </h2>
      <ul className="mb-4">
        {weakest.map(({ factId, label, mastery, percent }) => (
          <li
            key={factId}
            className="grid grid-cols-[1.125rem_1fr_auto] items-start gap-x-3 border-b py-3 leading-[1.45]"
          >
            <span className="mt-1">
              <MasterySwatch mastery={mastery} label={names(MASTERY_NAMES[mastery])} />
            </span>
            <span className="line-clamp-3 wrap-anywhere">{label}</span>
            <span className="font-semibold tabular-nums">{percent} %</span>
          </li>
        ))}
      </ul>
      <ButtonLink size="slim" href={href}>
        {t('weakestStudy', { count: weakest.length })}
      </ButtonLink>
    </section>
  )
}

/** Where the deck's text and its reviews are shown. */
export async function MoreAbout({ deckId, hasText }: { deckId: string; hasText: boolean }) {
  const t = await getTranslations('deck.study')
  return (
    <nav aria-label={t('links')} className="grid justify-items-start text-label">
      {hasText ? (
        <Link href={`/decks/${deckId}/text`} className="inline-flex min-h-11 items-center underline">
          {t('nextText')}
        </Link>
      ) : null}
      <Link href={`/statistics?deck=${deckId}`} className="inline-flex min-h-11 items-center underline">
        {t('nextStatistics')}
      </Link>
    </nav>
  )
}
