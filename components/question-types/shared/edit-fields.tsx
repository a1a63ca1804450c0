'use client'

import { useTranslations } from 'next-intl'
import { TextAreaField } from '@/components/ui/field'
import type { Edit } from '@/lib/core/question-types/question-type'

const BOX = 'field-sizing-content min-h-11! bg-paper!'

type Props = {
  words: Edit
  stem?: 'edit.stem' | 'edit.front' | 'edit.statement'
  hint?: string
}

export function StemField({ words, stem = 'edit.stem', hint }: Props) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t(stem)}
      name="stem"
      rows={2}
      defaultValue={words.stem}
      className={BOX}
      {...(hint ? { hint } : {})}
    />
  )
}

type LinesProps = { words: Edit; label?: 'edit.key' | 'edit.back'; hint?: string }

/** Right answers, one a line. */
export function KeyField({ words: { key }, label = 'edit.key', hint }: LinesProps) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t(label, { count: key.length })}
      name="key"
      rows={Math.max(1, key.length)}
      defaultValue={key.join('\n')}
      className={BOX}
      {...(hint ? { hint } : {})}
    />
  )
}

/** Wrong options, one a line. */
export function WrongField({ words: { wrong } }: { words: Edit }) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t('edit.wrong')}
      name="wrong"
      rows={Math.max(2, wrong.length)}
      defaultValue={wrong.join('\n')}
      className={BOX}
    />
  )
}

export function StemAndKey({ words }: { words: Edit }) {
  return (
    <>
      <StemField words={words} />
      <KeyField words={words} />
    </>
  )
}

export function StemKeyAndWrong({ words }: { words: Edit }) {
  return (
    <>
      <StemAndKey words={words} />
      <WrongField words={words} />
    </>
  )
}
