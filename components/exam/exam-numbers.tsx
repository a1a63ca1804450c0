import { useTranslations } from 'next-intl'
import type { ExamPlan, ExamStatus } from '@/lib/core/statistics/exam/plan-exam'
import type { Readiness } from '@/lib/core/statistics/exam/readiness'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { Metric, Metrics } from '../ui/metric'

/** The readiness now, on the exam day without studying and with the plan; then the plan in words. */
export function ExamNumbers({ days, target, facts, now, idle, plan }: ExamStatus) {
  const t = useTranslations('exam')
  return (
    <>
      <Metrics>
        <ReadinessMetric name={t('now')} readiness={now} meaning={t('nowMeaning', { facts })} />
        {days > 0 ? <ReadinessMetric name={t('idle')} readiness={idle} meaning={t('idleMeaning')} /> : null}
        {plan ? <ReadinessMetric name={t('planned')} readiness={plan.readiness} meaning={t('plannedMeaning')} /> : null}
      </Metrics>
      <div className="measure grid gap-1">
        {plan ? <p>{t(`plan.${plan.kind}`, planned(plan, target))}</p> : null}
        {days === 0 ? <p>{t('plan.today')}</p> : null}
        <p className="text-label text-ink-muted">
          {t('interval')} {t('ordinary')}
        </p>
      </div>
    </>
  )
}

function ReadinessMetric({ name, readiness, meaning }: { name: string; readiness: Readiness; meaning: string }) {
  const t = useTranslations('exam')
  return (
    <Metric
      name={name}
      value={t('percent', { share: percent(readiness.share) })}
      small={t('between', { low: percent(readiness.low), high: percent(readiness.high) })}
      meaning={meaning}
    />
  )
}

function planned({ newPerDay, reviewsPerDay, minutesPerDay, readiness }: ExamPlan, target: number) {
  return {
    target: percent(target),
    best: percent(readiness.share),
    fresh: newPerDay,
    reviews: reviewsPerDay,
    minutes: minutesPerDay,
  }
}
