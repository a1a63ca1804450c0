'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Span } from '@/lib/core/document/document'
import { Button, buttonClass } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { itemsAddress, writeSpan } from './items-query'
import type { ItemsScreenProps, UnaskedSentence } from './items-types'
import { useReasonText } from './reason-text'
import type { useAskAnother } from './use-ask-another'

type UnaskedSentencesProps = Pick<ItemsScreenProps, 'deckId' | 'view' | 'unasked'> & {
  /** Where the deck has no items, its sentences are all that there is. */
  isOpen: boolean
  /** On a narrow screen the form stands under its sentence. */
  writing: Span | null
  writer: ReactNode
  onWrite: (sentence: Span) => void
  another: ReturnType<typeof useAskAnother>
}

const A_STEP = 20

/** The sentences about which nothing is asked, each with its reason and two ways to ask about it. */
export function UnaskedSentences(props: UnaskedSentencesProps) {
  const { deckId, view, unasked, isOpen, writing, writer, another, onWrite } = props
  const t = useTranslations('items.unasked')
  const whyUnasked = useWhyUnasked()
  const [most, setMost] = useState(A_STEP)
  const { total, sentences } = unasked
  if (total === 0) return null
  return (
    <div className="mt-4 border-t pt-1">
      <Disclosure summary={t('title', { count: total })} open={isOpen || (writing !== null && writer !== null)}>
        <ul>
          {sentences.slice(0, most).map(({ span, quote, ...why }) => (
            <li key={writeSpan(span)} className="border-t py-2 text-label leading-[1.45] first:border-t-0">
              <blockquote className="font-document text-[1rem]">{quote}</blockquote>
              <div className="flex flex-wrap items-center justify-between gap-x-4">
                <p className="min-w-0 flex-[1_1_14rem] text-caption text-ink-muted">{whyUnasked(why)}</p>
                <div className="-me-4 flex min-w-0 flex-wrap justify-end">
                  <AskAnother sentence={span} {...another} />
                  <Link
                    href={itemsAddress(deckId, view, { more: { write: writeSpan(span) } })}
                    prefetch={false}
                    scroll={false}
                    onClick={(event) => {
                      event.preventDefault()
                      onWrite(span)
                    }}
                    className={buttonClass('bare', 'slim')}
                  >
                    {t('write')}
                  </Link>
                </div>
              </div>
              {writing && writeSpan(writing) === writeSpan(span) ? writer : null}
            </li>
          ))}
        </ul>
        {sentences.length > most ? (
          <Button size="slim" className="my-2 noscript:hidden" onClick={() => setMost(most + A_STEP)}>
            {t('more', { count: Math.min(A_STEP, sentences.length - most) })}
          </Button>
        ) : null}
        {total > sentences.length && most >= sentences.length ? (
          <p className="py-2 text-caption text-ink-muted">{t('rest', { count: total - sentences.length })}</p>
        ) : null}
      </Disclosure>
    </div>
  )
}

/** The reason why a sentence is not asked, in words; at another depth it may be. */
export function useWhyUnasked() {
  const t = useTranslations('items')
  const reasons = useReasonText()
  return ({ reason, depth }: Pick<UnaskedSentence, 'reason' | 'depth'>): string => {
    if (depth) return t('unasked.atDepth', { depth: t(`howMany.${depth}`) })
    if (!reason) return t('general.other')
    const said = reasons.sentence(reason.code, reason.values)
    return reason.isOfDraft ? t('unasked.refused', { reason: said }) : said
  }
}

/** While the sentence is asked about, the button stops that. */
export function AskAnother({ sentence, asking, ask, stop }: ReturnType<typeof useAskAnother> & { sentence: Span }) {
  const t = useTranslations('items.unasked')
  const isAsked = asking !== null && writeSpan(asking) === writeSpan(sentence)
  return (
    <>
      <span role="status" className="self-center text-caption text-ink-muted">
        {isAsked ? t('asking') : null}
      </span>
      <Button
        variant="bare"
        size="slim"
        className="noscript:hidden"
        disabled={asking !== null && !isAsked}
        onClick={() => (isAsked ? stop() : void ask(sentence))}
      >
        {t(isAsked ? 'stop' : 'askAnother')}
      </Button>
    </>
  )
}
