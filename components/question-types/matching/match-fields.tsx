'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import type { PublicMatching } from '@/lib/core/question-types/matching/matching'
import { letterOf } from '@/lib/core/shared/option-rows'

const MOST_KEYS = 9
/** Options longer than this get as much room as the prompts. */
const SHORT_OPTION = 40
const NARROW_CHOICES = 'sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]'
/** Prompts up to this length are beside their select, longer ones above it. */
const SHORT = 16

const BESIDE = 'sm:[&>div]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:[&>div]:items-center sm:[&>div]:gap-4'

/** A select for each prompt, and a list of all options beside them. Options have letters, so that one key chooses in a select. */
export function MatchFields({ content, chosen }: { content: PublicMatching; chosen: readonly string[] }) {
  const t = useTranslations('quiz.attempt')
  const [now, setNow] = useState(chosen)
  const choose = (at: number, option: string) =>
    setNow((before) => content.prompts.map((_, place) => (place === at ? option : (before[place] ?? ''))))
  const isWordy = content.options.some(({ length }) => length > SHORT_OPTION)
  const isShort = content.prompts.every(({ length }) => length <= SHORT)
  return (
    <div className={clsx('grid gap-x-10 gap-y-6', isWordy ? 'sm:grid-cols-2' : NARROW_CHOICES)}>
      <Choices options={content.options} chosen={now} />
      <ol className={clsx('grid content-start', isShort ? 'gap-3' : 'gap-5')}>
        {content.prompts.map((prompt, at) => (
          <li key={prompt} className={isShort ? BESIDE : undefined}>
            <SelectField
              name="answer"
              label={<Prompt text={prompt} at={at} />}
              defaultValue={chosen[at] ?? ''}
              autoComplete="off"
              className="text-ellipsis"
              onChange={(event) => choose(at, event.target.value)}
            >
              <option value="">{t('choose')}</option>
              {content.options.map((option, place) => (
                <option key={option} value={option}>
                  {`${letterOf(place)}. ${option}`}
                </option>
              ))}
            </SelectField>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Prompt({ text, at }: { text: string; at: number }) {
  return (
    <span className="flex items-center gap-3 font-normal text-body leading-[1.45]">
      <span className="grow wrap-anywhere">{text}</span>
      {at < MOST_KEYS ? (
        <span className="text-ink-muted">
          <Kbd>{at + 1}</Kbd>
        </span>
      ) : null}
    </span>
  )
}

/** An option is mostly used once, so a chosen one is muted. */
function Choices({ options, chosen }: { options: readonly string[]; chosen: readonly string[] }) {
  const t = useTranslations('quiz.attempt')
  return (
    <div className="sm:order-last sm:border-s sm:ps-8">
      <p className="mb-2 font-[500] text-label">{t('choices')}</p>
      <ol className="grid gap-2 sm:sticky sm:top-4">
        {options.map((option, at) => (
          <li key={option} className="grid grid-cols-[1.5rem_1fr] leading-[1.45]">
            <span className="text-ink-muted">{letterOf(at)}</span>
            <span className={clsx('wrap-anywhere', chosen.includes(option) && 'text-ink-muted')}>{option}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
