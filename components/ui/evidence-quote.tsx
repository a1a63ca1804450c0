import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import type { Caption } from '@/lib/core/document/evidence'

/** A range in the sentence, in UTF-16 code units. */
export type AnswerRange = { readonly start: number; readonly end: number }

/** One range, several if the sentence gives several answers, or none. */
type Answers = AnswerRange | readonly AnswerRange[] | null

type EvidenceProps = { caption: ReactNode; href?: string; sentence: string; answer: Answers }

/**
 * The sentence that proves an answer, highlighted, with the answer in it. A landmark: use it once on a screen. Nothing for an
 * item that its author wrote without a proof.
 */
export function Evidence(props: EvidenceProps) {
  const t = useTranslations('common')
  if (props.sentence === '') return null
  return (
    <section aria-label={t('evidence.name')}>
      <EvidenceFigure {...props} />
    </section>
  )
}

/** The same without the landmark, for screens that show several. */
export function EvidenceFigure({ caption, href, sentence, answer }: EvidenceProps) {
  if (sentence === '') return null
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

/** From left to right, without empty ranges and those that overlap an earlier one. */
function inOrder(answer: Answers): readonly AnswerRange[] {
  const places = [answer ?? []].flat().sort((a, b) => a.start - b.start || b.end - a.end)
  return places.filter(
    ({ start, end }, at) => end > start && places.slice(0, at).every((earlier) => earlier.end <= start),
  )
}

const LIST_MARK = /\n+[ \t]*[-*•] /g

/** Replaces the markers of a list by bullets. The length stays the same, so that offsets remain valid. */
function withBullets(sentence: string): string {
  return sentence.replace(LIST_MARK, (mark) => '\n• '.padStart(mark.length, ' '))
}

type Place = 'sentence' | 'entry' | 'range' | 'entries'
type Translate = (key: `${'caption' | 'plain'}.${Place}`, values: Values) => string
type Values = { heading: string; sentence: number; from: number; to: number; entries: string }

/** Where the evidence is in the document, in words. `t` translates common.evidence. */
export function evidenceCaption(t: Translate, { heading, sentence, entries = [] }: Caption): string {
  const [from, to] = [entries[0] ?? 0, entries.at(-1) ?? 0]
  const values = { heading, sentence, from, to, entries: entries.join(', ') }
  return t(`${heading === '' ? 'plain' : 'caption'}.${placeOf(entries.length, to - from)}`, values)
}

function placeOf(count: number, distance: number): Place {
  if (count < 2) return count === 0 ? 'sentence' : 'entry'
  return distance === count - 1 ? 'range' : 'entries'
}
