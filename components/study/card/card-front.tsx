'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { ItemLabel } from '@/components/ui/item-label'
import { Kbd } from '@/components/ui/kbd'
import { TextWithGaps } from '@/components/ui/text-with-gaps'
import { toldByHints } from '@/lib/core/item/hint'
import type { FaceOption, StudyCard } from '@/lib/core/memory/session/study-card'
import { TYPED_ANSWER_CHARACTERS } from '@/lib/core/shared/input-limits'
import type { StudyQuery } from '../study-address'
import { QueryFields } from '../study-query-fields'
import { CARD, CardHead } from './card-frame'

export const FRONT_FORM = 'show-answer'

const ABOUT = 'about'
const QUESTION = 'question'

/** Longer questions are set smaller, as sentences. */
const SHORT_UP_TO = 100
const LONG_QUESTION = 'max-w-[34ch] text-[clamp(1.375rem,1.1rem+1.2vw,1.75rem)] leading-[1.35]'

/** When the card was last seen, the question, and an input or options. Without script it is a GET form. */
export function CardFront(props: {
  card: StudyCard
  query: StudyQuery
  /** The title in the header, which is not repeated here. */
  said: string
  hints: number
  headingRef: Ref<HTMLHeadingElement>
  inputRef: Ref<HTMLInputElement>
  onShow: (given: string) => void
}) {
  const { card, query } = props
  const t = useTranslations('study')
  const isLong = card.front.length > SHORT_UP_TO || card.options !== null
  return (
    <form
      id={FRONT_FORM}
      action="/study"
      aria-label={t('question')}
      className={`${CARD} min-h-[min(27rem,60dvh)] grid-rows-[auto_1fr_auto] max-sm:min-h-0`}
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        props.onShow(String(new FormData(event.currentTarget, submitter).get('typed') ?? ''))
      }}
    >
      <QueryFields query={query} />
      {query.lastReviewId ? <input type="hidden" name="last" value={query.lastReviewId} /> : null}
      <input type="hidden" name="card" value={card.factId} />
      <input type="hidden" name="show" value="1" />
      <CardHead card={card} cram={query.cram} />
      <div className="grid content-center gap-2 py-6">
        <ItemLabel label={card.label} said={props.said} id={ABOUT} />
        <h1
          id={QUESTION}
          ref={props.headingRef}
          tabIndex={-1}
          aria-describedby={card.label ? ABOUT : undefined}
          className={clsx('font-[550] wrap-anywhere max-sm:max-w-none', isLong ? LONG_QUESTION : 'max-w-[24ch]')}
        >
          <TextWithGaps text={card.front} />
        </h1>
      </div>
      <div className="grid gap-1">
        <HintText card={card} hints={props.hints} cram={query.cram} />
        {card.options ? <CardOptions options={card.options} /> : <AnswerInput card={card} inputRef={props.inputRef} />}
      </div>
    </form>
  )
}

/** Focused when the card appears; it is described by the label and the question, so that both are read aloud. */
function AnswerInput({ card, inputRef }: { card: StudyCard; inputRef: Ref<HTMLInputElement> }) {
  const t = useTranslations('study')
  return (
    <>
      <label htmlFor="typed" className="text-label text-ink-muted">
        {t('typed')}
      </label>
      <input
        key={card.itemId}
        ref={inputRef}
        id="typed"
        name="typed"
        aria-describedby={card.label ? `${ABOUT} ${QUESTION}` : QUESTION}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={TYPED_ANSWER_CHARACTERS}
        className="min-h-13 w-full border-0 border-b-[1.5px] border-edge bg-transparent p-0 text-lead focus-visible:rounded-none focus-visible:border-b-3 focus-visible:border-focus focus-visible:outline-0"
      />
    </>
  )
}

const MOST_KEYS = 9

/** One press chooses and shows the answer. Without script each is a button that sends the form. */
function CardOptions({ options }: { options: readonly FaceOption[] }) {
  const t = useTranslations('study.choice')
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 text-label text-ink-muted">{t('choose')}</legend>
      {options.map(({ text }, at) => (
        <button
          key={text}
          type="submit"
          name="typed"
          value={text}
          data-option
          className="grid min-h-13 grid-cols-[1fr_auto] items-center gap-3 rounded-control border border-edge bg-surface px-4 py-2.5 text-start leading-[1.4] wrap-anywhere hover:border-ink hover:bg-paper"
        >
          {text}
          {at < MOST_KEYS ? (
            <span className="text-ink-muted">
              <Kbd>{at + 1}</Kbd>
            </span>
          ) : null}
        </button>
      ))}
    </fieldset>
  )
}

/** The letters of the hint, and that the rating will change no date. */
function HintText({ card, hints, cram }: { card: StudyCard; hints: number; cram: boolean }) {
  const t = useTranslations('study.hint')
  if (hints === 0) return null
  return (
    <p className="mb-3 text-label text-ink-muted">
      {t('name')} <b className="text-body font-semibold tracking-[0.02em] text-ink">{toldByHints(card, hints)}</b>{' '}
      {t(cram ? 'costsCram' : 'costs')}
    </p>
  )
}
