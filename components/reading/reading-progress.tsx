'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { studyAddress } from '../study/study-address'
import { ButtonLink } from '../ui/button'
import { Count, Counts } from '../ui/metric'
import { SectionBar } from '../ui/section-bar'
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
          <p className="mt-1 text-ink-muted">{t('ready', { cards, state })}</p>
        </div>
        {cards > 0 ? (
          <ButtonLink
            variant="primary"
            className="min-w-44 max-sm:w-full"
            href={studyAddress({ deckId, factIds: null })}
          >
            {t('study')}
          </ButtonLink>
        ) : null}
      </div>
      <section aria-labelledby="reading" className="grid gap-5 border-y py-6">
        <HowFar deckId={deckId} reading={reading} actions={actions} />
        <Counts>
          <Count name={t('made')} value={kept} />
          <Count name={t('toCheck')} value={toCheck?.items ?? 0} />
          <Count name={t('refused')} value={refused} />
        </Counts>
        <p className="text-label text-ink-muted">
          {t(`note.${state}`)} {t('tokens', { tokens: reading.tokens })}
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
    </div>
  )
}

function HowFar({ deckId, reading, actions }: Pick<Props, 'deckId' | 'reading' | 'actions'>) {
  const t = useTranslations('reading')
  const { state, done, sections, heading, minutesLeft } = reading
  const resumes = useResumes(reading)
  const heard = useRef<HTMLHeadingElement>(null)
  const first = useRef(state)
  // The pressed button has gone.
  useEffect(() => {
    if (first.current !== state) heard.current?.focus()
    first.current = state
  }, [state])
  const count = t('sections', { done, sections })
  return (
    <div className="grid gap-3">
      <div className="flex items-center justify-between gap-4">
        <h2 ref={heard} id="reading" tabIndex={-1} className="text-lead focus:outline-0">
          {t(`title.${state}`)}
        </h2>
        <ReadingButtons deckId={deckId} reading={reading} actions={actions} />
      </div>
      {state === 'paused' || state === 'limit' ? (
        <p>
          {t('why', { reason: reasonKey(reading) })} {resumes}
        </p>
      ) : null}
      <SectionBar done={done} total={sections || UNCOUNTED} isRunning={state === 'running'} label={count} />
      <p className="min-h-[1.5em] text-label text-ink-muted tabular-nums">
        {sections > 0 ? <b className="font-semibold text-ink">{count}</b> : t('notBegun')}{' '}
        {state === 'running' && heading ? t('now', { heading }) : null}
        {minutesLeft === null ? null : t('left', { minutes: minutesLeft })}
        <noscript> {t('reload')}</noscript>
      </p>
    </div>
  )
}

/** Empty pieces until the sections are counted. */
const UNCOUNTED = 40
