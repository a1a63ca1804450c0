import { getFormatter, getTranslations } from 'next-intl/server'
import { studyAddress } from '@/components/study/study-address'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import type { AttemptId } from '@/lib/core/ids'
import type { Result } from '@/lib/data/quizzes/find-result'
import { retake } from './actions'

/** The number, what it means, and what to do next. */
export async function ScoreHead({ attemptId, result }: { attemptId: AttemptId; result: Result }) {
  const [t, format] = await Promise.all([getTranslations('quiz'), getFormatter()])
  const missed = result.questions.filter(({ verdict }) => verdict !== 'right').length
  const left = result.questions.filter(({ verdict }) => verdict === 'unanswered').length
  return (
    <section aria-labelledby="score" className="grid items-end gap-x-16 gap-y-6 py-8 lg:grid-cols-2 lg:pt-12">
      <div>
        <p className="text-ink-muted">
          {t('attempt.heading', { mode: t(`mode.${result.mode}`), title: result.title })}
        </p>
        <h1
          id="score"
          className="-ms-[0.03em] mt-1 text-[clamp(3rem,2rem+5vw,5rem)] leading-none tracking-[-0.035em] [font-variant-numeric:proportional-nums]"
        >
          {t.rich('result.of', {
            points: format.number(result.points, { maximumFractionDigits: 1 }),
            outOf: format.number(result.outOf),
            small: (chunks) => (
              <small className="font-[500] text-[0.5em] text-ink-muted tracking-[-0.02em]">{chunks}</small>
            ),
          })}
        </h1>
        <p className="mt-4 max-w-[36ch] text-lead leading-[1.5]">
          {t('result.said', { count: missed })} {left > 0 ? t('result.unanswered', { count: left }) : null}
        </p>
      </div>
      <Actions attemptId={attemptId} result={result} missed={missed} />
    </section>
  )
}

async function Actions({ attemptId, result, missed }: { attemptId: AttemptId; result: Result; missed: number }) {
  const t = await getTranslations('quiz.result')
  const row = 'flex flex-wrap items-center gap-3 lg:justify-end max-sm:*:flex-[1_1_8rem]'
  if (missed === 0) {
    return (
      <div className={row}>
        <ButtonLink href={`/decks/${result.deckId}`}>{t('deck')}</ButtonLink>
        <ButtonLink href={`/decks/${result.deckId}/quiz`} variant="primary">
          {t('another')}
        </ButtonLink>
      </div>
    )
  }
  const { deckId, toStudy: factIds } = result
  return (
    <div className={row}>
      {factIds.length > 0 ? (
        <ButtonLink href={studyAddress({ deckId, factIds })} className="max-sm:px-2! max-sm:text-label">
          {t('study')}
        </ButtonLink>
      ) : null}
      <form action={retake} className="grid">
        <input type="hidden" name="attemptId" value={attemptId} />
        <SubmitButton pendingLabel={t('retaking')} className="max-sm:px-2! max-sm:text-label">
          {t('retake')}
        </SubmitButton>
      </form>
    </div>
  )
}
