import { getFormatter, getTranslations } from 'next-intl/server'
import { FitWeightsForm } from '@/components/people/account-forms'
import { SubmitButton } from '@/components/ui/field'
import { Metric, Metrics } from '@/components/ui/metric'
import { NEEDED_DAYS, NEEDED_RETURNS } from '@/lib/core/memory/scheduling/fit-weights'
import type { Viewer } from '@/lib/core/people/viewer'
import { type Fit, findWeightsStatus } from '@/lib/data/fsrs-weights/fit-weights'
import { dropFittedWeights, fitToReviews } from './actions'

/** Fits the FSRS weights to the learner's reviews: the requirements, the result, and a button to undo it. */
export async function WeightsSection({ viewer }: { viewer: Viewer }) {
  const [status, t] = await Promise.all([findWeightsStatus(viewer), getTranslations('people')])
  const { returns, days, inUse, tried } = status
  const isEnough = returns >= NEEDED_RETURNS && days >= NEEDED_DAYS
  const shown = inUse ?? tried
  return (
    <div className="grid gap-5">
      <p className="text-ink-muted">{t('weights.body')}</p>
      {isEnough ? null : (
        <p>{t('weights.needs', { needed: NEEDED_RETURNS, days: NEEDED_DAYS, have: returns, span: days })}</p>
      )}
      {shown ? <LossComparison fit={shown} inUse={inUse !== null} /> : null}
      {isEnough ? <FitWeightsForm action={fitToReviews} isAgain={shown !== null} /> : null}
      {inUse ? (
        <form action={dropFittedWeights}>
          <SubmitButton variant="secondary" pendingLabel={t('weights.dropPending')}>
            {t('weights.drop')}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  )
}

async function LossComparison({ fit, inUse }: { fit: Fit; inUse: boolean }) {
  const [t, format] = await Promise.all([getTranslations('people'), getFormatter()])
  const date = format.dateTime(fit.fittedAt, { dateStyle: 'medium' })
  // The log loss as a geometric mean of the predicted chance, which is easier to read.
  const chance = (value: number) => Math.exp(-value)
  const loss = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return (
    <div className="grid gap-3">
      <p className="font-[500]">{t(inUse ? 'weights.inUse' : 'weights.notInUse', { date, reviews: fit.reviews })}</p>
      <Metrics>
        <Metric
          name={t('weights.before')}
          value={loss(fit.lossBefore)}
          meaning={t('weights.beforeMeaning', { chance: chance(fit.lossBefore) })}
        />
        <Metric
          name={t('weights.after')}
          value={loss(fit.lossAfter)}
          meaning={t('weights.afterMeaning', { chance: chance(fit.lossAfter) })}
        />
      </Metrics>
      <p className="text-caption text-ink-muted">{t('weights.meaning')}</p>
    </div>
  )
}
