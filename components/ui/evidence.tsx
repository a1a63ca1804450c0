import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Place in the sentence below it, in UTF-16 code units. */
export type AnswerRange = { readonly start: number; readonly end: number }

type EvidenceProps = { caption: ReactNode; href?: string; sentence: string; answer: AnswerRange | null }

/** The document speaks: the sentence that proves an answer, lit, and the answer in it, lit twice. The one landmark of its name on a screen. */
export function Evidence(props: EvidenceProps) {
  const t = useTranslations('common')
  return (
    <section aria-label={t('evidence.name')}>
      <EvidenceFigure {...props} />
    </section>
  )
}

/** The same without the landmark, where a screen shows many. */
export function EvidenceFigure({ caption, href, sentence, answer }: EvidenceProps) {
  return (
    <figure>
      <figcaption className="mb-2 text-caption text-ink-muted">
        {href ? (
          <Link href={href} className="-my-2 inline-flex min-h-11 items-center gap-1.5 underline">
            {caption}
            <ArrowRight aria-hidden="true" className="size-[0.9375rem]" strokeWidth={1.75} />
          </Link>
        ) : (
          caption
        )}
      </figcaption>
      <blockquote className="document-text measure text-[1.125rem] leading-[1.72]">
        <LitSentence sentence={sentence} answer={answer} />
      </blockquote>
    </figure>
  )
}

export function LitSentence({ sentence, answer }: { sentence: string; answer: AnswerRange | null }) {
  const text = withBullets(sentence)
  if (!answer || answer.end <= answer.start) return <span className="lit whitespace-pre-line">{text}</span>
  return (
    <span className="lit whitespace-pre-line">
      {text.slice(0, answer.start)}
      <b className="lit-strong">{text.slice(answer.start, answer.end)}</b>
      {text.slice(answer.end)}
    </span>
  )
}

const LIST_MARK = /\n+[ \t]*[-*•] /g

/** A list that was written with marks, each member on a line of its own. As long as before, so that offsets still hold. */
function withBullets(sentence: string): string {
  return sentence.replace(LIST_MARK, (mark) => '\n• '.padStart(mark.length, ' '))
}
