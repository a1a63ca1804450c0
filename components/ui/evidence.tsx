import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'

/** Place in the sentence below it, in UTF-16 code units. */
export type AnswerRange = { readonly start: number; readonly end: number }

/** One place, several where the sentence answers as much, or none. */
type Answers = AnswerRange | readonly AnswerRange[] | null

type EvidenceProps = { caption: ReactNode; href?: string; sentence: string; answer: Answers }

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

export function LitSentence({ sentence, answer }: { sentence: string; answer: Answers }) {
  const text = withBullets(sentence)
  const places = inOrder(answer)
  return (
    <span className="lit whitespace-pre-line">
      {places.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(places[at - 1]?.end ?? 0, start)}
          <b className="lit-strong">{text.slice(start, end)}</b>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.end ?? 0)}
    </span>
  )
}

/** From left to right, without what is empty or stands in an earlier one. */
function inOrder(answer: Answers): readonly AnswerRange[] {
  const places = [answer ?? []].flat().sort((a, b) => a.start - b.start || b.end - a.end)
  return places.filter(({ start, end }, at) => end > start && places.slice(0, at).every((other) => other.end <= start))
}

const LIST_MARK = /\n+[ \t]*[-*•] /g

/** A list that was written with marks, each member on a line of its own. As long as before, so that offsets still hold. */
function withBullets(sentence: string): string {
  return sentence.replace(LIST_MARK, (mark) => '\n• '.padStart(mark.length, ' '))
}
