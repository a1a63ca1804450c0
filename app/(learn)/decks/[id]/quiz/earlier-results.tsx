import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ListedAttempt } from '@/lib/data/quizzes/find-attempt'

/** Earlier attempts, newest first. One that was not handed in can be continued. */
export async function EarlierResults({ attempts }: { attempts: readonly ListedAttempt[] }) {
  const t = await getTranslations('quiz.tab')
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier')}</h2>
      {attempts.length === 0 ? <p className="mt-2 text-ink-muted">{t('noneEarlier')}</p> : null}
      <ul className="mt-4">
        {attempts.map((attempt) => (
          <Row key={attempt.id} attempt={attempt} />
        ))}
      </ul>
    </section>
  )
}

async function Row({ attempt }: { attempt: ListedAttempt }) {
  const [t, format] = await Promise.all([getTranslations('quiz'), getFormatter()])
  const { result } = attempt
  const date = format.dateTime(attempt.startedAt, { dateStyle: 'medium' })
  const name = t('tab.of', { mode: t(`mode.${attempt.mode}`), date })
  const score = result
    ? t('tab.score', {
        points: format.number(result.points, { maximumFractionDigits: 1 }),
        outOf: format.number(result.outOf),
      })
    : t('tab.openRow', { answered: attempt.answered, questions: attempt.questions })
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 border-t py-2">
      <span className="font-[500]">{score}</span>
      <Link
        href={result ? `/attempts/${attempt.id}/result` : `/attempts/${attempt.id}`}
        className="row-span-2 inline-flex min-h-11 items-center text-label underline"
      >
        {t(result ? 'tab.look' : 'tab.resume')}
        <span className="sr-only"> {name}</span>
      </Link>
      <span className="text-ink-muted text-label">{name}</span>
    </li>
  )
}
