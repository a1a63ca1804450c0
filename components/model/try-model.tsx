'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, useActionForm } from '../ui/action-form'
import { Badge, type BadgeKind } from '../ui/badge'
import { type AnswerRange, EvidenceFigure } from '../ui/evidence-quote'
import { SubmitButton } from '../ui/field'

/** What came of asking the model about one sentence of ours. */
export type Trial =
  | { readonly kind: 'untried' }
  /** This month's tokens are used up. */
  | { readonly kind: 'limit' }
  | {
      readonly kind: 'tried'
      readonly seconds: number
      readonly tokens: number
      readonly sentence: string
      readonly reachable: CheckOfTrial
      /** Whether it keeps to the form asked for. */
      readonly form: CheckOfTrial
      /** Whether its question passes every check. */
      readonly sense: CheckOfTrial
      readonly item: { readonly question: string; readonly answer: AnswerRange | null } | null
    }

export type CheckOfTrial =
  | { readonly result: 'yes' | 'untried' }
  | { readonly result: 'partly'; readonly format: 'json' | 'text' }
  | { readonly result: 'no'; readonly why: readonly string[] }
  /** The reason is one of lib/model; `unknown`: it did not answer, and may all the same. */
  | { readonly result: 'failure' | 'unknown'; readonly reason: string; readonly detail: string }

const CHECKS = ['reachable', 'form', 'sense'] as const

/** Sends one sentence of ours to the model and shows what every check says of the reply. */
export function TryModel({ action }: { action: () => Promise<Trial> }) {
  const t = useTranslations('model.try')
  const form = useActionForm<Trial>(action, { kind: 'untried' })
  const trial = form.state
  return (
    <section aria-labelledby="try" className="grid content-start gap-4">
      <ActionForm form={form} className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="try" className="text-lead">
          {t('title')}
        </h2>
        <SubmitButton pendingLabel={t('pending')}>{t('button')}</SubmitButton>
      </ActionForm>
      <p className="text-label text-ink-muted">{t('what')}</p>
      <div role="status" className="grid gap-4 empty:hidden">
        {trial.kind === 'untried' ? null : <Outcome trial={trial} />}
      </div>
    </section>
  )
}

function Outcome({ trial }: { trial: Exclude<Trial, { kind: 'untried' }> }) {
  const t = useTranslations('model.try')
  if (trial.kind === 'limit') return <Wrapping kind="wrong">{t('limit')}</Wrapping>
  const { seconds, tokens, item, sentence } = trial
  const works = CHECKS.every((check) => trial[check].result === 'yes' || trial[check].result === 'partly')
  const isUnknown = trial.reachable.result === 'unknown'
  return (
    <>
      <Wrapping kind={works ? 'correct' : isUnknown ? 'flag' : 'wrong'}>
        {t(works ? 'works' : isUnknown ? 'unknown' : 'worksNot', { seconds })}
      </Wrapping>
      {item ? <p className="text-lead font-semibold wrap-anywhere">{item.question}</p> : null}
      <EvidenceFigure caption={t('sentence')} sentence={sentence} answer={item?.answer ?? null} />
      <ul className="border-t text-label">
        {CHECKS.map((check) => (
          <li key={check} className="grid gap-1 border-b py-2">
            <div className="flex items-start justify-between gap-4">
              {t(`checks.${check}`)} <Result check={trial[check]} />
            </div>
            <Why name={check} check={trial[check]} />
          </li>
        ))}
      </ul>
      <p className="text-label text-ink-muted tabular-nums">{t('took', { tokens })}</p>
    </>
  )
}

const KINDS: Readonly<Record<CheckOfTrial['result'], BadgeKind>> = {
  ...{ yes: 'correct', partly: 'flag', no: 'wrong', failure: 'wrong', unknown: 'quiet', untried: 'quiet' },
}

function Result({ check: { result } }: { check: CheckOfTrial }) {
  const t = useTranslations('model.try')
  return <Badge kind={KINDS[result]}>{t(`results.${result === 'failure' ? 'no' : result}`)}</Badge>
}

function Why({ name, check }: { name: (typeof CHECKS)[number]; check: CheckOfTrial }) {
  const t = useTranslations('model.try')
  switch (check.result) {
    case 'partly':
      return <Sentences all={[t(`formats.${check.format}`)]} />
    case 'failure':
    case 'unknown':
      return <Sentences all={[t('failedWhy', { reason: check.reason.replaceAll('-', '_'), detail: check.detail })]} />
    case 'no':
      return <Sentences all={check.why.length > 0 ? check.why : [t(name === 'form' ? 'formless' : 'nothing')]} />
    case 'yes':
    case 'untried':
      return null
  }
}

const Sentences = ({ all }: { all: readonly string[] }) =>
  all.map((sentence) => (
    <p key={sentence} className="text-ink-muted wrap-anywhere">
      {sentence}
    </p>
  ))

/** A sentence may be longer than a phone is wide. */
function Wrapping({ kind, children }: { kind: BadgeKind; children: string }) {
  return (
    <p className="*:whitespace-normal *:items-start">
      <Badge kind={kind}>{children}</Badge>
    </p>
  )
}
