'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useRef, useState } from 'react'
import type { Edit } from '@/lib/core/question-types/question-type'
import { ReasonFields } from '../question-types/shared/edit-fields'
import { readEdit } from '../question-types/shared/read-edit'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { useOnChange } from '../ui/use-on-change'

type WrongOptionFieldsProps = {
  form: RefObject<HTMLFormElement | null>
  /** What the fields began with, and what is written now. */
  before: Edit
  now: Edit
  onOffer: (written: Edit) => Promise<readonly string[]>
  /** The fields were changed by a button. */
  onChange: () => void
  /** There is no answer yet that options could be like. */
  onNoKey: () => void
}

/** Offered wrong options, and why each wrong option is wrong. */
export function WrongOptionFields({ form, before, now, onOffer, onChange, onNoKey }: WrongOptionFieldsProps) {
  const t = useTranslations('items.edit')
  const isKeyChanged = before.key.join('\n') !== now.key.join('\n')
  const hadReasons = Object.keys(before.reasons ?? {}).length > 0
  const wrong = now.wrong.filter((option) => !now.key.includes(option))
  return (
    <>
      <OfferWrong {...{ form, onOffer, onChange, onNoKey }} />
      {wrong.length > 0 ? (
        // A reason may speak of the answer: with another answer the fields begin empty.
        <Disclosure
          key={String(isKeyChanged)}
          open={isKeyChanged && hadReasons}
          summary={<span className="text-label">{t('reasons')}</span>}
        >
          {isKeyChanged && hadReasons ? <p className="mb-2 text-label text-ink-muted">{t('reasonsAnew')}</p> : null}
          <div className="mb-2 grid gap-3">
            <ReasonFields edit={isKeyChanged ? { ...before, reasons: {} } : before} wrong={wrong} />
          </div>
        </Disclosure>
      ) : null}
    </>
  )
}

/** Wrong options of the same form from the rest of the deck, for the author to choose from. */
type OfferWrongProps = Pick<WrongOptionFieldsProps, 'form' | 'onOffer' | 'onChange' | 'onNoKey'>

function OfferWrong({ form, onOffer, onChange, onNoKey }: OfferWrongProps) {
  const t = useTranslations('items.edit')
  const [offered, setOffered] = useState<readonly string[] | null>(null)
  const row = useRef<HTMLDivElement>(null)
  // The pressed button has gone.
  useOnChange(offered, () => row.current?.querySelector('button')?.focus())
  const offer = () => {
    const written = form.current && readEdit(new FormData(form.current))
    if (!written || written.key.length === 0) return onNoKey()
    void onOffer(written).then(setOffered, () => setOffered([]))
  }
  const add = (option: string) => {
    const field = form.current?.elements.namedItem('wrong')
    if (!(field instanceof HTMLTextAreaElement) || !offered) return
    field.value = [field.value.trim(), option].filter((line) => line !== '').join('\n')
    setOffered(offered.filter((text) => text !== option))
    // React does not see a value that is set.
    onChange()
  }
  const hasOffers = offered !== null && offered.length > 0
  return (
    <div ref={row} className="flex min-h-11 flex-wrap items-center gap-2 text-label noscript:hidden">
      {hasOffers ? null : (
        <Button variant="bare" size="slim" className="-ms-4" onClick={offer}>
          {t('offerWrong')}
        </Button>
      )}
      <span role="status">{hasOffers ? t('offered') : offered ? t('noneOffered') : null}</span>
      {offered?.map((option) => (
        <Button key={option} size="slim" onClick={() => add(option)}>
          {option}
        </Button>
      ))}
    </div>
  )
}
