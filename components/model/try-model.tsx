'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Badge } from '../ui/badge'
import { type AnswerRange, EvidenceFigure } from '../ui/evidence-quote'
import { SubmitButton } from '../ui/field'

/** What came of asking the model about one sentence of ours. */
export type Trial =
  | { readonly kind: 'untried' }
  | {
      readonly kind: 'kept'
      readonly seconds: number
      readonly kept: number
      readonly question: string
      readonly sentence: string
      readonly answer: AnswerRange | null
      readonly format: 'schema' | 'json' | 'text'
    }
  /** It answered, and no question passed every check. Codes of messages/…/refusals.json. */
  | {
      readonly kind: 'refused'
      readonly seconds: number
      readonly sentence: string
      readonly reasons: readonly string[]
    }
  /** The reason is one of lib/model. */
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string }

const CHECKS = ['inSentence', 'again', 'askedWithout'] as const

/** Sends one sentence of ours to the model and shows what every check says of the reply. */
export function TryModel({ action }: { action: () => Promise<Trial> }) {
  const t = useTranslations('model.try')
  const [trial, send] = useActionState(action, { kind: 'untried' })
  return (
    <section aria-labelledby="try" className="grid content-start gap-4">
      <form action={send} className="flex items-center justify-between gap-4">
        <h2 id="try" className="text-lead">
          {t('title')}
        </h2>
        <SubmitButton pendingLabel={t('pending')}>{t('button')}</SubmitButton>
      </form>
      <p className="text-label text-ink-muted">{t('what')}</p>
      <div role="status" className="grid gap-4 empty:hidden">
        {trial.kind === 'untried' ? null : <Outcome trial={trial} />}
      </div>
    </section>
  )
}

function Outcome({ trial }: { trial: Exclude<Trial, { kind: 'untried' }> }) {
  const t = useTranslations('model.try')
  if (trial.kind === 'failed') {
    return (
      <div className="grid gap-1">
        <Badge kind="wrong">{t('failed')}</Badge>
        <p className="text-label text-ink-muted">
          {t('failedWhy', { reason: trial.reason.replaceAll('-', '_'), detail: trial.detail })}
        </p>
      </div>
    )
  }
  if (trial.kind === 'refused') {
    return (
      <>
        <Badge kind="wrong">{t('refused', { seconds: trial.seconds })}</Badge>
        <EvidenceFigure caption={t('sentence')} sentence={trial.sentence} answer={null} />
        <ul className="border-t text-label">
          {trial.reasons.map((reason) => (
            <li key={reason} className="border-b py-2">
              {reason}
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <>
      <Badge kind="correct">{t('works', { kept: trial.kept, seconds: trial.seconds })}</Badge>
      <p className="text-lead font-semibold">{trial.question}</p>
      <EvidenceFigure caption={t('sentence')} sentence={trial.sentence} answer={trial.answer} />
      <ul className="border-t text-label">
        {CHECKS.map((check) => (
          <li key={check} className="flex items-center justify-between gap-4 border-b py-2">
            {t(check)} <Badge kind="correct">{t('yes')}</Badge>
          </li>
        ))}
        <li className="flex items-center justify-between gap-4 border-b py-2">
          {t('format')} <span className="text-ink-muted">{t(`formats.${trial.format}`)}</span>
        </li>
      </ul>
    </>
  )
}
