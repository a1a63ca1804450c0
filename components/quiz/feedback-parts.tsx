import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Evidence, EvidenceFigure } from '@/components/ui/evidence'
import type { ShownEvidence } from '@/lib/core/document/evidence'
import type { Feedback, SettledAnswer } from '@/lib/core/grading/feedback'

export type VerdictWord = 'right' | 'partly' | 'wrong' | 'unanswered'

/** The sentence that proves the answer: the one region of this name on its screen. */
export function Proof({ evidence }: { evidence: ShownEvidence }) {
  const caption = useCaption(evidence)
  return <Evidence caption={caption} sentence={evidence.sentence} answer={evidence.answer} />
}

/** The same where a screen shows many: each is a figure and none a landmark. */
export function ProofInList({ evidence, href }: { evidence: ShownEvidence; href: string }) {
  const caption = useCaption(evidence)
  return <EvidenceFigure caption={caption} href={href} sentence={evidence.sentence} answer={evidence.answer} />
}

function useCaption({ caption: { heading, sentence } }: ShownEvidence): string {
  const t = useTranslations('quiz.feedback')
  return heading === '' ? t('captionPlain', { sentence }) : t('caption', { heading, sentence })
}

type Typed = Extract<SettledAnswer, { kind: 'typed' }>['typed']

/** What was typed, gap by gap, and what was wanted where that differs. */
export function TypedAnswers({ typed, answers }: { typed: Typed; answers: readonly string[] }) {
  const t = useTranslations('quiz.feedback')
  const missed = typed.length === 0 || typed.some(({ counted }) => !counted)
  return (
    <ul className="grid gap-3">
      {typed.map(({ text, counted }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place.
        <Line key={at} sign={counted ? 'right' : 'wrong'} tag={t('yourAnswer')}>
          {text.trim() === '' ? <span className="text-ink-muted">{t('empty')}</span> : text}
        </Line>
      ))}
      {missed ? (
        <Line sign="right" tag={t(answers.length > 1 ? 'rightAnswers' : 'rightAnswer')}>
          {answers.join(', ')}
        </Line>
      ) : null}
    </ul>
  )
}

export type Sign = 'right' | 'wrong' | 'none'

/** One answer of a settled question: sign, words, tag and, where there is one, why it is wrong. */
export function Line(props: { sign: Sign; tag?: string; reason?: string; children: React.ReactNode }) {
  const colour = props.sign === 'wrong' ? 'text-wrong' : 'text-correct'
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-3 leading-[1.45]">
      <span className="pt-[0.14em]">
        <LineSign sign={props.sign} />
      </span>
      <span className={props.sign === 'none' ? 'wrap-anywhere' : 'wrap-anywhere font-semibold'}>
        {props.children}
        {props.tag ? (
          <em className={`ms-2 whitespace-nowrap font-[500] text-label not-italic ${colour}`}>{props.tag}</em>
        ) : null}
      </span>
      {props.reason ? <span className="col-start-2 text-ink-muted text-label">{props.reason}</span> : null}
    </li>
  )
}

function LineSign({ sign }: { sign: Sign }) {
  if (sign === 'right') return <Check aria-hidden="true" strokeWidth={1.75} className="size-5 text-correct" />
  if (sign === 'wrong') return <X aria-hidden="true" strokeWidth={1.75} className="size-5 text-wrong" />
  return <span aria-hidden="true" className="mx-auto mt-[0.45em] block size-1.5 rounded-full bg-edge" />
}

/** Said only where nothing beside it says it: the document's sentence, or the reason of the option that was chosen. */
export function explanationOf(feedback: Feedback, verdict: VerdictWord): string | null {
  if (verdict === 'right' || feedback.explanation.trim() === '') return null
  const options = feedback.answer.kind === 'options' ? feedback.answer.options : []
  if (options.some(({ isGiven, isKey, reason }) => isGiven && !isKey && reason !== '')) return null
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
  return letters(feedback.evidence.sentence).includes(letters(feedback.explanation)) ? null : feedback.explanation
}
