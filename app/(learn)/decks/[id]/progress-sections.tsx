import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { studyAddress } from '@/components/study/study-address'
import { ButtonLink } from '@/components/ui/button'
import { MasteryLegend, MasteryStrip, MasterySwatch } from '@/components/ui/mastery-swatch'
import { Metric, Metrics } from '@/components/ui/metric'
import { MASTERY_NAMES } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import type { DeckProgress } from '@/lib/data/progress/deck-progress'
import { limitsPerDay } from '@/lib/data/study/daily-limits'
import { nextActivity } from './next-activity'

export async function DueAndRecall({ progress, viewer }: { progress: DeckProgress; viewer: Viewer | null }) {
  const t = await getTranslations('deck.study')
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" className="mb-4">
        {t('title')}
      </h2>
      <Metrics>
        <Metric name={t('due')} value={progress.due} meaning={t('dueMeaning')} />
        <Metric
          name={t('new')}
          value={progress.new}
          small={progress.newToday < progress.new ? t('newToday', { count: progress.newToday }) : null}
          meaning={t('newMeaning', { perDay: limitsPerDay(viewer).new })}
        />
        <Metric name={t('recall')} value={progress.percent} small="%" meaning={t('recallMeaning')} />
      </Metrics>
    </section>
  )
}

export async function FactMastery({ progress }: { progress: DeckProgress }) {
  const t = await getTranslations('deck.study')
  const { patches, lastStudiedDays } = progress
  const cardless = patches.filter(({ hasCard }) => !hasCard).length
  return (
    <section aria-labelledby="facts" className="grid gap-4 border-t pt-6">
      <div>
        <h2 id="facts" className="text-lead">
          {t('facts', { count: patches.length })}
        </h2>
        <p className="text-label text-ink-muted">
          {t('factsOf')}. {cardless > 0 ? t('cardless', { count: cardless }) : null}{' '}
          {lastStudiedDays === null ? t('never') : t('last', { days: lastStudiedDays })}
        </p>
      </div>
      <div className="[&_.mastery-strip]:[--patch:1.375rem]">
        <MasteryStrip patches={patches} />
      </div>
      <MasteryLegend />
    </section>
  )
}

export async function NextActivity({ deckId, progress }: { deckId: string; progress: DeckProgress }) {
  const [t, words] = await Promise.all([getTranslations('deck.study'), getTranslations('study.in')])
  const { due, newToday, next } = progress
  const what = t(nextActivity(progress), { count: due > 0 ? due : newToday })
  return (
    <section aria-labelledby="next" className="max-wide:border-t max-wide:pt-5">
      <h2 id="next" className="text-lead">
        {t('next')}
      </h2>
      <p className="mt-2">{what}</p>
      {next ? (
        <p className="mt-1 text-label text-ink-muted">
          {t('nextDue', { when: words(next.unit, { count: next.count }) })}
        </p>
      ) : null}
      <p className="mt-3">
        <Link href={`/decks/${deckId}/text`} className="inline-flex min-h-11 items-center text-label underline">
          {t('nextText')}
        </Link>
        <Link href={`/statistics?deck=${deckId}`} className="flex min-h-11 items-center text-label underline">
          {t('nextStatistics')}
        </Link>
      </p>
    </section>
  )
}

export async function WeakestFacts({ deckId, progress }: { deckId: string; progress: DeckProgress }) {
  const [t, names] = await Promise.all([getTranslations('deck.study'), getTranslations('common.mastery')])
  const { weakest } = progress
  const href = studyAddress({ deckId, factIds: weakest.map(({ factId }) => factId) })
  return (
    <section aria-labelledby="weakest" className="border-t pt-5">
      <h2 id="weakest" className="text-lead">
        {t('weakest')}
      </h2>
      <ul className="mt-2 mb-4">
        {weakest.map(({ factId, label, mastery }) => (
          <li key={factId} className="grid grid-cols-[1.25rem_1fr] gap-3 py-2 text-label leading-[1.45]">
            <span className="mt-0.5">
              <MasterySwatch mastery={mastery} label={names(MASTERY_NAMES[mastery])} />
            </span>
            <span className="wrap-anywhere">{label}</span>
          </li>
        ))}
      </ul>
      <ButtonLink size="slim" href={href}>
        {t('weakestStudy', { count: weakest.length })}
      </ButtonLink>
    </section>
  )
}
