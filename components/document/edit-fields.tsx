'use client'

import { useTranslations } from 'next-intl'
import type { ItemType } from '@/lib/core/item/item'
import { TextAreaField } from '../ui/field'
import type { Words } from './edit-words'

const STEM_NAME: Partial<Record<ItemType, 'edit.front' | 'edit.statement'>> = {
  flashcard: 'edit.front',
  'true-false': 'edit.statement',
}
const STEM_HINT: Partial<Record<ItemType, 'edit.clozeHint'>> = { cloze: 'edit.clozeHint' }
const KEY_HINT: Partial<Record<ItemType, 'edit.pairHint' | 'edit.orderHint'>> = {
  matching: 'edit.pairHint',
  categorising: 'edit.pairHint',
  ordering: 'edit.orderHint',
}
const WITH_WRONG: readonly ItemType[] = ['choice', 'multiple', 'matching']
const BOX = 'field-sizing-content min-h-11! bg-paper!'

export function EditFields({ type, words }: { type: ItemType; words: Words }) {
  const t = useTranslations('items')
  const stemHint = STEM_HINT[type]
  return (
    <>
      <TextAreaField
        label={t(STEM_NAME[type] ?? 'edit.stem')}
        name="stem"
        rows={2}
        defaultValue={words.stem}
        className={BOX}
        {...(stemHint ? { hint: t(stemHint) } : {})}
      />
      {type === 'true-false' ? <Truth truth={words.key[0] ?? 'True'} /> : <Key type={type} words={words} />}
      {WITH_WRONG.includes(type) ? (
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

function Key({ type, words: { key } }: { type: ItemType; words: Words }) {
  const t = useTranslations('items')
  const hint = KEY_HINT[type]
  return (
    <TextAreaField
      label={t(type === 'flashcard' ? 'edit.back' : 'edit.key', { count: key.length })}
      name="key"
      rows={Math.max(1, key.length)}
      defaultValue={key.join('\n')}
      className={BOX}
      {...(hint ? { hint: t(hint) } : {})}
    />
  )
}

function Truth({ truth }: { truth: string }) {
  const t = useTranslations('items')
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
