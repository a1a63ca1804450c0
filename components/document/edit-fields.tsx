'use client'

import { useTranslations } from 'next-intl'
import type { ItemType } from '@/lib/core/item/item'
import { TextAreaField } from '../ui/field'
import type { Words } from './edit-words'

const STEM_NAME: Partial<Record<ItemType, 'edit.front' | 'edit.statement'>> = {
  flashcard: 'edit.front',
  'true-false': 'edit.statement',
}
const BOX = 'field-sizing-content min-h-11! bg-paper!'

export function EditFields({ type, words }: { type: ItemType; words: Words }) {
  const t = useTranslations('document')
  const count = words.key.length
  return (
    <>
      <TextAreaField
        label={t(STEM_NAME[type] ?? 'edit.stem')}
        name="stem"
        rows={2}
        defaultValue={words.stem}
        className={BOX}
        {...(type === 'cloze' ? { hint: t('edit.clozeHint') } : {})}
      />
      {type === 'true-false' ? (
        <Truth truth={words.key[0] ?? 'True'} />
      ) : (
        <TextAreaField
          label={t(type === 'flashcard' ? 'edit.back' : 'edit.key', { count })}
          name="key"
          rows={Math.max(1, count)}
          defaultValue={words.key.join('\n')}
          className={BOX}
        />
      )}
      {type === 'choice' || type === 'multiple' ? (
        <TextAreaField
          label={t('edit.wrong')}
          name="wrong"
          rows={Math.max(2, words.wrong.length)}
          defaultValue={words.wrong.join('\n')}
          className={BOX}
        />
      ) : null}
    </>
  )
}

function Truth({ truth }: { truth: string }) {
  const t = useTranslations('document')
  return (
    <fieldset className="flex flex-wrap items-center gap-x-5">
      <legend className="float-start me-5 text-label font-[500] leading-[2.75rem]">{t('edit.truth')}</legend>
      {(['True', 'False'] as const).map((value) => (
        <label key={value} className="inline-flex min-h-11 items-center gap-2">
          <input
            type="radio"
            name="truth"
            value={value}
            defaultChecked={truth === value}
            className="size-5 accent-ink"
          />
          {t(value === 'True' ? 'edit.true' : 'edit.false')}
        </label>
      ))}
    </fieldset>
  )
}
