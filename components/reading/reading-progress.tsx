'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { studyAddress } from '../study/study-address'
import { ButtonLink } from '../ui/button'
import { LitSentence } from '../ui/evidence-quote'
import { Count, Counts } from '../ui/metric'
import { SectionBar } from '../ui/section-bar'
import { TextWithGaps } from '../ui/text-with-gaps'
import { type ReadingActions, ReadingButtons } from './reading-button'
import { reasonKey, type ShownReading, useReading, useResumes } from './use-reading'

type Props = {
  deckId: string
  title: string
  reading: ShownReading
  actions: ReadingActions
  /** Where the author must consent first: the question. */
  children?: ReactNode
}

/** A document while the model reads it: what can be studied already, how far it is, and what it found. */
export function ReadingProgress({ deckId, title, reading: initial, actions, children }: Props) {
  const t = useTranslations('reading')
  const reading = useReading(deckId, initial)
  const { state, cards, kept, refused, toCheck } = reading
  return (
    <div className="mx-auto max-w-[47rem]">
      <div className="flex flex-wrap items-center justify-between gap-4 pt-8 pb-6">
        <div className="min-w-0">
          <h1 className="line-clamp-3 wrap-anywhere">{title}</h1>
          <p className="mt-1 text-ink-muted tabular-nums">{t('ready', { cards, state })}</p>
        </div>
        {/* It has its place from the beginning, so that nothing moves when the first cards are ready. */}
        <div className="grid min-h-12 min-w-44 max-sm:w-full">
          {cards > 0 ? (
            <ButtonLink variant="primary" href={studyAddress({ deckId, factIds: null })}>
              {t('study')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <section aria-labelledby="reading" className="grid gap-5 border-y py-6">
        <HowFar deckId={deckId} reading={reading} actions={actions} />
        <Counts>
          <Count name={t('made')} value={kept} />
          <Count name={t('toCheck')} value={toCheck?.items ?? 0} />
          <Count name={t('refused')} value={refused} />
        </Counts>
        <p className="text-label text-ink-muted">
          {t(`note.${state}`)} {t('unread', { count: reading.unread })}
        </p>
        <p className="-mt-4 min-h-[1.5em] text-label text-ink-muted tabular-nums">
          {t('tokens', { tokens: reading.tokens, state })}
        </p>
      </section>
      {children}
      <p className="flex flex-wrap gap-x-6 pt-3 text-label">
        <Link href={`/decks/${deckId}/items`} className="inline-flex min-h-11 items-center underline">
          {t(state === 'running' ? 'itemsComing' : 'items')}
        </Link>
        <Link href={`/decks/${deckId}`} className="inline-flex min-h-11 items-center underline">
          {t('deck')}
        </Link>
      </p>
      {reading.newest.length > 0 ? <JustMade items={reading.newest} /> : null}
    </div>
  )
}

/** At the end of the page: it changes in height. */
function JustMade({ items }: { items: ShownReading['newest'] }) {
  const t = useTranslations('reading')
  return (
    <section aria-labelledby="newest" className="py-6">
      <h2 id="newest" className="text-body font-[500] tracking-normal text-ink-muted">
        {t('newest')}
      </h2>
      <ul>
        {items.map(({ id, question, sentence, answer }) => (
          <li key={id} className="grid gap-2 border-b py-4 last:border-b-0">
            <p className="text-lead leading-[1.4] font-semibold wrap-anywhere">
              <TextWithGaps text={question} />
            </p>
            <blockquote className="document-text measure leading-[1.72] wrap-anywhere">
              <LitSentence sentence={sentence} answer={answer} />
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  )
}

function HowFar({ deckId, reading, actions }: Pick<Props, 'deckId' | 'reading' | 'actions'>) {
  const t = useTranslations('reading')
  const { state, done, sections, heading, minutesLeft } = reading
  const resumes = useResumes(reading)
  const title = useRef<HTMLHeadingElement>(null)
  const count = t('sections', { done, sections })
  return (
    <div className="grid gap-3">
      <div className="flex items-center justify-between gap-4">
        <h2 ref={title} id="reading" tabIndex={-1} className="text-lead focus:outline-0">
          {t(`title.${state}`)}
        </h2>
        <ReadingButtons {...{ deckId, reading, actions }} focusNext={title} />
      </div>
      {state === 'paused' || state === 'limit' ? (
        <p>
          {t('why', { reason: reasonKey(reading) })} {resumes}
        </p>
      ) : null}
      <SectionBar done={done} total={sections || UNCOUNTED} isRunning={state === 'running'} label={count} />
      <p className="min-h-[1.5em] text-label text-ink-muted tabular-nums">
        {sections > 0 ? <b className="font-semibold text-ink">{count}</b> : t('notBegun')}
        {minutesLeft === null ? null : t('left', { minutes: minutesLeft })}
        <noscript> {t('reload')}</noscript>
      </p>
      {/* A line of its own, so that a long heading moves nothing. */}
      <p className="-mt-2 min-h-[1.5em] truncate text-label text-ink-muted">
        {state === 'running' && heading ? t('now', { heading }) : null}
      </p>
    </div>
  )
}

/** Empty pieces until the sections are counted. */
const UNCOUNTED = 40
