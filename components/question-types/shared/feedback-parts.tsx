import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { Evidence, EvidenceFigure, evidenceCaption } from '@/components/ui/evidence-quote'
import type { Span } from '@/lib/core/document/document'
import type { ShownEvidence } from '@/lib/core/document/evidence'
import type { ShownOption } from '@/lib/core/question-types/question-type'
import type { Feedback } from '@/lib/core/quiz/feedback'
import type { VerdictWord } from './question-components'
import { reasonBesideEvidence } from './reason-beside-evidence'

/** The sentence that proves the answer: the one region of this name on its screen. */
export function AnswerEvidence({ evidence }: { evidence: ShownEvidence }) {
  const caption = useCaption(evidence)
  return <Evidence caption={caption} sentence={evidence.sentence} answer={evidence.answer} />
}

type InList = { evidence: ShownEvidence; href?: string; answers?: readonly Span[] }

/** The same where a screen shows many: each is a figure and none a landmark. */
export function EvidenceInList({ evidence, href, answers }: InList) {
  const caption = useCaption(evidence)
  const link = href ? { href } : {}
  return <EvidenceFigure caption={caption} {...link} sentence={evidence.sentence} answer={answers ?? evidence.answer} />
}

function useCaption({ caption }: ShownEvidence): string {
  return evidenceCaption(useTranslations('common.evidence'), caption)
}

/** What the document says about the wrong options that were not chosen, in a fold. */
export function OtherEvidence({ options }: { options: readonly ShownOption[] }) {
  const t = useTranslations('quiz.feedback')
  const others = options.filter(({ evidence, isGiven }) => evidence && !isGiven)
  if (others.length === 0) return null
  return (
    <Disclosure summary={t('others', { count: others.length })}>
      <dl className="grid gap-5 pt-2">
        {others.map(({ text, evidence }) => (
          <div key={text}>
            <dt className="mb-1 font-semibold">{text}</dt>
            <dd>{evidence ? <EvidenceInList evidence={evidence} /> : null}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

/** Why an option is wrong, without the words of the document where those stand below it. */
export function reasonOf({ reason, isGiven, evidence }: ShownOption): string {
  return isGiven && evidence ? reasonBesideEvidence(reason, evidence.sentence) : reason
}

export type Sign = 'right' | 'wrong' | 'none'

type LineProps = {
  sign: Sign
  tag?: string
  reason?: string
  evidence?: ShownEvidence | null
  children: React.ReactNode
}

/** One answer of an answered question: icon, text, tag and, if there is one, the reason why it is wrong. */
export function Line({ sign, tag, reason, evidence, children }: LineProps) {
  const colour = sign === 'wrong' ? 'text-wrong' : 'text-correct'
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-3 leading-[1.45]">
      <span className="pt-[0.14em]">
        <LineSign sign={sign} />
      </span>
      <span className={sign === 'none' ? 'wrap-anywhere' : 'wrap-anywhere font-semibold'}>
        {children}
        {tag ? <em className={`ms-2 whitespace-nowrap font-[500] text-label not-italic ${colour}`}>{tag}</em> : null}
      </span>
      {reason ? <span className="col-start-2 text-ink-muted text-label">{reason}</span> : null}
      {evidence ? (
        <div className="col-start-2 mt-2">
          <EvidenceInList evidence={evidence} />
        </div>
      ) : null}
    </li>
  )
}

export function LineSign({ sign }: { sign: Sign }) {
  if (sign === 'right') return <Check aria-hidden="true" strokeWidth={1.75} className="size-5 text-correct" />
  if (sign === 'wrong') return <X aria-hidden="true" strokeWidth={1.75} className="size-5 text-wrong" />
  return <span aria-hidden="true" className="mx-auto mt-[0.45em] block size-1.5 rounded-full bg-edge" />
}

/** Shown only if neither the evidence nor the reason of the chosen option says the same. */
export function explanationOf({ answer, explanation, evidence }: Feedback, verdict: VerdictWord): string | null {
  // Each row of a matching or ordering already shows what is right.
  if (verdict === 'right' || answer.kind === 'pairs' || answer.kind === 'order') return null
  const options = answer.kind === 'options' ? answer.options : []
  if (options.some(({ isGiven, isKey, reason }) => isGiven && !isKey && reason !== '')) return null
  return reasonBesideEvidence(explanation, evidence.sentence) || null
}

export function Explanation({ feedback, verdict }: { feedback: Feedback; verdict: VerdictWord }) {
  const explanation = explanationOf(feedback, verdict)
  return explanation ? <p className="text-ink-muted text-label">{explanation}</p> : null
}
