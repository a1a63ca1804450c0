'use client'

import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Badge } from '@/components/ui/badge'
import { Evidence, evidenceCaption } from '@/components/ui/evidence-quote'
import { ItemLabel } from '@/components/ui/item-label'
import { TextWithGaps } from '@/components/ui/text-with-gaps'
import type { CardEvidence, FaceOption, StudyCard } from '@/lib/core/memory/session/study-card'
import { CARD, CardHead } from './card-frame'
import { compareTyped, TypedComparison } from './typed-comparison'

type Props = {
  card: StudyCard
  given: string
  assisted: boolean
  cram: boolean
  /** The title in the header, which is not repeated here. */
  said: string
  answerRef: Ref<HTMLDivElement>
}

/** The question in a muted tone with its gaps filled, the answer, what was typed or chosen, and the evidence. */
export function CardBack({ card, given, ...props }: Props) {
  const t = useTranslations('study')
  const isTyped = card.options === null && given.trim() !== ''
  const comparison = isTyped ? compareTyped(given, card) : null
  return (
    <article className={`${CARD} content-start py-[clamp(1.5rem,4vw,2.25rem)]`}>
      <CardHead card={card} cram={props.cram} />
      <div className="mt-2 mb-6">
        <ItemLabel label={card.label} said={props.said} id="about" />
        <h1 className="text-lead leading-[1.45] font-[500] tracking-[-0.005em] text-ink-muted wrap-anywhere">
          <TextWithGaps text={card.front} fills={card.back} />
        </h1>
      </div>
      <hr className="border-t" />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this groups the answer so that focus on it reads it out. */}
      <div ref={props.answerRef} tabIndex={-1} role="group" aria-label={t('answer')} className="mt-6 mb-3 outline-0">
        <Answer back={card.back} named={comparison?.kind === 'list' ? comparison.named : []} />
      </div>
      {comparison ? <TypedComparison typed={given} comparison={comparison} /> : null}
      {props.assisted ? (
        <p className="text-label text-ink-muted">{t(props.cram ? 'hint.takenCram' : 'hint.taken')}</p>
      ) : null}
      {card.options ? <ChosenOption options={card.options} given={given} /> : null}
      {card.evidence ? (
        <div className="mt-5">
          <EvidenceOfCard deckId={card.deckId} evidence={card.evidence} />
        </div>
      ) : null}
      {card.options ? <OtherOptions options={card.options} given={given} /> : null}
    </article>
  )
}

const ANSWER = 'text-[clamp(1.75rem,1.4rem+1.6vw,2.375rem)] leading-[1.2] font-[620] tracking-[-0.02em] wrap-anywhere'
const LONG_ANSWER = 'text-title leading-[1.35] font-[600] tracking-[-0.012em] wrap-anywhere'
/** Longer answers are set smaller, as sentences. */
const SHORT_UP_TO = 60

function Answer({ back, named }: { back: readonly string[]; named: readonly boolean[] }) {
  const [only] = back
  if (back.length === 1 && only !== undefined) {
    return <p className={only.length > SHORT_UP_TO ? LONG_ANSWER : ANSWER}>{capitalised(only)}</p>
  }
  return (
    <ol className="grid list-decimal gap-1 ps-[1.4em] text-lead font-[600]">
      {back.map((entry, index) => (
        <li key={entry} className="ps-1 wrap-anywhere">
          {capitalised(entry)}
          {named[index] ? <Named /> : null}
        </li>
      ))}
    </ol>
  )
}

/** A member of the list that was written. */
function Named() {
  const t = useTranslations('study.compare')
  return (
    <span className="ms-3 inline-block align-middle">
      <Badge kind="correct">{t('named')}</Badge>
    </span>
  )
}

/** A key is written as in its sentence; on its own line it gets a capital. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

function EvidenceOfCard({ deckId, evidence }: { deckId: string; evidence: CardEvidence }) {
  const { at } = evidence
  const caption = evidenceCaption(useTranslations('common.evidence'), evidence)
  const href = `/decks/${deckId}/text?at=${at}#at-${at}`
  return <Evidence caption={caption} href={href} sentence={evidence.text} answer={evidence.answer} />
}

type Choice = { options: readonly FaceOption[]; given: string }

/** The chosen option with its verdict and the reason. */
function ChosenOption({ options, given }: Choice) {
  const chosen = options.find(({ text }) => text === given)
  return chosen ? (
    <ul className="mt-4 border-b">
      <Row option={chosen} isGiven />
    </ul>
  ) : null
}

/** The wrong options that were not chosen, each with why it is wrong. They follow the evidence of the right one. */
function OtherOptions({ options, given }: Choice) {
  const t = useTranslations('study.choice')
  const others = options.filter(({ text, isRight }) => !isRight && text !== given)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others" className="mt-6">
      <h2 id="others" className="mb-1 text-label font-[500] text-ink-muted">
        {t('others')}
      </h2>
      <ul>
        {others.map((option) => (
          <Row key={option.text} option={option} isGiven={false} />
        ))}
      </ul>
    </section>
  )
}

const VERDICTS = {
  right: { tone: 'text-correct', Sign: Check },
  wrong: { tone: 'text-wrong', Sign: X },
} as const

function Row({ option, isGiven }: { option: FaceOption; isGiven: boolean }) {
  const { text, isRight, reason } = option
  const verdict = isGiven ? (isRight ? 'right' : 'wrong') : null
  return (
    <li
      className={clsx('border-t py-2.5 leading-[1.45] wrap-anywhere', verdict && 'grid grid-cols-[1.25rem_1fr] gap-3')}
    >
      {verdict ? <Sign verdict={verdict} /> : null}
      <span>
        <span className={clsx(verdict && 'font-semibold')}>{text}</span>
        {verdict ? <Tag verdict={verdict} /> : null}
        {reason ? <span className="block text-label text-ink-muted">{reason}</span> : null}
      </span>
    </li>
  )
}

function Sign({ verdict }: { verdict: keyof typeof VERDICTS }) {
  const { tone, Sign: Drawn } = VERDICTS[verdict]
  return <Drawn aria-hidden="true" strokeWidth={1.75} className={clsx('mt-[0.15em] size-5', tone)} />
}

function Tag({ verdict }: { verdict: keyof typeof VERDICTS }) {
  const t = useTranslations('study.choice')
  return <em className={clsx('ms-2 text-label font-[500] not-italic', VERDICTS[verdict].tone)}>{t(verdict)}</em>
}
