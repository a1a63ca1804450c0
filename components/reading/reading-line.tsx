'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { type ReadingActions, ReadingButtons } from './reading-button'
import { reasonKey, type ShownReading, useReading, useResumes } from './use-reading'

type Props = { deckId: string; reading: ShownReading; actions: ReadingActions }

/** On the deck's pages: how far the model is, or why it does not go on. */
export function ReadingLine({ deckId, reading: initial, actions }: Props) {
  const t = useTranslations('reading')
  const reading = useReading(deckId, initial)
  const resumes = useResumes(reading)
  const line = useRef<HTMLParagraphElement>(null)
  const { state, done, sections, kept } = reading
  return (
    <section
      aria-label={t('name')}
      className="flex min-h-15 flex-wrap items-center gap-x-5 gap-y-2 border-b py-2 text-label text-ink-muted"
    >
      <p ref={line} tabIndex={-1} className="me-auto min-w-0 tabular-nums focus:outline-0">
        {t(`line.${state}`, { done, sections, kept, why: t('why', { reason: reasonKey(reading) }) })} {resumes}{' '}
        <Link href={`/decks/${deckId}/reading`} className="whitespace-nowrap underline">
          {t('more')}
        </Link>
      </p>
      <ReadingButtons {...{ deckId, reading, actions }} focusNext={line} />
    </section>
  )
}
