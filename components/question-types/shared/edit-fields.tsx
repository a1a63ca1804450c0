'use client'

import { useTranslations } from 'next-intl'
import { TextAreaField } from '@/components/ui/field'
import type { Words } from '../question-components'

const BOX = 'field-sizing-content min-h-11! bg-paper!'

type Props = {
  words: Words
  stem?: 'edit.stem' | 'edit.front' | 'edit.statement'
  stemHint?: 'edit.clozeHint'
}

export function StemField({ words, stem = 'edit.stem', stemHint }: Props) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t(stem)}
      name="stem"
      rows={2}
      defaultValue={words.stem}
      className={BOX}
      {...(stemHint ? { hint: t(stemHint) } : {})}
    />
  )
}

type LinesProps = { words: Words; label?: 'edit.key' | 'edit.back'; hint?: 'edit.pairHint' | 'edit.orderHint' }

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
      {...(hint ? { hint: t(hint) } : {})}
    />
  )
}

/** Wrong options, one a line. */
export function WrongField({ words: { wrong } }: { words: Words }) {
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

export function StemAndKey({ words }: { words: Words }) {
  return (
    <>
      <StemField words={words} />
      <KeyField words={words} />
    </>
  )
}

export function StemKeyAndWrong({ words }: { words: Words }) {
  return (
    <>
      <StemAndKey words={words} />
      <WrongField words={words} />
    </>
  )
}
